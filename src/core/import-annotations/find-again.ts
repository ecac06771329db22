import { isPlace, type RoughSearch } from '../text/find-roughly';
import type { Span } from '../text/span';

/** Words that are looked for in another text than the one they were marked in. */
export interface Sought {
  readonly quote: string;
  /** What stood before and after them. */
  readonly prefix: string;
  readonly suffix: string;
  /** How far in the text they began, from 0 to 1. */
  readonly share: number;
}

/** So many places are compared; words that occur more often are told apart by the first of them. */
const MOST = 2_000;
/** Units of the surroundings that must be the same where words occur more than once, or are very short. */
const ENOUGH = 4;
const SHORT = 3;
/** The share of the surroundings with which nobody doubts a place. */
const MOSTLY = 0.75;

/** A place of words. `roughly`: they are a little different there. */
export type FoundAgain = Span & { readonly roughly?: true };

/**
 * Where words most likely are in a text: where they stand with the most of their surroundings, of equals the nearest to
 * where they were; or where something very like them stands with much of their surroundings. Null when they are not
 * there, or in several places of which no surroundings say which is meant.
 */
export function findAgain(search: RoughSearch, { quote, prefix, suffix, share }: Sought): FoundAgain | null {
  const { text } = search;
  if (quote.trim() === '') return null;
  const expected = share * text.length;
  let best: { at: number; alike: number; far: number } | null = null;
  let count = 0;
  for (let at = text.indexOf(quote); at >= 0 && count < MOST; at = text.indexOf(quote, at + 1)) {
    count++;
    const alike = alikeBefore(text, at, prefix) + alikeAfter(text, at + quote.length, suffix);
    const far = Math.abs(at - expected);
    if (!best || alike > best.alike || (alike === best.alike && far < best.far)) best = { at, alike, far };
  }
  const sure = count === 1 && quote.length >= SHORT;
  const exact =
    best && (sure || best.alike >= ENOUGH) ? { start: best.at, end: best.at + quote.length } : null;
  if (exact && best!.alike >= MOSTLY * (prefix.length + suffix.length)) return exact;
  // The same words may stand elsewhere, and those that are meant may have changed.
  const rough = search.find({ quote, prefix, suffix });
  if (rough === null) return exact;
  if (!isPlace(rough)) return null;
  return text.slice(rough.start, rough.end) === quote ? rough : { ...rough, roughly: true };
}

function alikeBefore(text: string, at: number, prefix: string): number {
  let alike = 0;
  while (alike < prefix.length && at > alike && text[at - 1 - alike] === prefix[prefix.length - 1 - alike])
    alike++;
  return alike;
}

function alikeAfter(text: string, at: number, suffix: string): number {
  let alike = 0;
  while (alike < suffix.length && text[at + alike] === suffix[alike]) alike++;
  return alike;
}
