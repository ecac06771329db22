import type { Annotation, Article, AttributeValue, Project } from '../project/model';
import { annotationsOf, articlesInOrder } from '../project/query';
import type { Offsets } from '../text/offsets';
import { offsetsOf } from '../text/offsets';
import { fileNameOf } from './file-name';
import type { Format } from './format';
import { addDangling, addSurroundings, countLosses } from './loss';
import { inheritedTargets, ownTargets, passagesOf } from './targets';

/**
 * JSON Lines, one article a line, for Python (pandas, Hugging Face datasets), R (jsonlite) and jq. Offsets
 * are Unicode code points, which is what Python slices. Every key has one type in all rows: what is unset is
 * null or an empty list, and attributes are a list of name and value, since two layers may use one name.
 */
export const JSONL: Format = {
  id: 'jsonl',
  label: 'JSON Lines',
  hint: 'one article per line',
  extensions: ['jsonl'],
  unit: 'codepoint',
  fidelity: 'lossy',
  serialize(project, progress) {
    const articles = articlesInOrder(project);
    const lines = articles.map((article, index) => {
      progress?.(index, articles.length);
      return JSON.stringify(articleRow(project, article));
    });
    progress?.(articles.length, articles.length);
    const losses = countLosses();
    addSurroundings(losses, project);
    addDangling(losses, project);
    const data = lines.map((line) => `${line}\n`).join('');
    return {
      files: [{ path: `${fileNameOf(project.info.name)}.jsonl`, data }],
      loss: losses.report('codepoint'),
    };
  },
};

function articleRow(project: Project, article: Article) {
  const offsets = offsetsOf(article.text, 'codepoint');
  return {
    id: article.id,
    title: article.title,
    standfirst: article.standfirst ?? null,
    byline: article.byline ?? null,
    outlet: article.outlet ?? null,
    url: article.url ?? null,
    published: article.publishedAt ?? null,
    language: article.language,
    note: article.note ?? null,
    text: article.text,
    offset_unit: 'codepoint',
    sha256: article.sha256,
    file_name: article.origin.fileName,
    encoding: article.origin.encoding,
    original_sha256: article.origin.bytesSha256,
    added: article.addedAt,
    blocks: article.blocks.map(({ kind, start, end }) => ({
      kind,
      start: offsets.fromUtf16(start),
      end: offsets.fromUtf16(end),
    })),
    annotations: annotationsOf(project, article.id).map((annotation) =>
      annotationRow(project, article, annotation, offsets),
    ),
  };
}

function annotationRow(project: Project, article: Article, annotation: Annotation, offsets: Offsets) {
  const { id, layer, annotatorId, quote, prefix, suffix, note, certainty, status } = annotation;
  return {
    id,
    layer,
    spans: passagesOf(article.text, offsets, annotation.spans),
    quote,
    prefix,
    suffix,
    attributes: Object.keys(annotation.attributes)
      .sort()
      .map((name) => ({ name, ...attributeValue(annotation.attributes[name]!) })),
    roles: ownTargets(project, annotation, offsets),
    inherited: inheritedTargets(project, annotation, offsets),
    note,
    certainty,
    status,
    annotator: { id: annotatorId, name: project.annotators.get(annotatorId)?.name ?? null },
    codebook_version: annotation.codebookVersion,
    created: annotation.createdAt,
    updated: annotation.updatedAt,
  };
}

/** A value as text, as a number where it is one, and as a list where it is one. */
function attributeValue(value: AttributeValue): {
  value: string;
  number: number | null;
  values: readonly string[];
} {
  if (Array.isArray(value)) return { value: value.join('; '), number: null, values: value };
  return { value: String(value), number: typeof value === 'number' ? value : null, values: [] };
}
