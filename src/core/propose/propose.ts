import type { Article, Speaker } from '../project/model';
import { compareByPlace } from './attribute/attribution';
import { attributions } from './attribute/attributions';
import { mentions } from './mentions';
import { peopleOf } from './names/people';
import type { Proposal } from './proposal';
import { readArticle } from './read/read-article';
import { resolve } from './resolve';
import { sentimentHints } from './sentiment';

export { frameAt } from './frame-at';
export { frameNear } from './frame-near';
export { openProposals } from './open-proposals';

interface Answer {
  readonly register: readonly Speaker[];
  readonly proposals: readonly Proposal[];
}

const known = new WeakMap<Article, Answer>();

/**
 * What the rules find in an article, in reading order: who says what, who is mentioned, where feeling may be.
 * `speakers` is the register, in whatever iterable; the answer for the last one asked with is remembered.
 */
export function propose(article: Article, speakers: Iterable<Speaker>): readonly Proposal[] {
  const register = [...speakers];
  const last = known.get(article);
  if (last && sameRegister(last.register, register)) return last.proposals;
  const reading = readArticle(article);
  const found = attributions(article);
  const people = peopleOf(reading, register, found);
  const quotes = resolve(reading, people, found);
  const proposals = [...quotes, ...mentions(reading, people, quotes), ...sentimentHints(reading)].sort(
    compareByPlace,
  );
  known.set(article, { register, proposals });
  return proposals;
}

function sameRegister(a: readonly Speaker[], b: readonly Speaker[]): boolean {
  return a.length === b.length && a.every((speaker, at) => speaker === b[at]);
}
