import type { Attribute } from './codebook';
import { valueLabel } from './codebook';
import { claimsOf } from './matching';
import type { Annotation, AttributeValue, Project, Target } from './model';
import { CERTAINTIES, STATUSES } from './model';
import type { Parties } from './parties';
import { partiesIn, pointedAt, speakerOf } from './parties';
import type { Column } from './table-columns';
import { attributeIn } from './table-columns';

/** What a cell says. */
export interface Cell {
  /** Dates and times as ISO 8601; an empty text where there is nothing. */
  readonly text: string;
  /** Not said by the annotation itself but taken from around it. */
  readonly inherited?: true;
}

/** By what a cell is sorted: numbers before texts, null (nothing there) last in either direction. */
export type SortKey = string | number | null;

/** Reads the cells of one project; made once for a project, since it remembers what cells have in common. */
export interface CellReader {
  readonly project: Project;
  cell(column: Column, annotation: Annotation): Cell;
  sortKey(column: Column, annotation: Annotation): SortKey;
}

const NOTHING: Cell = { text: '' };
const NO_ANNOTATIONS: readonly Annotation[] = [];

/** The reader of a project's cells. Cells are worked out when asked for; asking is cheap and keeps nothing. */
export function cellReader(project: Project): CellReader {
  const { codebook } = project;
  const layers = new Map(codebook.layers.map((layer, at) => [layer.id, { layer, at }]));
  const attributes = new Map<string, Attribute | undefined>();
  /** The attribute of a column in a layer, looked up once for each pair. */
  const attributeOf = (column: Column, layer: string) => {
    const name = `${column.id} ${layer}`;
    if (!attributes.has(name)) attributes.set(name, attributeIn(codebook, column, layer));
    return attributes.get(name);
  };
  const article = once((articleId) => project.articles.get(articleId));
  const readers = once((articleId) => {
    const list = project.annotations.get(articleId) ?? NO_ANNOTATIONS;
    return { parties: partiesIn(project, list), find: pointedAt(project, list) };
  });
  const name = (target: Target, annotation: Annotation): string => {
    if ('author' in target) return 'the author';
    if ('claim' in target) return project.claims.get(target.claim)?.wording ?? 'a claim no longer there';
    if ('spans' in target) {
      const text = article(annotation.articleId)?.text ?? '';
      return target.spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    }
    const { find } = readers(annotation.articleId);
    const speaker = speakerOf(target, find);
    if (speaker !== undefined) return project.speakers.get(speaker)?.name ?? 'a speaker no longer there';
    const pointed = 'annotation' in target ? find(target.annotation) : undefined;
    return pointed?.quote ?? 'an annotation no longer there';
  };
  const names = (targets: readonly Target[], annotation: Annotation): string =>
    targets.length === 1
      ? name(targets[0]!, annotation)
      : [...new Set(targets.map((target) => name(target, annotation)))].join(', ');
  const partiesOf = (annotation: Annotation): Parties => readers(annotation.articleId).parties(annotation);

  const textOf = (column: Column, annotation: Annotation): string => {
    switch (column.id) {
      case 'layer':
        return layers.get(annotation.layer)?.layer.label ?? annotation.layer;
      case 'passage':
        return annotation.quote;
      case 'speaker':
        return names(partiesOf(annotation).behind, annotation);
      case 'about':
        return names(partiesOf(annotation).about, annotation);
      case 'claim':
        return names(claimsOf(annotation), annotation);
      case 'article':
        return article(annotation.articleId)?.title ?? '';
      case 'outlet':
        return article(annotation.articleId)?.outlet ?? '';
      case 'date':
        return article(annotation.articleId)?.publishedAt ?? '';
      case 'status':
        return annotation.status;
      case 'certainty':
        return annotation.certainty;
      case 'annotator':
        return project.annotators.get(annotation.annotatorId)?.name ?? annotation.annotatorId;
      case 'note':
        return annotation.note;
      case 'changed':
        return annotation.updatedAt;
      case 'version':
        return annotation.codebookVersion;
      default: {
        const attribute = attributeOf(column, annotation.layer);
        const value = valueIn(column, attribute, annotation);
        return value === undefined ? '' : attribute ? valueLabel(attribute, value) : String(value);
      }
    }
  };
  return {
    project,
    cell(column, annotation) {
      const text = textOf(column, annotation);
      if (text === '') return NOTHING;
      const inherited = column.id === 'speaker' && partiesOf(annotation).inherited;
      return inherited ? { text, inherited } : { text };
    },
    sortKey(column, annotation) {
      switch (column.id) {
        case 'layer':
          return layers.get(annotation.layer)?.at ?? annotation.layer;
        case 'status':
          return STATUSES.indexOf(annotation.status);
        case 'certainty':
          return CERTAINTIES.indexOf(annotation.certainty);
        case 'changed':
          return timeKey(annotation.updatedAt);
        default: {
          if (column.id !== 'value' && !('attribute' in column)) return textOf(column, annotation) || null;
          const attribute = attributeOf(column, annotation.layer);
          const value = valueIn(column, attribute, annotation);
          return value === undefined ? null : placeOf(column, attribute, value);
        }
      }
    },
  };
}

/** An attribute that the codebook has lost is shown all the same in the column that was its own. */
function valueIn(
  column: Column,
  attribute: Attribute | undefined,
  { attributes }: Annotation,
): AttributeValue | undefined {
  const id = attribute?.id ?? ('attribute' in column ? column.attribute : undefined);
  const value = id === undefined ? undefined : attributes[id];
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}

/**
 * A time as a number that is the greater the later it is; quicker by far than asking the calendar for 200,000.
 * What is not written as the model writes times (ISO 8601 in UTC, with milliseconds) is put last.
 */
function timeKey(iso: string): number | null {
  if (iso.length !== 24 || iso.charCodeAt(23) !== Z) return null;
  const digits = (from: number, to: number) => {
    let number = 0;
    for (let at = from; at < to; at++) number = number * 10 + iso.charCodeAt(at) - ZERO;
    return number;
  };
  const day = (digits(0, 4) * 12 + digits(5, 7)) * 31 + digits(8, 10);
  const second = (digits(11, 13) * 60 + digits(14, 16)) * 60 + digits(17, 19);
  return (day * 86_400 + second) * 1_000 + digits(20, 23);
}

const Z = 90;
const ZERO = 48;

/** Choices stand in the order of the codebook; under "Value", where layers are mixed, by their labels. */
function placeOf(column: Column, attribute: Attribute | undefined, value: AttributeValue): SortKey {
  if (typeof value === 'number') return value;
  if (attribute?.kind === 'choice' && column.id !== 'value') {
    const at = attribute.values.findIndex(({ id }) => id === value);
    if (at >= 0) return at;
  }
  return (attribute ? valueLabel(attribute, value) : String(value)) || null;
}

/** Asks once for each article. */
function once<Value>(find: (articleId: string) => Value): (articleId: string) => Value {
  const known = new Map<string, Value>();
  return (articleId) => {
    const found = known.get(articleId);
    if (found !== undefined) return found;
    const value = find(articleId);
    known.set(articleId, value);
    return value;
  };
}
