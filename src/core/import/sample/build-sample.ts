import { defaultAttributes, layerOf } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import { emptyProject } from '../../project/empty';
import type { Annotation, Annotator, Article, Project, Reading, Target } from '../../project/model';
import { compareAnnotations } from '../../project/order';
import { contextOf } from '../../text/context';
import { normalise } from '../../text/span';
import type { ArticleDraft } from '../draft';
import { findPassage } from './find-passage';
import type { SampleAnnotation, SampleFile, SampleTarget } from './sample-file';

/**
 * The sample project: the shipped articles as they were read, with the annotations made by hand for them.
 * Ids are the same every time; `at` (ISO 8601 UTC) stamps everything. Throws when a draft is missing, a
 * passage is not found or not unique, or something points at nothing.
 */
export function buildSample(args: {
  readonly file: SampleFile;
  /** File name -> the article read from it. */
  readonly drafts: ReadonlyMap<string, ArticleDraft>;
  readonly annotator: Annotator;
  readonly at: string;
}): Project {
  const { file, drafts, annotator, at } = args;
  const articles = new Map<string, Article>();
  const readings = new Map<string, Reading>();
  for (const { id, file: name, reading } of file.articles) {
    const draft = drafts.get(name);
    if (!draft) throw new Error(`the sample article ${name} was not read`);
    articles.set(id, { id, ...draft, order: articles.size, addedAt: at });
    if (reading) readings.set(id, { id, status: reading, rejected: [] });
  }
  const speakers = new Map(file.speakers.map((speaker) => [speaker.id, withoutUndefined(speaker)]));
  const claims = new Map(file.claims.map((claim) => [claim.id, claim]));
  const ids = annotationIds(file);
  const annotations = new Map<string, readonly Annotation[]>();
  for (const [index, source] of file.annotations.entries()) {
    const article = articles.get(source.article);
    if (!article) throw new Error(`annotation ${index} is of no article: ${source.article}`);
    const resolve = (target: SampleTarget): Target => {
      if ('passage' in target) return { spans: [findPassage(article.text, target.passage)] };
      if ('annotation' in target)
        return { annotation: present(ids.get(target.annotation), target.annotation) };
      if ('speaker' in target) present(speakers.get(target.speaker), target.speaker);
      if ('claim' in target) present(claims.get(target.claim), target.claim);
      return target;
    };
    const made = annotate(source, { id: idOf(index), article, annotatorId: annotator.id, at, resolve });
    annotations.set(article.id, [...(annotations.get(article.id) ?? []), made]);
  }
  for (const [id, list] of annotations) annotations.set(id, [...list].sort(compareAnnotations));
  const info = { ...file.project, createdAt: at };
  return { ...emptyProject(info, annotator), articles, annotations, speakers, claims, readings };
}

function annotate(
  source: SampleAnnotation,
  {
    id,
    article,
    annotatorId,
    at,
    resolve,
  }: {
    readonly id: string;
    readonly article: Article;
    readonly annotatorId: string;
    readonly at: string;
    resolve(target: SampleTarget): Target;
  },
): Annotation {
  const layer = layerOf(DEFAULT_CODEBOOK, source.layer);
  if (!layer) throw new Error(`no layer ${source.layer} in the built-in codebook`);
  const spans = normalise(source.passages.map((passage) => findPassage(article.text, passage)));
  const roles = Object.entries(source.roles ?? {}).map(([role, targets]) => [role, targets.map(resolve)]);
  return {
    id,
    articleId: article.id,
    annotatorId,
    layer: layer.id,
    spans,
    ...contextOf(article.text, spans),
    attributes: { ...defaultAttributes(layer), ...source.attributes },
    roles: Object.fromEntries(roles) as Annotation['roles'],
    note: source.note ?? '',
    certainty: source.certainty ?? 'certain',
    status: source.status ?? 'draft',
    codebookVersion: DEFAULT_CODEBOOK.version,
    createdAt: at,
    updatedAt: at,
  };
}

function idOf(index: number): string {
  return `sample-${String(index + 1).padStart(3, '0')}`;
}

/** Key -> id of the annotation that bears it. */
function annotationIds(file: SampleFile): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [index, { key }] of file.annotations.entries()) {
    if (key === undefined) continue;
    if (ids.has(key)) throw new Error(`two annotations are called ${key}`);
    ids.set(key, idOf(index));
  }
  return ids;
}

function present<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw new Error(`the sample points at ${name}, which is not there`);
  return value;
}

/** zod types an optional key as possibly undefined; the model says that it is absent. */
function withoutUndefined<Row extends object>(row: Row): { [K in keyof Row]: Exclude<Row[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [K in keyof Row]: Exclude<Row[K], undefined>;
  };
}
