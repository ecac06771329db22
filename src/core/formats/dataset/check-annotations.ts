import type { Annotation, Target } from '../../project/model';
import type { Span } from '../../text/span';
import type { Characters } from './characters';
import type { Count, TextOf } from './check';
import type { ReadRow } from './read-rows';

/** A row of the table annotations against the annotation. */
export function checkAnnotation(annotation: Annotation, row: ReadRow, textOf: TextOf, count: Count): void {
  const { spans, articleId } = annotation;
  const text = textOf(articleId)!;
  const [start, end] = [spans[0]?.start ?? null, spans.at(-1)?.end ?? null];
  const at = (offset: unknown) => (offset === null ? null : text.utf16(offset));
  if (
    row.article_id !== articleId ||
    row.parts !== spans.length ||
    at(row.start) !== start ||
    at(row.end) !== end
  )
    count('place');
  if (row.quote !== annotation.quote) count('words');
  if (row.layer !== annotation.layer) count('layer');
  if ((row.note ?? '') !== annotation.note) count('note');
  if (row.status !== annotation.status || row.certainty !== annotation.certainty) count('status');
  const { annotatorId, codebookVersion, createdAt, updatedAt } = annotation;
  const origin = [row.annotator, row.codebook_version, row.created_at, row.updated_at];
  if (!sameList(origin, [annotatorId, codebookVersion, createdAt, updatedAt])) count('origin');
}

/** The rows of the table spans about one annotation: its passages, and what the text says there. */
export const checkSpans =
  (textOf: TextOf) => (annotation: Annotation, rows: readonly ReadRow[], count: Count) => {
    const text = textOf(annotation.articleId)!;
    const places = rows.map(({ start, end }) => `${text.utf16(start)} ${text.utf16(end)}`);
    if (
      !sameList(
        places,
        annotation.spans.map(({ start, end }) => `${start} ${end}`),
      )
    )
      count('place');
    else if (rows.some(({ start, end, quote }) => text.slice(start, end) !== quote)) count('words');
  };

/** The rows of the table values about one annotation. */
export function checkValues(annotation: Annotation, rows: readonly ReadRow[], count: Count): void {
  const expected = Object.entries(annotation.attributes).flatMap(([id, value]) =>
    [value].flat().map((each) => JSON.stringify([id, String(each)])),
  );
  const found = rows.map(({ attribute, value }) => JSON.stringify([attribute, value]));
  if (!sameList(found.sort(), expected.sort())) count('attributes');
}

/** The rows of the table links about one annotation that were set on it. */
export const checkLinks =
  (textOf: TextOf) => (annotation: Annotation, rows: readonly ReadRow[], count: Count) => {
    const text = textOf(annotation.articleId)!;
    const expected = Object.entries(annotation.roles).flatMap(([role, targets]) =>
      targets.map((target) => JSON.stringify([role, ...told(target)])),
    );
    const found = rows
      .filter(({ inherited }) => inherited === false)
      .map(({ role, kind, target_id, ...place }) =>
        JSON.stringify([role, kind, target_id, ...placeIn(text, place)]),
      );
    if (!sameList(found.sort(), expected.sort())) count('roles');
  };

/** A target as a row tells it: of passages where they begin and end (UTF-16). */
function told(target: Target): readonly unknown[] {
  const [kind, value] = Object.entries(target)[0]! as [string, unknown];
  const spans = kind === 'spans' ? (value as readonly Span[]) : [];
  return [kind, typeof value === 'string' ? value : null, spans[0]?.start ?? null, spans.at(-1)?.end ?? null];
}

const placeIn = (text: Characters, { start, end }: ReadRow) =>
  [start, end].map((offset) => (offset === null ? null : text.utf16(offset)));

const sameList = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((value, at) => value === other[at]);
