import type { Codebook } from '../../project/codebook';
import { isoTime, layerNamed } from '../marks/layer-named';
import type { PieceValue } from '../marks/piece';
import type { Unplaced } from '../marks/set-down';
import { usableName } from '../marks/usable-name';
import { type Json, listOf, numberIn, record, wordsIn } from '../web-json';
import type { Selected } from '../web-place';
import { selectedBy } from '../web-selectors';

/** The bodies of an annotation, under either name. */
export function bodiesIn(item: Json): readonly Json[] {
  return [...listOf(item.bodies), ...listOf(item.body)].map((body) =>
    typeof body === 'string' ? { value: body } : record(body),
  );
}

/** An annotation: tags are its layers, comments its note, bodies of other purposes values. */
export function recogitoItem(item: Json, at: number, codebook: Codebook): Unplaced {
  const targets = listOf(item.target).map(record);
  const bodies = bodiesIn(item);
  const maker = nameOf(item.creator) || nameOf(targets[0]?.creator) || nameOf(bodies[0]?.creator);
  const created = isoTime(item.created) ?? isoTime(targets[0]?.created) ?? isoTime(bodies[0]?.created);
  const tags: string[] = [];
  const notes: string[] = [];
  const values: PieceValue[] = [];
  for (const body of bodies) {
    const text = textOf(body);
    if (text.trim() === '') continue;
    const purpose = typeof body.purpose === 'string' ? body.purpose : 'commenting';
    const by = nameOf(body.creator);
    if (purpose === 'tagging' || purpose === 'classifying') tags.push(text);
    else if (purpose === 'commenting' || purpose === 'replying') {
      notes.push(by !== '' && by !== maker ? `${by}: ${text}` : text);
    } else if (purpose !== 'highlighting') values.push({ name: usableName(purpose, 'value'), value: text });
  }
  const layers = [...new Set(tags.map((tag) => layerNamed(codebook, tag)))];
  const source = item.source ?? targets[0]?.source;
  return {
    key: typeof item.id === 'string' && item.id !== '' ? item.id : `annotation ${at + 1}`,
    source: typeof source === 'string' ? source : '',
    passages: passagesOf(targets),
    labels: layers.length > 0 ? layers : [notes.length > 0 ? 'note' : 'highlight'],
    about: {
      values: distinct(values),
      note: notes.join('\n\n'),
      ...(maker ? { by: maker } : {}),
      ...(created ? { at: created } : {}),
    },
  };
}

/** A passage for each selector of a text annotator, or for each target with W3C selectors; null for images and the like. */
function passagesOf(targets: readonly Json[]): readonly Selected[] | null {
  const passages: Selected[] = [];
  for (const { selector } of targets) {
    const list = listOf(selector);
    const plain = list.map(record).filter(({ start, end, type }) => {
      return type === undefined && typeof start === 'number' && typeof end === 'number';
    });
    const selected = selectedBy(list);
    if (plain.length > 0) passages.push(...plain.map(plainSelected));
    else if (selected.position || selected.quote) passages.push(selected);
    else if (list.length > 0) return null;
  }
  return passages;
}

function plainSelected({ start, end, quote }: Json): Selected {
  return {
    position: { start: numberIn(start), end: numberIn(end) },
    ...(typeof quote === 'string' ? { quote: { exact: quote, prefix: '', suffix: '' } } : {}),
  };
}

/** What a body says: its text, the text of a Quill document, or the label of the thing it stands for. */
function textOf({ value, source }: Json): string {
  if (typeof value === 'string') return value.startsWith('{"ops"') ? quillText(value) : value;
  const { label, id } = typeof value === 'object' && value !== null ? record(value) : record(source);
  return typeof label === 'string' ? label : typeof id === 'string' ? id : '';
}

function quillText(value: string): string {
  try {
    const inserted = listOf(record(JSON.parse(value)).ops).map((op) => record(op).insert);
    return inserted
      .map((insert) => (typeof insert === 'string' ? insert : ''))
      .join('')
      .trim();
  } catch {
    return value;
  }
}

function nameOf(person: unknown): string {
  if (typeof person === 'string') return person;
  const { name, id } = record(person);
  return typeof name === 'string' && name !== '' ? name : typeof id === 'string' ? id : '';
}

/** Several values of one name are one list. */
function distinct(values: readonly PieceValue[]): readonly PieceValue[] {
  const byName = new Map<string, string[]>();
  for (const { name, value } of values) byName.set(name, [...(byName.get(name) ?? []), wordsIn(value)]);
  return [...byName].map(([name, list]) => ({ name, value: list.length === 1 ? list[0]! : list }));
}
