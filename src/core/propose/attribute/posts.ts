import { trim } from '../../text/sentences';
import type { Span } from '../../text/span';
import type { Region } from '../read/region';

/** The parts of an embedded post: its words, and the name in the line that signs it. UTF-16. */
export interface PostParts {
  readonly content: Span;
  readonly author: Span | null;
}

/** The parts of a block of the kind `post`; null when it has no words. */
export function postParts(text: string, block: Span): PostParts | null {
  const line = Math.max(block.start, text.lastIndexOf('\n', block.end - 1) + 1);
  const signature = /^\s*[—–―-]+\s*(?<name>\S[^\n]*?)(?:\s*\(@[^)]*\).*)?$/su.exec(
    text.slice(line, block.end),
  );
  if (!signature || line === block.start) {
    const content = trim(text, block);
    return content && { content, author: null };
  }
  const content = trim(text, { start: block.start, end: line });
  const name = signature.groups!.name!;
  const start = text.indexOf(name, line);
  return content && { content, author: trim(text, { start, end: Math.min(start + name.length, block.end) }) };
}

/** Is the whole block one quoted passage, perhaps with a stop behind it? */
export function isWhollyQuoted({ tokens }: Region): boolean {
  return (
    tokens[0]?.kind === 'quote' &&
    tokens.slice(1).every(({ kind, lower }) => kind === 'mark' && /[.,!?…]/u.test(lower))
  );
}
