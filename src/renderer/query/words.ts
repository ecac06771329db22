import { valueLabel } from '../../core/project/codebook';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import { AUTHOR } from '../../core/project/select';
import type { Choice, Field } from './fields';
import { chosenIn } from './fields';

/** A choice as a person reads it. */
export function choiceLabel(project: Project, field: Field, value: Choice): string {
  if (field.attribute !== undefined) {
    if (value === null) return 'not set';
    for (const { attributes } of project.codebook.layers) {
      const own = attributes.find(({ id }) => id === field.attribute);
      const known =
        own && 'values' in own ? own.values.some(({ id }) => id === value) : own?.kind === 'scale';
      if (own && known) return valueLabel(own, own.kind === 'multiple' ? [value] : value);
    }
    return String(value);
  }
  const id = String(value);
  switch (field.id) {
    case 'layer':
      return project.codebook.layers.find((layer) => layer.id === id)?.label ?? id;
    case 'speaker':
    case 'about':
      if (value === null) return 'no one';
      return value === AUTHOR
        ? 'the author'
        : (project.speakers.get(id)?.name ?? 'a speaker no longer there');
    case 'claim':
      return project.claims.get(id)?.wording ?? 'a claim no longer there';
    case 'article':
      return project.articles.get(id)?.title ?? 'an article no longer there';
    case 'outlet':
      return id === '' ? 'no outlet' : id;
    case 'annotator':
      return project.annotators.get(id)?.name ?? id;
    default:
      return id;
  }
}

/** What a chip says after its label: "Trump", "denial or allegation", "any". */
export function conditionWords(project: Project, field: Field, selection: Selection): string {
  if (field.kind === 'text') return selection.text === undefined ? 'any' : `“${selection.text}”`;
  if (field.kind === 'noted') return ['any', 'written', 'none'][notedAt(selection)]!;
  if (field.kind === 'dates') return datesInWords(selection);
  const labels = chosenIn(field, selection).map((value) => choiceLabel(project, field, value));
  if (labels.length === 0) return 'any';
  return labels.length < 3 ? labels.join(' or ') : `${labels[0]} or ${labels.length - 1} more`;
}

const notedAt = ({ noted }: Selection) => (noted === undefined ? 0 : noted ? 1 : 2);

function datesInWords({ from, to }: Selection): string {
  if (from !== undefined && to !== undefined)
    return from === to ? dayInWords(from) : `${dayInWords(from)} to ${dayInWords(to)}`;
  if (from !== undefined) return `from ${dayInWords(from)}`;
  return to === undefined ? 'any' : `until ${dayInWords(to)}`;
}

const days = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const written = new Map<string, string>();

/** A date YYYY-MM-DD as the locale writes it, shortly; what is no date stays as it is. */
export function dayInWords(iso: string): string {
  let words = written.get(iso);
  if (words === undefined) {
    const time = Date.parse(iso);
    words = Number.isNaN(time) ? iso : days.format(time);
    written.set(iso, words);
  }
  return words;
}
