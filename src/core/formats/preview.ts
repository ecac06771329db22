import type { Annotation, Project } from '../project/model';
import { articlesInOrder } from '../project/query';
import type { Scope } from '../project/scope';
import { inScope } from '../project/scope';
import type { Format } from './format';

/** The beginning of the main file that an export would write. */
export interface Preview {
  readonly path: string;
  /** Lines of the file, long ones cut off with "…". */
  readonly lines: readonly string[];
}

/** Enough of a project to fill a preview, whatever the format. */
const ARTICLES = 3;
const ANNOTATIONS = 40;

/**
 * What the first `lines` lines of an export would be, each of at most `width` characters. Only the first
 * articles of the scope are looked at, and of each only its first annotations, so that a dialog can show it
 * live for any project.
 */
export function preview(
  format: Format,
  project: Project,
  scope: Scope = {},
  { lines = 40, width = 400 } = {},
): Preview {
  const wanted = scope.articles && new Set(scope.articles);
  const articles = articlesInOrder(project)
    .filter(({ id }) => !wanted || wanted.has(id))
    .slice(0, ARTICLES);
  const few = {
    ...project,
    articles: new Map(articles.map((article) => [article.id, article])),
    annotations: new Map(
      articles.map(({ id }) => [id, upTo(ANNOTATIONS, project.annotations.get(id) ?? [], scope)] as const),
    ),
  };
  const part = { ...scope, articles: articles.map(({ id }) => id) };
  const file = format.first ? format.first(few, part) : format.serialize(few, part).files[0];
  if (!file) throw new Error(`${format.id} wrote no file`);
  return { path: file.path, lines: firstLines(file.data, lines).map((line) => cut(line, width)) };
}

/** The list up to its n-th annotation in scope; those between stay, for roles may be inherited from them. */
function upTo(count: number, list: readonly Annotation[], scope: Scope): readonly Annotation[] {
  let found = 0;
  const end = list.findIndex((annotation) => inScope(scope, annotation) && ++found > count);
  return end < 0 ? list : list.slice(0, end);
}

function firstLines(data: string, count: number): readonly string[] {
  const found: string[] = [];
  for (let from = 0; from < data.length && found.length < count; ) {
    const newline = data.indexOf('\n', from);
    const end = newline < 0 ? data.length : newline;
    found.push(data.slice(from, end).replace(/\r$/, ''));
    from = end + 1;
  }
  return found;
}

function cut(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width).replace(/[\ud800-\udbff]$/, '')}…`;
}
