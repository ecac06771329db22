import { layerOf } from '../project/codebook';
import type { Annotation, Project, Reading, Speaker } from '../project/model';
import { annotationsOf } from '../project/query';
import type { Span } from '../text/span';
import { coveredLength, overlaps } from '../text/span';
import type { Proposal } from './proposal';
import { LAYER_OF } from './proposal';
import { propose } from './propose';

interface Answer {
  readonly speakers: ReadonlyMap<string, Speaker>;
  readonly list: readonly Annotation[];
  readonly reading: Reading | undefined;
  readonly codebook: Project['codebook'];
  readonly open: readonly Proposal[];
}

const known = new WeakMap<object, Answer>();
const NONE: readonly Proposal[] = [];

/**
 * The proposals for an article that wait for an answer: not those turned down, nor those whose place is
 * annotated in their layer, nor those whose layer is missing or off. The same array as long as nothing that it
 * depends on changes. A quote within a quote stays open until it is itself annotated.
 */
export function openProposals(project: Project, articleId: string): readonly Proposal[] {
  const article = project.articles.get(articleId);
  if (!article) return NONE;
  const { speakers, codebook } = project;
  const list = annotationsOf(project, articleId);
  const reading = project.readings.get(articleId);
  const last = known.get(article);
  if (
    last?.speakers === speakers &&
    last.list === list &&
    last.reading === reading &&
    last.codebook === codebook
  ) {
    return last.open;
  }
  const all = propose(article, speakers.values());
  const rejected = new Set(reading?.rejected);
  const settled = settledKeys(all, list);
  const open = all.filter(
    ({ key, kind }) => !rejected.has(key) && !settled.has(key) && layerOf(codebook, LAYER_OF[kind])?.on,
  );
  known.set(article, { speakers, list, reading, codebook, open });
  return open;
}

/** The keys of proposals that an annotation of their layer stands for. */
function settledKeys(all: readonly Proposal[], list: readonly Annotation[]): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const kind of ['quote', 'mention', 'sentiment'] as const) {
    const proposals = all.filter((next) => next.kind === kind);
    for (const { layer, spans } of list) {
      if (layer !== LAYER_OF[kind] || spans.length === 0) continue;
      const there = proposals.filter((next) => shared(next.spans, spans) > 0);
      // Of quotes within quotes it stands for the one that it is most like.
      const most = Math.max(...there.map((next) => likeness(next.spans, spans)));
      for (const next of there) {
        if (kind !== 'quote' || likeness(next.spans, spans) === most || !nests(next, there))
          settled.add(next.key);
      }
    }
  }
  return settled;
}

/** Does one of the others hold it, or it one of them? */
function nests(proposal: Proposal, others: readonly Proposal[]): boolean {
  return others.some((other) => other !== proposal && shared(other.spans, proposal.spans) > 0);
}

/** UTF-16 units that two sets of spans have in common. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a) {
    for (const two of b) {
      if (overlaps(one, two)) sum += Math.min(one.end, two.end) - Math.max(one.start, two.start);
    }
  }
  return sum;
}

/** From 0 to 1: what they have in common, of what they have together. */
function likeness(a: readonly Span[], b: readonly Span[]): number {
  const common = shared(a, b);
  return common / (coveredLength(a) + coveredLength(b) - common);
}
