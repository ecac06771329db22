import type { Annotation, Article, AttributeValue } from '../project/model';
import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';
import type { JsonlAnnotation, JsonlRow, JsonlTarget } from './jsonl-model';
import { orderedEntries } from './ordered-entries';
import type { Part } from './part';
import { inheritedRoles, type PlainTarget, plainTarget } from './targets';

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
    metadata: orderedEntries(article.metadata ?? {}).map(([name, value]) => ({ name, value })),
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
    attributes: orderedEntries(annotation.attributes).map(([name, value]) => ({
      name,
      ...typedValue(value),
    })),
    roles: orderedEntries(annotation.roles).flatMap(([role, targets]) =>
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
