import type { Annotation, Article, Project } from '../project/model';
import { annotationsOf, articlesInOrder } from '../project/query';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import { placementProblem } from '../project/validate';
import { textProblem } from './carriable';

/** What an export writes: the part of a project that a scope means, seen from the whole. */
export interface Part {
  readonly whole: Project;
  /** Articles of the part, in the order they were added. */
  readonly articles: readonly Article[];
  /** Article id -> its annotations in the part whose places are in the text, in reading order. */
  readonly annotations: ReadonlyMap<string, readonly Annotation[]>;
  /** Annotations left out because their place is not in their text, or their article is missing. */
  readonly misplaced: number;
  readonly orphans: number;
  /** Every annotation of the whole project by id. */
  readonly byId: ReadonlyMap<string, Annotation>;
}

/**
 * Gathers the part once, so that writing it takes time in proportion to it. Throws when a text cannot be
 * carried by any file.
 */
export function partOf(whole: Project, scope: Scope = {}): Part {
  const part = restrict(whole, scope);
  const articles = articlesInOrder(part);
  const annotations = new Map<string, readonly Annotation[]>();
  let misplaced = 0;
  for (const article of articles) {
    assertCarriable(article);
    const list = annotationsOf(part, article.id);
    const placed = list.filter((annotation) => placementProblem(annotation, article) === null);
    misplaced += list.length - placed.length;
    if (placed.length > 0) annotations.set(article.id, placed);
  }
  let orphans = 0;
  for (const [articleId, list] of part.annotations) if (!part.articles.has(articleId)) orphans += list.length;
  const byId = new Map<string, Annotation>();
  for (const list of whole.annotations.values())
    for (const annotation of list) byId.set(annotation.id, annotation);
  return { whole, articles, annotations, misplaced, orphans, byId };
}

/** Throws an Error that names the article and the place when its text holds what no file can carry. */
export function assertCarriable({ id, title, text }: Article): void {
  const problem = textProblem(text);
  if (problem) throw new Error(`“${title}” (${id}) cannot be exported: ${problem}. Import it again.`);
}

/** The annotations of the part, article by article. */
export function* annotationsIn(part: Part): Generator<Annotation> {
  for (const list of part.annotations.values()) yield* list;
}
