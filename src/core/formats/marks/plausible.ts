import { type Offsets, type OffsetUnit, offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { wholeCharacters } from '../whole-characters';

/** Offsets of a file that does not say what they count. */
export interface Unsure {
  readonly text: string;
  readonly places: readonly Span[];
  /** Places that are right for certain when they occur, in UTF-16: those that we wrote ourselves. */
  readonly certain?: readonly Span[];
}

/** As much text as is looked at, in UTF-16 code units: cutting it into grapheme clusters takes its time. */
const ENOUGH = 400_000;

/**
 * The unit that offsets of texts most likely count: the one in which most are where we wrote them, or else begin and
 * end at the edge of a word rather than in one; of equals the first of `units`. No more of `all` is asked for than is looked at.
 */
export function likelyUnit(all: Iterable<Unsure>, units: readonly OffsetUnit[]): OffsetUnit {
  const [first, ...others] = units as [OffsetUnit, ...OffsetUnit[]];
  const some: Unsure[] = [];
  let seen = 0;
  for (const unsure of all) {
    if (unsure.places.length === 0 || isPlain(unsure.text)) continue;
    some.push(unsure);
    seen += unsure.text.length;
    if (seen >= ENOUGH) break;
  }
  const places = some.reduce((sum, unsure) => sum + unsure.places.length, 0);
  let best = { unit: first, ...scoreOf(some, first) };
  for (const unit of others) {
    if (best.certain === places || (best.certain === 0 && best.likely === 2 * places)) break;
    const score = { unit, ...scoreOf(some, unit) };
    if (score.certain > best.certain || (score.certain === best.certain && score.likely > best.likely))
      best = score;
  }
  return best.unit;
}

/** Is every unit the same in this text? */
function isPlain(text: string): boolean {
  return /^(?:[\x01-\x0c\x0e-\x7f]|\r(?!\n))*$/.test(text);
}

function scoreOf(all: readonly Unsure[], unit: OffsetUnit): { certain: number; likely: number } {
  const score = { certain: 0, likely: 0 };
  for (const { text, places, certain = [] } of all) {
    const offsets = offsetsOf(text, unit);
    const known = new Set(certain.map(({ start, end }) => `${start} ${end}`));
    for (const place of places) {
      const span = converted(offsets, place);
      if (span && known.has(`${span.start} ${span.end}`)) score.certain++;
      score.likely += span ? edges(text, span) : -2;
    }
  }
  return score;
}

/** The span in UTF-16, or null when it is none of the text. */
export function converted(offsets: Offsets, { start, end }: Span): Span | null {
  const inside = (offset: number) => Number.isSafeInteger(offset) && offset >= 0 && offset <= offsets.length;
  if (!inside(start) || !inside(end) || start >= end) return null;
  try {
    return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
  } catch {
    return null;
  }
}

/** How many ends of the span look as if someone had meant them: 0 to 2, and none when it cuts a character. */
export function edges(text: string, span: Span): number {
  const { start, end } = span;
  const alone = [span];
  if (wholeCharacters(text, alone) !== alone) return 0;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 2);
  const words = text.slice(start, end);
  const first = /^[\p{L}\p{N}]/u.test(words);
  const last = /[\p{L}\p{N}\p{M}]$/u.test(words);
  const begins = !/^\s/u.test(words) && !(first && /[\p{L}\p{N}\p{M}]$/u.test(before));
  const ends = !/\s$/u.test(words) && !(last && /^[\p{L}\p{N}]/u.test(after));
  return Number(begins) + Number(ends);
}
