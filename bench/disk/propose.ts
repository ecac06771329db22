import type { Speaker } from '../../src/core/project/model';
import type { Evaluation } from '../../src/core/propose/evaluation/evaluate';
import { evaluate, evaluationCases } from '../../src/core/propose/evaluation/evaluate';
import { propose } from '../../src/core/propose/propose';
import { newsArticle } from '../sample/news';

export interface Proposing {
  readonly articles: number;
  readonly proposals: number;
  /** Reading all articles for the first time, ms. */
  readonly first: number;
  /** Once more for each with one entry more in the register, ms. */
  readonly again: number;
  readonly evaluation: { readonly all: Evaluation; readonly held: Evaluation };
}

/** What the rules propose for articles of about 4,000 characters, and how right they are in the hand-made cases. */
export function measureProposing(articles: number): Proposing {
  const list = Array.from({ length: articles }, (_, seed) => newsArticle(seed, 4_000));
  const register = ['Ida Holm', 'Petra Vance', 'The port authority', 'Linden Transit'].map(
    (name, at): Speaker => ({ id: `speaker-${at}`, name, aliases: [], kind: 'unspecified', note: '' }),
  );
  for (let seed = 0; seed < 20; seed++) propose(newsArticle(-1 - seed, 4_000), register); // to warm up
  let proposals = 0;
  const began = performance.now();
  for (const article of list) proposals += propose(article, register.slice(1)).length;
  const between = performance.now();
  for (const article of list) propose(article, register);
  const again = performance.now() - between;
  const evaluation = { all: evaluate(evaluationCases()), held: evaluate(evaluationCases('held')) };
  return { articles, proposals, first: between - began, again, evaluation };
}
