import { CONTEXT_LENGTH, PASSAGE_JOINT } from '../text/context';
import type { Span } from '../text/span';
import { splitsSurrogatePair } from '../text/span';

/** What an annotation says of its place in words. */
export interface Words {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Where in a text an annotation's words stand (UTF-16), by its quote and what stood on either side of it. Null
 * when they are not there, or at several places equally well: a guess would be worse than a question.
 */
export function anchor(text: string, words: Words): readonly Span[] | null {
  // What joins passages may as well stand in the text itself.
  return (
    anchorParts(text, [words.quote], words) ?? anchorParts(text, words.quote.split(PASSAGE_JOINT), words)
  );
}

function anchorParts(
  text: string,
  parts: readonly string[],
  { prefix, suffix }: Words,
): readonly Span[] | null {
  let best: { readonly score: number; readonly spans: readonly Span[] } | null = null;
  let tied = false;
  for (const first of placesOf(text, parts[0]!, 0)) {
    const spans = follow(text, parts, first);
    if (!spans) continue;
    const [before, after] = [text.slice(0, first), text.slice(spans.at(-1)!.end)];
    // Where less was kept than is kept, the text began or ended there.
    const around = prefix !== '' || suffix !== '';
    const ends = (there: string, kept: string) => around && kept.length < CONTEXT_LENGTH && there === kept;
    const score =
      likeEnd(before, prefix) +
      likeStart(after, suffix) +
      (ends(before, prefix) ? 1 : 0) +
      (ends(after, suffix) ? 1 : 0);
    tied = best !== null && score === best.score;
    if (best === null || score > best.score) best = { score, spans };
  }
  return tied ? null : (best?.spans ?? null);
}

/** The passages one after the other from `first` on, each at its next place that does not touch the one before. */
function follow(text: string, parts: readonly string[], first: number): readonly Span[] | null {
  const spans: Span[] = [];
  let from = first;
  for (const part of parts) {
    const [start] = placesOf(text, part, from);
    if (start === undefined) return null;
    spans.push({ start, end: start + part.length });
    from = start + part.length + 1;
  }
  return spans;
}

/** Where words stand, from an offset on; never with half a character. */
function* placesOf(text: string, words: string, from: number): Generator<number> {
  if (words === '') return;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!splitsSurrogatePair(text, at) && !splitsSurrogatePair(text, at + words.length)) yield at;
  }
}

/** How many characters the ends of both have in common. */
function likeEnd(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a.at(-1 - length) === b.at(-1 - length)) length++;
  return length;
}

function likeStart(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}
