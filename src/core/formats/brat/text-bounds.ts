import type { Span } from '../../text/span';
import type { Line } from './line-readers';
import type { TextBound } from './model';
import { type Counting, countings } from './units';

/** What a text-bound annotation's line says, before its offsets are looked up. */
export interface Passages {
  readonly line: Line;
  readonly type: string;
  readonly places: readonly (readonly [start: number, end: number])[];
}

/** The passages that a text-bound annotation's line names, not yet looked up. */
export function passagesOf(line: Line): Passages | null {
  const [, type, places] = /^(\S+) (\d{1,10} \d{1,10}(?:;\d{1,10} \d{1,10})*)$/.exec(line.data) ?? [];
  if (type === undefined || places === undefined) return null;
  return {
    line,
    type,
    places: places.split(';').map((place) => {
      const [start, end] = place.split(' ').map(Number);
      return [start!, end!];
    }),
  };
}

/** The way of counting in which most passages are what their lines say; the first of equals. */
export function bestCounting(text: string, passages: readonly Passages[]): Counting {
  const all = countings(text);
  if (all.length === 1) return all[0]!;
  const fits = all.map(
    (counting) => passages.filter((each) => textBoundOf(text, each, counting) !== null).length,
  );
  return all[fits.indexOf(Math.max(...fits))]!;
}

/** The annotation when its passages are in the text, apart from each other, and its words are theirs; else null. */
export function textBoundOf(
  text: string,
  { line, type, places }: Passages,
  counting: Counting,
): TextBound | null {
  const spans: Span[] = [];
  try {
    for (const [start, end] of places)
      spans.push({ start: counting.toUtf16(start), end: counting.toUtf16(end) });
  } catch {
    return null;
  }
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const apart = ordered.every((span, at) => at === 0 || ordered[at - 1]!.end <= span.start);
  const real = ordered.filter(({ start, end }) => start < end);
  if (!apart || real.length === 0 || spans.some(({ start, end }) => start > end)) return null;
  const words = spans.map(({ start, end }) => text.slice(start, end));
  if (line.rest === undefined || line.rest.trim() === '') return { id: line.id, type, spans: real };
  // brat itself is exact; other writers put spaces for line breaks and leave spaces off.
  const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();
  const said = plain(line.rest);
  const most = 2 * line.rest.length + 64;
  const fits = [words.join(' '), words.join('')].some(
    (joined) => joined.length <= most && plain(joined) === said,
  );
  return fits ? { id: line.id, type, spans: real } : null;
}
