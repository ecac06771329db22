import type { Article } from '../project/model';
import type { Span } from '../text/span';

/** A passage between quotation marks, marks included; one span for each block it runs through. */
export interface QuotedPassage {
  readonly spans: readonly Span[];
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”"', '"': '"”', '„': '“”"', '«': '»' };

/** The outermost quoted passages of an article in reading order. */
export function quotedPassages({ text, blocks }: Article): readonly QuotedPassage[] {
  const found: QuotedPassage[] = [];
  for (const block of blocks) {
    for (let at = block.start; at < block.end; at++) {
      const closing = PAIRS[text[at]!];
      if (closing === undefined || /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) continue;
      let end = at + 1;
      while (end < block.end && !closing.includes(text[end]!)) end++;
      if (end >= block.end) break;
      found.push({ spans: [{ start: at, end: end + 1 }] });
      at = end;
    }
  }
  return found;
}
