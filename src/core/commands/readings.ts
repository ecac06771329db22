import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { Project, Reading, ReadingStatus } from '../project/model';

/** How far the reading of an article is, and what was turned down in it; new where nothing was noted. */
export function readingOf(project: Project, articleId: string): Reading {
  return project.readings.get(articleId) ?? { id: articleId, status: 'new', rejected: [] };
}

/** Says how far the reading of articles is. Throws for an article that is not there. */
export function setReadingStatus(
  project: Project,
  args: { readonly articles: readonly string[]; readonly status: ReadingStatus },
): Change {
  return changeOf(
    'readings',
    args.articles.map((id) => edited(project, id, { status: args.status })),
  );
}

/**
 * The reading of articles begins: new becomes reading, and what is further along stays. It goes with the first
 * annotation, in the same step: that the article was begun is then a fact, and undo takes back both. Coded and
 * checked are a person's word and never come by themselves; opening an article says nothing.
 */
export function beginReading(project: Project, args: { readonly articles: readonly string[] }): Change {
  const fresh = args.articles.filter((id) => readingOf(project, id).status === 'new');
  return setReadingStatus(project, { articles: fresh, status: 'reading' });
}

/** Turns proposals down, by their keys, so that they are not made again. */
export function rejectProposals(
  project: Project,
  args: { readonly articleId: string; readonly keys: readonly string[] },
): Change {
  const rejected = [...new Set([...readingOf(project, args.articleId).rejected, ...args.keys])];
  return changeOf('readings', [edited(project, args.articleId, { rejected })]);
}

/** An article of which there is nothing to say is not written down. */
function edited(
  project: Project,
  articleId: string,
  fields: Partial<Reading>,
): readonly [Reading | null, Reading | null] {
  if (!project.articles.has(articleId)) throw new Error(`no article ${articleId}`);
  const after = { ...readingOf(project, articleId), ...fields };
  const isNew = after.status === 'new' && after.rejected.length === 0;
  return [project.readings.get(articleId) ?? null, isNew ? null : after];
}
