import type { Annotation, Article, AttributeValue, Target } from '../project/model';
import { parseAnnotation, parseArticle } from '../project/validate';
import type { Offsets } from '../text/offsets';
import { offsetsOf } from '../text/offsets';
import type { Span } from '../text/span';
import { textProblem } from './carriable';
import type { JsonlAnnotation, JsonlPassage, JsonlRow, JsonlTarget } from './jsonl-model';
import type { Recovered } from './recovered';

/**
 * Adds the article of one row, and all that its annotations tell, to `recovered`. Throws an Error that says
 * what is wrong; returns how many passages are not what their quote says.
 */
export function readJsonlRow(value: unknown, recovered: Recovered): { misquoted: number } {
  const row = value as JsonlRow;
  if (typeof row?.text !== 'string') throw new Error('the row has no text');
  if (row.offset_unit !== 'codepoint') throw new Error('offset_unit is not "codepoint"');
  const problem = textProblem(row.text);
  if (problem) throw new Error(problem);
  const offsets = offsetsOf(row.text, 'codepoint');
  recovered.addArticle(parseArticle(articleOf(row, offsets)));
  let misquoted = 0;
  for (const annotation of listOf(row.annotations)) {
    for (const passage of listOf(annotation.spans)) {
      const { start, end } = spanOf(passage, offsets);
      if (row.text.slice(start, end) !== passage.quote) misquoted++;
    }
    recovered.addAnnotation(parseAnnotation(annotationOf(row.id, annotation, offsets)));
    recovered.nameAnnotator(annotation.annotator_id, annotation.annotator);
    for (const { kind, id, name } of listOf(annotation.roles)) {
      if (kind === 'speaker') recovered.nameSpeaker(id, name);
      if (kind === 'claim') recovered.wordClaim(id, name);
    }
  }
  return { misquoted };
}

function articleOf(row: JsonlRow, offsets: Offsets): Article {
  const { origin } = row;
  // Rows of earlier versions have none.
  const metadata = listOf(row.metadata ?? []);
  const facts = {
    standfirst: row.standfirst,
    byline: row.byline,
    outlet: row.outlet,
    url: row.url,
    publishedAt: row.published_at,
    note: row.note,
  };
  return {
    id: row.id,
    title: row.title,
    ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== '')),
    ...(metadata.length > 0
      ? { metadata: Object.fromEntries(metadata.map(({ name, value }) => [name, value])) }
      : {}),
    language: row.language,
    text: row.text,
    blocks: listOf(row.blocks).map((block) => ({
      kind: block.kind as Article['blocks'][number]['kind'],
      ...spanOf(block, offsets),
    })),
    sha256: row.sha256,
    origin: {
      fileName: origin?.file_name || null,
      format: origin?.format as Article['origin']['format'],
      encoding: origin?.encoding,
      lineEnds: origin?.line_ends as Article['origin']['lineEnds'],
      bytes: origin?.bytes,
      bytesSha256: origin?.bytes_sha256,
    },
    order: row.order,
    addedAt: row.added_at,
  };
}

function annotationOf(articleId: string, row: JsonlAnnotation, offsets: Offsets): Annotation {
  const spans = (passages: readonly JsonlPassage[]) =>
    listOf(passages).map((passage) => spanOf(passage, offsets));
  const roles = new Map<string, Target[]>();
  for (const target of listOf(row.roles)) {
    roles.set(target.role, [...(roles.get(target.role) ?? []), targetOf(target, spans)]);
  }
  return {
    id: row.id,
    articleId,
    annotatorId: row.annotator_id,
    layer: row.layer,
    spans: spans(row.spans),
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    attributes: Object.fromEntries(
      listOf(row.attributes).map(({ name, type, values }) => [name, typedValue(type, listOf(values))]),
    ),
    roles: Object.fromEntries(roles),
    note: row.note,
    certainty: row.certainty as Annotation['certainty'],
    status: row.status as Annotation['status'],
    codebookVersion: row.codebook_version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function targetOf(
  row: JsonlTarget,
  spans: (passages: readonly JsonlPassage[]) => Annotation['spans'],
): Target {
  switch (row.kind) {
    case 'speaker':
      return { speaker: row.id };
    case 'claim':
      return { claim: row.id };
    case 'annotation':
      return { annotation: row.id };
    case 'author':
      return { author: true };
    case 'spans':
      return { spans: spans(row.spans) };
    default:
      throw new Error(
        typeof row.kind === 'string'
          ? `a target of the unknown kind “${row.kind}”`
          : 'a target without a kind',
      );
  }
}

function typedValue(type: string, values: readonly string[]): AttributeValue {
  const [first = ''] = values;
  if (type === 'list') return values;
  if (type === 'number') return Number(first);
  return type === 'boolean' ? first === 'true' : first;
}

/** A passage or block in UTF-16; throws an Error when it is none of the text. */
function spanOf({ start, end }: Pick<JsonlPassage, 'start' | 'end'>, offsets: Offsets): Span {
  if (typeof start !== 'number' || typeof end !== 'number')
    throw new Error('a passage has no start or no end');
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
}

/** What should be a list of records or texts; anything else throws an Error. */
function listOf<Item>(value: readonly Item[]): readonly Item[] {
  if (!Array.isArray(value)) throw new Error('a list was expected');
  if (value.includes(null)) throw new Error('nothing (null) stands in a list');
  return value;
}
