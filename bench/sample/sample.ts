import type { Block, BlockKind } from '../../src/core/project/model';
import { randomFrom } from './random';
import { WORDS } from './words';

/** One annotation as every peer can take it; offsets are UTF-16. */
export interface PlainMark {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly layer: 'claim' | 'speaker' | 'quote' | 'sentiment';
}

/** A text in the shape of news and the annotations on it, in reading order. */
export interface Sample {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly marks: readonly PlainMark[];
}

type Word = readonly [start: number, end: number, block: number];

/** How many annotations may lie on one character. */
const DEEPEST = 6;
const LONGEST = 200;

/** The same text and annotations for the same numbers, whoever asks and wherever. */
export function makeSample(chars: number, annotations: number): Sample {
  const random = randomFrom(chars + annotations);
  const parts: string[] = [];
  const blocks: Block[] = [];
  const words: Word[] = [];
  let at = 0;
  while (at < chars) {
    const kind = kindOf(blocks.length);
    const sentences = kind === 'paragraph' ? 1 + Math.floor(random() * 5) : 1;
    const start = at;
    for (let sentence = 0; sentence < sentences; sentence++) {
      const count = 7 + Math.floor(random() * 20);
      for (let index = 0; index < count; index++) {
        const stem = WORDS[Math.floor(random() * WORDS.length)]!;
        const word = index === 0 ? stem[0]!.toUpperCase() + stem.slice(1) : stem;
        words.push([at, at + word.length, blocks.length]);
        const after =
          index < count - 1 ? (random() < 0.08 ? ', ' : ' ') : sentence < sentences - 1 ? '. ' : '.';
        parts.push(word, after);
        at += word.length + after.length;
      }
    }
    blocks.push({ kind, start, end: at });
    parts.push('\n');
    at += 1;
  }
  return { text: parts.join(''), blocks, marks: makeMarks(words, blocks, annotations, chars, random) };
}

function kindOf(index: number): BlockKind {
  if (index === 0) return 'title';
  if (index === 1) return 'standfirst';
  return index % 14 === 13 ? 'heading' : 'paragraph';
}

const LAYERS: readonly PlainMark['layer'][] = ['speaker', 'claim', 'quote', 'speaker', 'sentiment'];

/** Annotations begin at even distances, at words, and end at words; long ones are rarer than short ones. */
function makeMarks(
  words: readonly Word[],
  blocks: readonly Block[],
  count: number,
  chars: number,
  random: () => number,
) {
  const marks: PlainMark[] = [];
  const longest = Math.max(8, Math.min(LONGEST, (DEEPEST * chars * 1.2) / count));
  let open: number[] = [];
  let least = 0;
  for (let index = 0; index < count; index++) {
    let first = Math.max(least, Math.min(words.length - 1, Math.floor((index / count) * words.length)));
    open = open.filter((end) => end > words[first]![0]);
    while (open.length >= DEEPEST && first < words.length - 1) {
      first += 1;
      open = open.filter((end) => end > words[first]![0]);
    }
    least = first;
    const [start, shortest, block] = words[first]!;
    const goal = Math.min(start + 5 + (longest - 5) * random() ** 2, blocks[block]!.end);
    let last = first;
    while (last + 1 < words.length && words[last + 1]![1] <= goal) last += 1;
    const end = Math.max(shortest, words[last]![1]);
    open.push(end);
    marks.push({ id: `a${index}`, start, end, layer: LAYERS[index % LAYERS.length]! });
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end);
}
