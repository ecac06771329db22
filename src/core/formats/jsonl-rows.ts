import type { Annotation, Article, AttributeValue } from '../project/model';
import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { Part } from './part';
import { inheritedRoles, type PlainTarget, plainTarget } from './targets';

/**
 * The rows of the JSON Lines format. Every key is in every row and always of one type, and what is unset is
 * '' or an empty list, never null: pyarrow (Hugging Face `datasets`), pandas and R's jsonlite take the types
 * of a column from its first rows. Attributes and roles are lists of records rather than records with a key
 * for each, because their names come from the codebook. Offsets are Unicode code points, end exclusive.
 */
export interface JsonlRow {
  readonly id: string;
  readonly project_id: string;
  readonly project_name: string;
  readonly title: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly outlet: string;
  readonly url: string;
  readonly published_at: string;
  readonly language: string;
  readonly text: string;
  readonly offset_unit: 'codepoint';
  readonly blocks: readonly { readonly kind: string; readonly start: number; readonly end: number }[];
  readonly annotations: readonly JsonlAnnotation[];
  readonly note: string;
  readonly order: number;
  readonly added_at: string;
  readonly sha256: string;
  readonly origin: {
    readonly file_name: string;
    readonly format: string;
    readonly encoding: string;
    readonly line_ends: string;
    readonly bytes: number;
    readonly bytes_sha256: string;
  };
}

export interface JsonlPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface JsonlTarget {
  readonly role: string;
  /** 'spans', 'speaker', 'claim', 'annotation' or 'author'. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly speaker_id: string;
  readonly speaker_name: string;
  readonly spans: readonly JsonlPassage[];
}

export interface JsonlAnnotation {
  readonly id: string;
  readonly layer: string;
  /** None = the annotation speaks of the whole article. */
  readonly spans: readonly JsonlPassage[];
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** `type` is 'text', 'number', 'boolean' or 'list'; `values` has one string, or as many as the list. */
  readonly attributes: readonly {
    readonly name: string;
    readonly type: string;
    readonly values: readonly string[];
  }[];
  /** What the researcher set, one record per target. */
  readonly roles: readonly JsonlTarget[];
  /** What unset roles stand for; `from` is the annotation it is taken from, '' = the author is assumed. */
  readonly inherited: readonly (JsonlTarget & { readonly from: string })[];
  readonly note: string;
  readonly certainty: string;
  readonly status: string;
  readonly annotator_id: string;
  readonly annotator: string;
  readonly codebook_version: string;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The row of one article; `offsets` counts code points of its text. */
export function jsonlRow(part: Part, article: Article, offsets: Offsets): JsonlRow {
  const { info } = part.whole;
  const { origin } = article;
  return {
    id: article.id,
    project_id: info.id,
    project_name: info.name,
    title: article.title,
    standfirst: article.standfirst ?? '',
    byline: article.byline ?? '',
    outlet: article.outlet ?? '',
    url: article.url ?? '',
    published_at: article.publishedAt ?? '',
    language: article.language,
    text: article.text,
    offset_unit: 'codepoint',
    blocks: article.blocks.map(({ kind, start, end }) => ({
      kind,
      start: offsets.fromUtf16(start),
      end: offsets.fromUtf16(end),
    })),
    annotations: (part.annotations.get(article.id) ?? []).map((annotation) =>
      annotationRow(part, article, annotation, offsets),
    ),
    note: article.note ?? '',
    order: article.order,
    added_at: article.addedAt,
    sha256: article.sha256,
    origin: {
      file_name: origin.fileName ?? '',
      format: origin.format,
      encoding: origin.encoding,
      line_ends: origin.lineEnds,
      bytes: origin.bytes,
      bytes_sha256: origin.bytesSha256,
    },
  };
}

function annotationRow(
  part: Part,
  article: Article,
  annotation: Annotation,
  offsets: Offsets,
): JsonlAnnotation {
  const passages = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => ({
      start: offsets.fromUtf16(start),
      end: offsets.fromUtf16(end),
      quote: article.text.slice(start, end),
    }));
  const target = (role: string, plain: PlainTarget): JsonlTarget => ({
    role,
    kind: plain.kind,
    id: plain.id,
    name: plain.name,
    speaker_id: plain.speakerId,
    speaker_name: plain.speakerName,
    spans: passages(plain.spans),
  });
  return {
    id: annotation.id,
    layer: annotation.layer,
    spans: passages(annotation.spans),
    quote: annotation.quote,
    prefix: annotation.prefix,
    suffix: annotation.suffix,
    attributes: Object.entries(annotation.attributes).map(([name, value]) => ({
      name,
      ...typedValue(value),
    })),
    roles: Object.entries(annotation.roles).flatMap(([role, targets]) =>
      targets.map((next) => target(role, plainTarget(part, article.id, next))),
    ),
    inherited: inheritedRoles(part, annotation).flatMap(({ role, targets, from }) =>
      targets.map((plain) => ({ ...target(role, plain), from })),
    ),
    note: annotation.note,
    certainty: annotation.certainty,
    status: annotation.status,
    annotator_id: annotation.annotatorId,
    annotator: part.whole.annotators.get(annotation.annotatorId)?.name ?? '',
    codebook_version: annotation.codebookVersion,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
  };
}

function typedValue(value: AttributeValue): { type: string; values: readonly string[] } {
  if (typeof value === 'string') return { type: 'text', values: [value] };
  if (typeof value === 'object') return { type: 'list', values: value };
  return { type: typeof value, values: [String(value)] };
}
