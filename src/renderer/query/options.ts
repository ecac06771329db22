import { claimsOf, personsIn, selected } from '../../core/project/matching';
import type { Annotation, Project } from '../../core/project/model';
import { CERTAINTIES, STATUSES } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import type { Choice, Field } from './fields';
import { chosenIn, isMeant, without } from './fields';
import { choiceLabel } from './words';

/** One choice within a condition, and how many annotations it would leave. */
export interface Option {
  readonly value: Choice;
  readonly label: string;
  readonly count: number;
  /** The colour of a layer. */
  readonly colour?: string;
}

/**
 * What there is to choose in a condition, with the number of annotations that meet it and all the other
 * conditions. Where the codebook or the library has an order that is kept; else the most frequent come first.
 */
export function optionsOf(project: Project, selection: Selection, field: Field): readonly Option[] {
  const offered = [...knownValues(project, field, selection), ...chosenIn(field, selection)];
  const counts = new Map<Choice, number>(offered.map((value) => [value, 0]));
  const valuesOf = reader(project, field);
  for (const annotation of selected(project, without(field, selection))) {
    for (const value of valuesOf(annotation)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const options = Array.from(counts, ([value, count]): Option => {
    const layer = field.id === 'layer' && project.codebook.layers.find(({ id }) => id === value);
    const label = choiceLabel(project, field, value);
    return { value, label, count, ...(layer ? { colour: layer.colour } : {}) };
  });
  return isOrdered(project, field)
    ? options
    : options.sort(
        (a, b) =>
          Number(a.value === null) - Number(b.value === null) ||
          b.count - a.count ||
          a.label.localeCompare(b.label),
      );
}

/** The values that a condition always offers, in their own order. */
function knownValues(project: Project, field: Field, { layers }: Selection): readonly Choice[] {
  const { codebook } = project;
  if (field.attribute !== undefined) {
    const values = codebook.layers.flatMap((layer): readonly Choice[] => {
      const own = isMeant(layer, layers) && layer.attributes.find(({ id }) => id === field.attribute);
      if (!own) return [];
      if (own.kind === 'scale')
        return Array.from({ length: own.max - own.min + 1 }, (_, step) => own.min + step);
      return 'values' in own ? own.values.map(({ id }) => id) : [];
    });
    return [...values, null];
  }
  if (field.id === 'layer') return codebook.layers.filter(({ on }) => on).map(({ id }) => id);
  if (field.id === 'status') return STATUSES;
  if (field.id === 'certainty') return CERTAINTIES;
  if (field.id === 'speaker') return [null];
  return [];
}

function isOrdered({ codebook }: Project, { id, attribute }: Field): boolean {
  if (attribute === undefined) return ['layer', 'status', 'certainty', 'article'].includes(id);
  return codebook.layers.some(({ attributes }) =>
    attributes.some((own) => own.id === attribute && ('values' in own || own.kind === 'scale')),
  );
}

const UNSET: readonly Choice[] = [null];

/** Reads the values of annotations in one condition; made for annotations that come article by article. */
function reader(project: Project, field: Field): (annotation: Annotation) => readonly Choice[] {
  const { attribute } = field;
  if (attribute !== undefined) {
    const having = new Set(
      project.codebook.layers
        .filter(({ attributes }) => attributes.some(({ id }) => id === attribute))
        .map(({ id }) => id),
    );
    return ({ attributes, layer }) => {
      const value = attributes[attribute];
      const values = (Array.isArray(value) ? value : [value]) as readonly Choice[];
      if (value !== undefined && values.length > 0) return values;
      return having.has(layer) ? UNSET : [];
    };
  }
  switch (field.id) {
    case 'layer':
      return ({ layer }) => [layer];
    case 'speaker':
    case 'about': {
      const persons = byArticle((id) => personsIn(project, project.annotations.get(id) ?? []));
      if (field.id === 'about') return (annotation) => persons(annotation)(annotation).about;
      return (annotation) => {
        const { behind } = persons(annotation)(annotation);
        return behind.length === 0 ? UNSET : behind;
      };
    }
    case 'claim':
      return (annotation) =>
        claimsOf(annotation).flatMap((target) => ('claim' in target ? target.claim : []));
    case 'article':
      return ({ articleId }) => [articleId];
    case 'outlet':
      return ({ articleId }) => [project.articles.get(articleId)?.outlet ?? ''];
    case 'annotator':
      return ({ annotatorId }) => [annotatorId];
    case 'status':
      return ({ status }) => [status];
    default:
      return ({ certainty }) => [certainty];
  }
}

/** Asks once for each run of annotations of one article. */
function byArticle<Value>(find: (articleId: string) => Value): (annotation: Annotation) => Value {
  let last: { readonly articleId: string; readonly value: Value } | undefined;
  return ({ articleId }) => {
    if (last?.articleId !== articleId) last = { articleId, value: find(articleId) };
    return last.value;
  };
}
