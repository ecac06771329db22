import { DAYS, MONTHS, NO_NAME } from '../attribute/words';
import type { Region } from '../read/region';
import type { Token } from '../read/tokens';
import { BODIES, HONORIFICS, ROLES } from './titles';

/** A name as it stands in a region: indexes of its tokens, `to` not included. */
export interface NameRun {
  /** With the title before it, if that is part of how someone is called: “Ms. Imhoff”. */
  readonly from: number;
  /** Where the name itself begins. */
  readonly core: number;
  readonly to: number;
}

/** Small words inside names: “Piet van Ruyl”, “Bank of Linden”. */
const PARTICLES = new Set(
  'de da di do du dos del della der den la le van von of ter ten bin ibn al el y'.split(' '),
);

const known = new WeakMap<Region, ReadonlyMap<number, NameRun>>();

/** The names in a region, by the index of each of their tokens. Empty for headlines in Which Every Word Is Big. */
export function nameRuns(region: Region): ReadonlyMap<number, NameRun> {
  let found = known.get(region);
  if (!found) {
    found = isTitleCase(region) ? new Map() : findRuns(region);
    known.set(region, found);
  }
  return found;
}

function findRuns({ tokens, sentences }: Region): ReadonlyMap<number, NameRun> {
  const found = new Map<number, NameRun>();
  for (const { from, to } of sentences) {
    for (let at = from; at < to; at++) {
      if (!isNameWord(tokens[at]!)) continue;
      let end = at + 1;
      while (end < to && !tokens[end - 1]!.possessive) {
        if (isNameWord(tokens[end]!)) end++;
        else if (joins(tokens, end, to)) end += 2;
        else break;
      }
      const run = trimmed(tokens, at, end, from);
      if (run) for (let index = run.from; index < run.to; index++) found.set(index, run);
      at = end - 1;
    }
  }
  return found;
}

/** “van” in “Piet van Ruyl”, “&” in “Kessler & Vane”, “of” in “Bank of Linden”: goes on behind the small word. */
function joins(tokens: readonly Token[], at: number, to: number): boolean {
  const { lower } = tokens[at]!;
  const next = tokens[at + 1];
  if (at + 1 >= to || !next || !isNameWord(next)) return false;
  if (lower === '&') return true;
  if (lower === 'of')
    return (
      BODIES.has(tokens[at - 1]!.lower) ||
      /^(?:bank|city|church|bay|house|port)$/u.test(tokens[at - 1]!.lower)
    );
  return PARTICLES.has(lower);
}

function isNameWord({ kind, capital, lower }: Token): boolean {
  return kind === 'word' && capital && !NO_NAME.has(lower) && !DAYS.has(lower) && !MONTHS.has(lower);
}

/** Without what stands before the person: “Linden Mayor Petra Vance” is Mayor Petra Vance. Null for a bare title. */
function trimmed(tokens: readonly Token[], from: number, to: number, sentence: number): NameRun | null {
  let core = from;
  for (let at = from; at + 1 < to; at++) {
    const { lower } = tokens[at]!;
    if (HONORIFICS.has(lower) || ROLES.has(lower)) core = at + 1;
  }
  const last = tokens[to - 1]!.lower;
  if (to - core === 1 && (HONORIFICS.has(last) || (ROLES.has(last) && (core === sentence || core > from))))
    return null;
  let first = core;
  while (first > from && HONORIFICS.has(tokens[first - 1]!.lower)) first--;
  return { from: first, core, to };
}

/** Is it a line without a full stop in which most of the longer words begin with a capital? */
function isTitleCase({ tokens }: Region): boolean {
  if (tokens.some(({ lower }) => lower === '.')) return false;
  const words = tokens.filter(({ kind, text }) => kind === 'word' && /^\p{L}/u.test(text) && text.length > 3);
  const big = words.filter(({ capital }) => capital).length;
  return words.length >= 5 && big / words.length > 0.7;
}
