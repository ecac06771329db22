import type { Annotation, Project } from '../../core/project/model';
import { compareAnnotations } from '../../core/project/order';
import { placementProblem } from '../../core/project/validate';
import { annotationPath } from './layout';
import type { Rows, SetAside } from './rows';

/** A project from the rows of all its files. `info` and `codebook` must be among them. */
export function assemble(files: Iterable<Rows>): Project {
  let info: Project['info'] | undefined;
  let codebook: Project['codebook'] | undefined;
  const project = {
    articles: new Map<string, Project['articles'] extends ReadonlyMap<string, infer Row> ? Row : never>(),
    annotations: new Map<string, Annotation[]>(),
    speakers: new Map(),
    claims: new Map(),
    annotators: new Map(),
    readings: new Map(),
  };
  for (const rows of files) {
    info ??= rows.info;
    codebook ??= rows.codebook;
    if (rows.article) project.articles.set(rows.article.id, rows.article);
    for (const row of rows.annotators ?? []) project.annotators.set(row.id, row);
    for (const row of rows.speakers ?? []) project.speakers.set(row.id, row);
    for (const row of rows.claims ?? []) project.claims.set(row.id, row);
    for (const row of rows.readings ?? []) project.readings.set(row.id, row);
    for (const row of rows.annotations ?? []) {
      const list = project.annotations.get(row.articleId);
      if (list) list.push(row);
      else project.annotations.set(row.articleId, [row]);
    }
  }
  if (!info || !codebook) throw new Error('a project cannot be without its information and its codebook');
  const articles = new Map([...project.articles].sort(([, a], [, b]) => a.order - b.order));
  for (const list of project.annotations.values()) list.sort(compareAnnotations);
  return { ...project, info, codebook, articles };
}

/**
 * The project without the annotations that cannot stand where they say (past the end of the text, no such
 * article, an id twice), and those, by the file they are kept in. The same project when all are well.
 */
export function setMisplacedAside(project: Project): {
  readonly project: Project;
  readonly setAside: ReadonlyMap<string, readonly SetAside[]>;
} {
  const setAside = new Map<string, SetAside[]>();
  const annotations = new Map<string, readonly Annotation[]>();
  const ids = new Set<string>();
  for (const [articleId, list] of project.annotations) {
    const article = project.articles.get(articleId);
    const good = list.filter((annotation) => {
      const twice = ids.has(annotation.id) ? 'has an id that another annotation has' : null;
      const why = twice ?? (article ? placementProblem(annotation, article) : 'its article is not there');
      ids.add(annotation.id);
      if (why === null) return true;
      const path = annotationPath(annotation.annotatorId, annotation.articleId);
      setAside.set(path, [...(setAside.get(path) ?? []), { why, record: annotation }]);
      return false;
    });
    if (good.length > 0) annotations.set(articleId, good.length === list.length ? list : good);
  }
  return setAside.size === 0 ? { project, setAside } : { project: { ...project, annotations }, setAside };
}
