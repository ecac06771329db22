import { targetsOf } from '../../core/formats/dangling';
import type { Annotation, Article, Project } from '../../core/project/model';
import { splitsSurrogatePair } from '../../core/text/span';

/** The article as far as `length` (UTF-16), the blocks cut with it: enough to look at, however long it is. */
export function beginningOf(article: Article, length: number): Article {
  const { text, blocks } = article;
  if (text.length <= length) return article;
  const end = splitsSurrogatePair(text, length) ? length - 1 : length;
  return {
    ...article,
    text: text.slice(0, end),
    blocks: blocks
      .filter((block) => block.start < end)
      .map((block) => ({ ...block, end: Math.min(block.end, end) })),
  };
}

/** Of a long article so much is looked at, and as many of its annotations that are meant. */
const LENGTH = 20_000;
const ANNOTATIONS = 40;

/**
 * The project with one article only, and of that the beginning, as far as its first annotations that are meant; with
 * the annotations that lie in it wholly, also those that are not meant, for roles may be inherited from them.
 */
export function briefly(
  project: Project,
  article: Article,
  isMeant: (annotation: Annotation) => boolean,
): Project {
  const all = project.annotations.get(article.id) ?? [];
  const first = all.filter(isMeant).slice(0, ANNOTATIONS);
  const cut = beginningOf(article, Math.max(LENGTH, ...first.map(endOf)));
  const inside = cut === article ? all : all.filter((annotation) => endOf(annotation) <= cut.text.length);
  return {
    ...project,
    articles: new Map([[article.id, cut]]),
    annotations: inside.length > 0 ? new Map([[article.id, inside]]) : new Map(),
  };
}

/** Where the last passage of the annotation or of what it points at ends. */
function endOf(annotation: Annotation): number {
  let end = annotation.spans.at(-1)?.end ?? 0;
  for (const target of targetsOf(annotation))
    if ('spans' in target) end = Math.max(end, target.spans.at(-1)?.end ?? 0);
  return end;
}
