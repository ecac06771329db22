import type { Block } from '../../project/model';
import type { Span } from '../../text/span';
import { closes, opens } from './quotation-marks';

/** A passage between quotation marks, marks included. */
export interface QuotedPassage {
  /** One span for each block it runs through. */
  readonly spans: readonly Span[];
  /** The passages inside it, in order. */
  readonly inside: readonly QuotedPassage[];
}

interface Open {
  readonly start: number;
  readonly mark: string;
  readonly inside: QuotedPassage[];
}

/**
 * The outermost quoted passages of each block, in order. A passage whose last mark is missing at the end of a
 * block runs on where the next block opens with the same mark; elsewhere a mark without its fellow is no
 * passage. A passage of several blocks is listed with the first.
 */
export function quotedPassages(
  text: string,
  blocks: readonly Block[],
): readonly (readonly QuotedPassage[])[] {
  const scans = blocks.map((block) => scan(text, block));
  const found = scans.map(({ closed }) => closed);
  for (let at = 0; at < blocks.length; at++) {
    const { open } = scans[at]!;
    const run = open && runOn(text, blocks, scans, at);
    if (!run) continue;
    const last = at + run.spans.length - 1;
    found[at] = [...found[at]!.filter(({ spans }) => spans[0]!.start < open.start), run];
    for (let middle = at + 1; middle < last; middle++) found[middle] = [];
    found[last] = scans[last]!.closed.slice(1);
    at = last - 1; // the last of them may begin another
  }
  return found;
}

interface Scan {
  readonly closed: readonly QuotedPassage[];
  /** The outermost mark that is not closed, if it can be. */
  readonly open: Open | null;
}

function scan(text: string, block: Span): Scan {
  const closed: QuotedPassage[] = [];
  const stack: Open[] = [];
  for (let at = block.start; at < block.end; at++) {
    const mark = text[at]!;
    const top = stack.findLastIndex((next) => closes(text, at, next.mark, block));
    if (top >= 0 && canClose(text, stack[top]!, at)) {
      const { start, inside } = stack[top]!;
      // What was opened since and not closed was no quotation mark; what closed within it still was.
      const lost = stack.splice(top).slice(1);
      const all = [...inside, ...lost.flatMap((next) => next.inside)];
      (stack.at(-1)?.inside ?? closed).push({ spans: [{ start, end: at + 1 }], inside: all });
    } else if (opens(text, at, block, stack.at(-1)?.mark)) {
      stack.push({ start: at, mark, inside: [] });
      // Marks that nobody closes must not make every later one slow; the first may run on into the next block.
      if (stack.length > DEEPEST) closed.push(...stack.splice(1, 1)[0]!.inside);
    }
  }
  for (const { inside } of stack) closed.push(...inside);
  closed.sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  const open = stack.find(({ mark }) => /[“„«»"]/u.test(mark)) ?? null;
  return { closed, open };
}

/** Passages within passages, and marks left open, that are kept in mind. */
const DEEPEST = 8;

/** Something other than white space must lie between two marks. */
function canClose(text: string, { start }: Open, at: number): boolean {
  return text.slice(start + 1, Math.min(at, start + 40)).trim() !== '';
}

/** The passage that the block's open mark begins, if the next blocks go on with it and one closes it. */
function runOn(
  text: string,
  blocks: readonly Block[],
  scans: readonly Scan[],
  from: number,
): QuotedPassage | null {
  const first = scans[from]!.open!;
  const spans: Span[] = [{ start: first.start, end: blocks[from]!.end }];
  const inside = [...first.inside];
  for (let at = from + 1; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (!sameMark(text[block.start], first.mark)) return null;
    const ending = scans[at]!.closed[0];
    if (ending && ending.spans[0]!.start === block.start) {
      return { spans: [...spans, ...ending.spans], inside: [...inside, ...ending.inside] };
    }
    if (scans[at]!.open?.start !== block.start) return null;
    spans.push({ start: block.start, end: block.end });
    inside.push(...scans[at]!.open!.inside);
  }
  return null;
}

function sameMark(mark: string | undefined, first: string): boolean {
  return mark === first || (mark !== undefined && '“"'.includes(mark) && '“"'.includes(first));
}
