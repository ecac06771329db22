import type { Annotation, Article, AttributeValue, Project } from '../project/model';
import { allAnnotations, annotationsOf, articlesInOrder } from '../project/query';
import type { Offsets } from '../text/offsets';
import { offsetsOf } from '../text/offsets';
import { writeCsv } from './csv-cells';
import { fileNameOf } from './file-name';
import type { Format } from './format';
import { addDangling, addSurroundings, countLosses } from './loss';
import { inheritedTargets, ownTargets, passagesOf } from './targets';

const FIXED = [
  'annotation_id',
  'article_id',
  'title',
  'byline',
  'outlet',
  'published',
  'url',
  'language',
  'file_name',
  'layer',
  'quote',
  'prefix',
  'suffix',
  'start',
  'end',
  'passages',
  'offset_unit',
  'annotator',
  'status',
  'certainty',
  'note',
  'created',
  'updated',
  'codebook_version',
] as const;

/**
 * CSV for spreadsheets and statistics: one annotation a row. Offsets are Unicode code points; `passages` has
 * all of them ("12-40;55-60"). Attributes are columns `layer.attribute`; roles are three columns, the words
 * (`layer.role`), the ids (`layer.role.id`) and what is taken over from a quote (`layer.role.inherited`).
 */
export const CSV: Format = {
  id: 'csv',
  label: 'CSV',
  hint: 'one row per annotation',
  extensions: ['csv'],
  unit: 'codepoint',
  fidelity: 'lossy',
  serialize(project, progress) {
    const articles = articlesInOrder(project);
    const wide = wideColumns(project);
    const rows = articles.flatMap((article, index) => {
      progress?.(index, articles.length);
      const list = annotationsOf(project, article.id);
      if (list.length === 0) return [];
      const offsets = offsetsOf(article.text, 'codepoint');
      return list.map((annotation) => row(project, article, annotation, offsets, wide));
    });
    progress?.(articles.length, articles.length);
    const losses = countLosses();
    losses.add('article-text', 'article’s full text', 'articles’ full texts', articles.length);
    losses.add('blocks', 'article’s division into blocks', 'articles’ division into blocks', articles.length);
    const untagged = articles.filter(({ id }) => annotationsOf(project, id).length === 0).length;
    losses.add(
      'untagged-article',
      'article without annotations (it has no row)',
      'articles without annotations (they have no rows)',
      untagged,
    );
    const notes = articles.filter(({ note }) => note).length;
    losses.add('article-note', 'note on an article', 'notes on articles', notes);
    addSurroundings(losses, project);
    addDangling(losses, project);
    const data = writeCsv([...FIXED, ...wide], rows);
    return {
      files: [{ path: `${fileNameOf(project.info.name)}.csv`, data }],
      loss: losses.report('codepoint'),
    };
  },
};

/** The columns that the codebook makes, and any that annotations have beyond it, in a fixed order. */
function wideColumns(project: Project): readonly string[] {
  const columns = new Set<string>();
  const role = (name: string) => [name, `${name}.id`, `${name}.inherited`];
  for (const layer of project.codebook.layers) {
    for (const { id } of layer.attributes) columns.add(`${layer.id}.${id}`);
    for (const { id } of layer.roles) for (const name of role(`${layer.id}.${id}`)) columns.add(name);
  }
  const beyond = new Set<string>();
  for (const { layer, attributes, roles } of allAnnotations(project)) {
    for (const id of Object.keys(attributes)) beyond.add(`${layer}.${id}`);
    for (const id of Object.keys(roles)) for (const name of role(`${layer}.${id}`)) beyond.add(name);
  }
  return [...columns, ...[...beyond].filter((name) => !columns.has(name)).sort()];
}

function row(
  project: Project,
  article: Article,
  annotation: Annotation,
  offsets: Offsets,
  wide: readonly string[],
): readonly string[] {
  const passages = passagesOf(article.text, offsets, annotation.spans);
  const cells: Record<(typeof FIXED)[number], string> = {
    annotation_id: annotation.id,
    article_id: article.id,
    title: article.title,
    byline: article.byline ?? '',
    outlet: article.outlet ?? '',
    published: article.publishedAt ?? '',
    url: article.url ?? '',
    language: article.language,
    file_name: article.origin.fileName ?? '',
    layer: annotation.layer,
    quote: annotation.quote,
    prefix: annotation.prefix,
    suffix: annotation.suffix,
    start: passages[0] ? String(passages[0].start) : '',
    end: passages.at(-1) ? String(passages.at(-1)!.end) : '',
    passages: passages.map(({ start, end }) => `${start}-${end}`).join(';'),
    offset_unit: 'codepoint',
    annotator: project.annotators.get(annotation.annotatorId)?.name ?? annotation.annotatorId,
    status: annotation.status,
    certainty: annotation.certainty,
    note: annotation.note,
    created: annotation.createdAt,
    updated: annotation.updatedAt,
    codebook_version: annotation.codebookVersion,
  };
  const more = new Map<string, string>();
  const prefix = `${annotation.layer}.`;
  for (const [id, value] of Object.entries(annotation.attributes))
    more.set(prefix + id, attributeText(value));
  const gather = (column: string, text: string) =>
    more.set(column, more.has(column) ? `${more.get(column)}; ${text}` : text);
  for (const target of ownTargets(project, annotation, offsets)) {
    gather(prefix + target.role, target.label);
    const places = target.spans.map(({ start, end }) => `${start}-${end}`).join(',');
    gather(`${prefix}${target.role}.id`, target.id ?? (target.kind === 'author' ? 'author' : places));
  }
  for (const target of inheritedTargets(project, annotation, offsets))
    gather(`${prefix}${target.role}.inherited`, target.label);
  return [...FIXED.map((name) => cells[name]), ...wide.map((name) => more.get(name) ?? '')];
}

const attributeText = (value: AttributeValue) => (Array.isArray(value) ? value.join('; ') : String(value));
