import type { Origin } from '../../project/model';
import { detectBlocks } from '../detect/detect-blocks';
import type { UnhashedDraft } from '../draft';
import type { Facts } from '../facts';
import { languageOf, learn, mergeFacts, webAddress } from '../facts';
import type { FromMarkup } from '../html/document';
import { readHtml } from '../html/document';
import { withMetadata } from '../metadata';
import { normaliseText, replacementNote } from '../normalise-text';
import { draftOf, partNote } from '../read-article';
import type { ColumnChoice } from './choice';
import { choiceWithin } from './choice';
import type { ColumnMapping } from './columns';
import type { DateOrder, DatesRead } from './dates';
import { dateOf, readDates } from './dates';
import type { ColumnSeen } from './guess';
import { guessChoice, seenColumns } from './guess';
import { jsonLines, jsonRecords } from './json';
import type { CorpusRecord, CorpusRecords } from './record';
import { placeOf } from './record';
import { tableRecords } from './table';

/** The kinds of files that hold many articles as records. */
export type CorpusFormat = Extract<Origin['format'], 'jsonl' | 'json' | 'csv' | 'tsv'>;

/** Does a file of this format hold records? */
export function isCorpus(format: Origin['format']): format is CorpusFormat {
  return format === 'jsonl' || format === 'json' || format === 'csv' || format === 'tsv';
}

/** One article of a corpus, with its record as a file of its own. */
export interface CorpusArticle {
  readonly number: number;
  readonly draft: UnhashedDraft;
  readonly source: string;
}

export interface Corpus {
  readonly articles: readonly CorpusArticle[];
  /** What is wrong with single records, a sentence each, with the line and the column where they are known. */
  readonly problems: readonly string[];
  /** How many records the file holds, with those that could not be read. */
  readonly total: number;
  readonly columns: readonly ColumnSeen[];
  /** How the columns were read. */
  readonly choice: ColumnChoice;
  /** How the column of dates was read; null when there is none. */
  readonly dates: DatesRead | null;
}

/** How a corpus is to be read. */
export interface CorpusOptions {
  readonly fileName: string | null;
  readonly encoding: string;
  /** What each column holds, when the columns of the file are these; absent or undefined: as they look. */
  readonly choose?: ((columns: readonly string[]) => ColumnChoice | undefined) | undefined;
  /** The text is the one record of this number (from 1) of a larger file. */
  readonly record?: number | undefined;
  /** Read no more than so many articles. */
  readonly most?: number | undefined;
}

/** More are not shown in one preview. */
const MOST_ARTICLES = 10_000;
/** A longer value of another column is cut. UTF-16 units. */
const LONGEST_KEPT = 4000;

/**
 * Reads every record of a corpus as an article. The text column alone is the text, so that offsets others
 * have counted in it hold; the rest is metadata. Without a column of texts there are no articles. Throws a
 * Refusal when the file is no table or list at all.
 */
export function readCorpus(text: string, format: CorpusFormat, options: CorpusOptions): Corpus {
  const { records, problems, total } = recordsOf(text, format);
  const columns = seenColumns(records);
  const names = columns.map(({ name }) => name);
  const choice = choiceWithin(options.choose?.(names) ?? guessChoice(columns), names);
  const { publishedAt, text: textColumn } = choice.fields;
  const dates =
    publishedAt === undefined
      ? null
      : readDates(
          records.map(({ fields }) => fields.get(publishedAt) ?? ''),
          choice.dates,
        );
  const read = { total, columns, choice, dates };
  if (textColumn === undefined) return { articles: [], problems: [...problems], ...read };
  const articles: CorpusArticle[] = [];
  const wrong = [...problems];
  const many = options.record !== undefined || records.length > 1;
  for (const record of records.slice(0, options.most ?? MOST_ARTICLES)) {
    const number = options.record ?? record.number;
    const id = record.fields.get(choice.fields.id ?? '')?.slice(0, 200);
    const note = many ? partNote(number, id) : undefined;
    const draft = draftOfRecord(record, choice, dates?.order, { ...options, format }, note);
    if (draft) articles.push({ number, draft, source: record.source });
    else
      wrong.push(`${placeOf({ ...record, number })}, column “${textColumn.slice(0, 40)}”: there is no text.`);
  }
  if (options.most === undefined && records.length > MOST_ARTICLES)
    wrong.push(
      `Only the first ${MOST_ARTICLES} of ${records.length} records were read. Split the file for the others.`,
    );
  return { articles, problems: wrong.toSorted((a, b) => placeIn(a) - placeIn(b)), ...read };
}

/** The line or the number that a problem begins with. */
function placeIn(problem: string): number {
  return Number(/^(?:Line|Record) (\d+)/u.exec(problem)?.[1] ?? Number.MAX_SAFE_INTEGER);
}

/** What is said when no column is known to hold a text. */
export function withoutTextColumn(columns: readonly ColumnSeen[]): string {
  const names = columns.slice(0, 12).map(({ name }) => `“${name.slice(0, 40)}”`);
  const has = names.length > 0 ? `Its columns are ${names.join(', ')}.` : 'It has no columns.';
  return `No column of this file is known to hold the articles’ texts. ${has}`;
}

/** The records of a file, whatever its columns are. Throws a Refusal. */
export function recordsOf(text: string, format: CorpusFormat): CorpusRecords {
  if (format === 'jsonl') return jsonLines(text);
  return format === 'json' ? jsonRecords(text) : tableRecords(text, format);
}

function draftOfRecord(
  { fields }: CorpusRecord,
  choice: ColumnChoice,
  order: DateOrder | undefined,
  { fileName, encoding, format }: CorpusOptions & { readonly format: CorpusFormat },
  note: string | undefined,
): UnhashedDraft | null {
  const { text, lineEnds, replaced } = normaliseText(fields.get(choice.fields.text ?? '') ?? '');
  const read = structure(text);
  const facts = mergeFacts(factsOf(fields, choice.fields, order), read.facts);
  const origin = { fileName, format, encoding, lineEnds };
  const draft = draftOf({ ...read, facts }, origin, note, replacementNote(replaced));
  return draft && withMetadata(draft, keptOf(fields, choice.kept));
}

function structure(text: string): FromMarkup {
  const isHtml = /<(?:p|div|br|article|section|h[1-6])(?:\s[^<>]*)?\/?>/iu.test(text);
  return isHtml ? readHtml(text, { whole: true }) : { text, ...detectBlocks(text) };
}

function factsOf(
  fields: ReadonlyMap<string, string>,
  mapping: ColumnMapping,
  order: DateOrder | undefined,
): Facts {
  const facts: Facts = {};
  const value = (field: keyof ColumnMapping) => (fields.get(mapping[field] ?? '') ?? '').slice(0, 4000);
  for (const field of ['title', 'standfirst', 'outlet', 'byline'] as const) learn(facts, field, value(field));
  learn(facts, 'publishedAt', dateOf(value('publishedAt'), order));
  learn(facts, 'language', languageOf(value('language')));
  learn(facts, 'url', webAddress(value('url')));
  return facts;
}

function keptOf(fields: ReadonlyMap<string, string>, kept: readonly string[]) {
  return kept.map((name): [string, string] => [name, (fields.get(name) ?? '').slice(0, LONGEST_KEPT)]);
}
