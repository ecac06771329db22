import type { Span } from '../../text/span';
import type { QuoteProposal } from '../proposal';
import { propose } from '../propose';
import { DIRECT } from './cases-direct';
import { INDIRECT } from './cases-indirect';
import { NEGATIVES } from './cases-negatives';
import { PASSAGES } from './cases-passages';
import { REPORTS } from './cases-reports';
import type { Case } from './read-cases';
import { readCases } from './read-cases';

/** How much of what was proposed is right, and how much of what is there was proposed. */
export interface Figure {
  readonly right: number;
  readonly proposed: number;
  readonly expected: number;
  /** right / proposed; 1 where nothing was proposed. */
  readonly precision: number;
  /** right / expected; 1 where nothing was expected. */
  readonly recall: number;
}

/** What the rules reach on a set of cases. */
export interface Evaluation {
  readonly cases: number;
  /** Quotes whose content is right to the character, all spans of it. */
  readonly content: Figure;
  /** Of the quotes whose content is right: the words that name the source, to the character. */
  readonly source: Figure;
  /** Of the direct quotes whose content is right: the full name of who speaks. */
  readonly speaker: Figure;
  /** Of the quotes whose content is right: the cue. */
  readonly cue: Figure;
  /** Of the quotes whose content is right: direct, indirect or mixed. */
  readonly form: Figure;
}

/** The hand-made cases; rules may be tuned on `dev` only. */
export function evaluationCases(half?: Case['half']): readonly Case[] {
  return [DIRECT, INDIRECT, PASSAGES, NEGATIVES, REPORTS]
    .flatMap(readCases)
    .filter((next) => half === undefined || next.half === half);
}

/** Holds what the rules propose against what a person marked. */
export function evaluate(cases: readonly Case[]): Evaluation {
  const counts = { content: tally(), source: tally(), speaker: tally(), cue: tally(), form: tally() };
  for (const { article, speakers, quotes } of cases) {
    const found = quotesIn(article, speakers);
    counts.content.proposed += found.length;
    counts.content.expected += quotes.length;
    for (const expected of quotes) {
      const there = found.find(({ spans }) => sameSpans(spans, expected.spans));
      if (there) counts.content.right++;
      compare(counts.source, expected.source, there && (there.source?.span ?? null), sameSpan);
      compare(counts.cue, expected.cue, there?.cue, sameSpan);
      compare(counts.form, expected.form, there?.form, Object.is);
      if (expected.form !== 'direct') continue;
      compare(counts.speaker, expected.speaker, there && (speakerOf(there, speakers) ?? null), Object.is);
    }
  }
  const figures = Object.entries(counts).map(([name, count]) => [name, figure(count)]);
  return { cases: cases.length, ...(Object.fromEntries(figures) as Omit<Evaluation, 'cases'>) };
}

/** The quotes that the rules propose for a case. */
export function quotesIn(article: Case['article'], speakers: Case['speakers']): readonly QuoteProposal[] {
  return propose(article, speakers).filter((next): next is QuoteProposal => next.kind === 'quote');
}

/** The name that a proposal gives to who speaks, as the register has it. */
export function speakerOf({ source }: QuoteProposal, speakers: Case['speakers']): string | undefined {
  return speakers.find(({ id }) => id === source?.speaker)?.name ?? (source?.name || undefined);
}

export function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every((span, at) => sameSpan(span, b[at]!));
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

type Tally = { right: number; proposed: number; expected: number };
const tally = (): Tally => ({ right: 0, proposed: 0, expected: 0 });

/** Counts one part of one quote; `found` is undefined when the quote itself was not found. */
function compare<Value>(
  count: Tally,
  expected: Value | null,
  found: Value | null | undefined,
  same: (a: Value, b: Value) => boolean,
): void {
  if (expected !== null) count.expected++;
  if (found === undefined || found === null) return;
  count.proposed++;
  if (expected !== null && same(expected, found)) count.right++;
}

function figure({ right, proposed, expected }: Tally): Figure {
  const precision = proposed === 0 ? 1 : right / proposed;
  return { right, proposed, expected, precision, recall: expected === 0 ? 1 : right / expected };
}
