import type { AttributeValue } from '../../project/model';
import { checkedText } from '../marks/check-file';
import { type Json, listOf, record } from '../web-json';
import type { LabellingConfig } from './config-read';
import { valueOfControl } from './controls';
import { type Results, readResults } from './results-read';

/** One annotator's annotation of a task. */
export interface Entry extends Results {
  readonly by: string | undefined;
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string | undefined;
}

/** A task as JSON or JSON_MIN has it. */
export interface LsTask {
  readonly id: string;
  readonly text: string;
  readonly title: string | undefined;
  readonly entries: readonly Entry[];
  /** The rest of the task's data, as "key: value". */
  readonly data: readonly string[];
  readonly carried: unknown;
  readonly cancelled: number;
  readonly predictions: number;
  readonly odd: number;
}

/** What JSON_MIN puts beside the data and the results. */
const ABOUT = new Set(['id', 'annotator', 'annotation_id', 'created_at', 'updated_at', 'lead_time']);

/** Reads a task. Throws an Error when it is none or has no text. */
export function readTask(value: unknown, config: LabellingConfig): LsTask {
  const task = record(value);
  const full = typeof task.data === 'object' && task.data !== null;
  return full ? fullTask(task, config) : minimalTask(task, config);
}

function fullTask(task: Json, config: LabellingConfig): LsTask {
  const data = record(task.data);
  const key = textKeyOf(data, config);
  const carried = record(task.meta).marginalia ?? data.marginalia;
  const makers = new Map(
    listOf(record(carried).annotations).map((annotation) => [
      record(annotation).id,
      record(annotation).annotator,
    ]),
  );
  const annotations = listOf(task.annotations ?? task.completions).map(record);
  const kept = annotations.filter(({ was_cancelled }) => was_cancelled !== true);
  const entries = kept.map((annotation): Entry => {
    const results = readResults(annotation.result);
    const own = results.regions.map(({ id }) => makers.get(id)).find((name) => typeof name === 'string');
    return {
      ...results,
      by: typeof own === 'string' ? own : makerOf(annotation.completed_by),
      at: timeOf(annotation.created_at),
    };
  });
  return {
    ...facts(task, data, key),
    entries,
    carried: carried ?? undefined,
    cancelled: annotations.length - kept.length,
    predictions: listOf(task.predictions).length,
    odd: entries.reduce((sum, { odd }) => sum + odd, 0),
  };
}

/** Results stand beside the data, by the names of their controls, without ids. */
function minimalTask(task: Json, config: LabellingConfig): LsTask {
  const key = textKeyOf(task, config);
  const whole = new Map<string, AttributeValue>();
  const marks: Json[] = [];
  const data: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(task)) {
    const items = listOf(value).map(record);
    const isResult = items.some(({ start, end }) => typeof start === 'number' && typeof end === 'number');
    const said = isResult || typeof value !== 'object' ? undefined : valueOfControl('choices', record(value));
    if (isResult) marks.push(...items);
    else if (said !== undefined) whole.set(name, said);
    else if (!ABOUT.has(name)) data[name] = value;
  }
  const results = readResults(
    marks.map((mark, at) => ({
      id: `region ${at + 1}`,
      type: 'labels',
      value: { ...mark, labels: labelsOf(mark) },
    })),
  );
  const entry = { ...results, whole, by: makerOf(task.annotator), at: timeOf(task.created_at) };
  return {
    ...facts(task, data, key),
    entries: [entry],
    carried: undefined,
    cancelled: 0,
    predictions: 0,
    odd: results.odd,
  };
}

function labelsOf(mark: Json): readonly unknown[] {
  const [, labels] = Object.entries(mark).find(([key]) => /labels$/.test(key)) ?? [];
  return listOf(labels);
}

function facts(task: Json, data: Json, key: string): Pick<LsTask, 'id' | 'text' | 'title' | 'data'> {
  const { id } = task;
  const rest = Object.entries(data).filter(
    ([name, value]) => name !== key && name !== 'title' && value !== null && typeof value !== 'object',
  );
  return {
    id: typeof id === 'number' || typeof id === 'string' ? String(id) : '',
    text: checkedText((task.data === undefined ? task : data)[key], 'the task'),
    title: typeof data.title === 'string' && data.title.trim() !== '' ? data.title.trim() : undefined,
    data: rest.map(([name, value]) => `${name}: ${String(value)}`),
  };
}

/** The key that holds the text: what the configuration says, "text", or the only one with a text. */
function textKeyOf(data: Json, { textKey }: LabellingConfig): string {
  const texts = Object.keys(data).filter((key) => typeof data[key] === 'string' && !ABOUT.has(key));
  const [key] = [textKey, 'text', ...(texts.length === 1 ? texts : [])].filter(
    (name) => name !== undefined && texts.includes(name),
  );
  if (key === undefined) throw new Error('the task has no text');
  return key;
}

/** A name for whoever completed it: an address, a name, or the number that is all there is. */
function makerOf(by: unknown): string | undefined {
  if (typeof by === 'number') return `Annotator ${by}`;
  if (typeof by === 'string') return by.trim() || undefined;
  const { email, first_name, last_name, id } = record(by);
  const name = [first_name, last_name].filter((part) => typeof part === 'string' && part !== '').join(' ');
  if (name !== '') return name;
  return typeof email === 'string' && email !== ''
    ? email
    : typeof id === 'number'
      ? `Annotator ${id}`
      : undefined;
}

function timeOf(time: unknown): string | undefined {
  const date = new Date(typeof time === 'string' ? time : Number.NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
