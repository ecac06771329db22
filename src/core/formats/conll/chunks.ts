import type { Annotation } from '../../project/model';
import type { Span } from '../../text/span';
import type { Sentence } from './sentences-of';

/** Words next to each other in one sentence that one annotation marks. */
export interface Chunk {
  readonly layer: string;
  /** Number of the sentence, and of its first and last word. */
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
}

/** Annotations as columns of tags can hold them, and what they cannot. */
export interface Chunked {
  /** In the order of the words. */
  readonly chunks: readonly Chunk[];
  /** How many speak of the whole article, mark no word, or overlap one that came before: those are left out. */
  readonly whole: number;
  readonly wordless: number;
  readonly overlap: number;
  /** How many are more than one chunk, and how many begin or end elsewhere than a word does. */
  readonly inPieces: number;
  readonly fitted: number;
  /** Those that are written. */
  readonly written: readonly Annotation[];
}

/**
 * Takes annotations in reading order, which has the longer first where two begin together, as long as all their words
 * are still free. A passage becomes the words it touches, cut where a sentence ends.
 */
export function chunksOf(sentences: readonly Sentence[], annotations: readonly Annotation[]): Chunked {
  const all = sentences.flatMap(({ words }, sentence) => words.map((word, at) => ({ word, sentence, at })));
  const words = all.map(({ word }) => word);
  const free = new Array<boolean>(all.length).fill(true);
  const counts = { whole: 0, wordless: 0, overlap: 0, inPieces: 0, fitted: 0 };
  const chunks: (Chunk & { readonly place: number })[] = [];
  const written: Annotation[] = [];
  for (const annotation of annotations) {
    const runs = runsOf(words, annotation.spans);
    if (annotation.spans.length === 0) counts.whole++;
    else if (runs.length === 0) counts.wordless++;
    else if (runs.some((run) => !isFree(free, run))) counts.overlap++;
    else {
      const own = runs.flatMap(({ from, to }) => inSentences(all, annotation.layer, from, to));
      for (const { from, to } of runs) free.fill(false, from, to);
      chunks.push(...own);
      written.push(annotation);
      if (own.length > 1) counts.inPieces++;
      if (misfits(words, annotation.spans)) counts.fitted++;
    }
  }
  return { chunks: chunks.sort((a, b) => a.place - b.place), ...counts, written };
}

/** Words that follow each other. */
export interface Run {
  /** Numbers of words, the end excluded. */
  readonly from: number;
  readonly to: number;
}

function isFree(free: readonly boolean[], { from, to }: Run): boolean {
  for (let at = from; at < to; at++) if (!free[at]) return false;
  return true;
}

/** The words that passages touch; passages that touch one word together are one run. */
export function runsOf(words: readonly Span[], spans: readonly Span[]): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  for (const { start, end } of spans) {
    const from = firstAfter(words, (word) => word.end > start);
    const to = firstAfter(words, (word) => word.start >= end);
    const last = runs.at(-1);
    if (from >= to) continue;
    if (last && from < last.to) last.to = to;
    else runs.push({ from, to });
  }
  return runs;
}

/** The number of the first word for which `reached` holds, as it does for all after it. */
function firstAfter(words: readonly Span[], reached: (word: Span) => boolean): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(words[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Placed {
  readonly word: Span;
  readonly sentence: number;
  readonly at: number;
}

function inSentences(all: readonly Placed[], layer: string, from: number, to: number) {
  const chunks: (Chunk & { last: number; readonly place: number })[] = [];
  for (let place = from; place < to; place++) {
    const { sentence, at } = all[place]!;
    const before = chunks.at(-1);
    if (before?.sentence === sentence) before.last = at;
    else chunks.push({ layer, sentence, first: at, last: at, place });
  }
  return chunks;
}

/** Does a passage begin or end elsewhere than a word does? Then words cannot give it back. */
export function misfits(words: readonly Span[], spans: readonly Span[]): boolean {
  return spans.some(
    ({ start, end }) =>
      words[firstAfter(words, (word) => word.end > start)]?.start !== start ||
      words[firstAfter(words, (word) => word.end >= end)]?.end !== end,
  );
}
