import { type Offsets, type OffsetUnit, offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { append } from '../marks/append';
import { converted, likelyUnit } from '../marks/plausible';

/** How a table counts: in which unit, from 0 or from 1, and whether the end is the last character or the one after. */
export interface Counting {
  readonly unit: OffsetUnit;
  readonly first: 0 | 1;
  readonly end: 'after' | 'last';
}

/** A row with a place, and the words that it says are there ('' = it does not say). */
export interface Claimed extends Span {
  readonly text: string;
  readonly quote: string;
}

const UNITS = ['codepoint', 'utf16', 'byte'] as const;

/** In the order of preference: as most programs count, then as R does, then what else was seen. */
const WAYS: readonly Counting[] = (
  [
    [0, 'after'],
    [1, 'last'],
    [0, 'last'],
    [1, 'after'],
  ] as const
).flatMap(([first, end]) => UNITS.map((unit) => ({ unit, first, end })));

/** No more rows than this decide: every way is tried on each. */
const MOST = 2_000;

/** The way of counting in which most rows have the words they say; where none says any, the likeliest unit. */
export function countingOf(rows: readonly Claimed[]): Counting {
  const telling = rows.filter(({ quote }) => quote !== '').slice(0, MOST);
  if (telling.length === 0) {
    const texts = new Map<string, Span[]>();
    for (const { text, start, end } of rows.slice(0, MOST)) {
      append(texts, text, { start, end });
    }
    const unsure = [...texts].map(([text, places]) => ({ text, places }));
    return { unit: likelyUnit(unsure, UNITS), first: 0, end: 'after' };
  }
  const known = new Map<string, Offsets>();
  let best = { way: WAYS[0]!, score: 0 };
  for (const way of WAYS) {
    let score = 0;
    for (const row of telling) {
      const span = spanIn(row, way, known);
      const words = span === null ? '' : row.text.slice(span.start, span.end);
      if (words === row.quote) score += 2;
      else if (sameWords(words, row.quote)) score += 1;
    }
    if (score > best.score) best = { way, score };
  }
  return best.way;
}

/** The place in UTF-16, or null when it is none of the text. `known` keeps what was worked out for a text. */
export function spanIn(
  row: Claimed,
  { unit, first, end }: Counting,
  known: Map<string, Offsets>,
): Span | null {
  const key = `${unit}\0${row.text}`;
  const offsets = known.get(key) ?? offsetsOf(row.text, unit);
  known.set(key, offsets);
  return converted(offsets, { start: row.start - first, end: row.end - first + (end === 'last' ? 1 : 0) });
}

/** Are they the same words? White space and the shape of quotation marks may have changed on the way. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/[“”„«»]/g, '"')
      .replace(/[‘’‚]/g, "'")
      .replace(/\s+/gu, ' ')
      .trim();
  return plain(one) === plain(other);
}

/** In words, where it is not what one would expect. */
export function countingTold({ unit, first, end }: Counting): readonly string[] {
  return [
    ...(unit === 'utf16' ? ['positions count UTF-16 code units'] : []),
    ...(unit === 'byte' ? ['positions count UTF-8 bytes'] : []),
    ...(first === 1 ? ['positions count from 1'] : []),
    ...(end === 'last' ? ['positions name the last character of a passage as its end'] : []),
  ];
}
