import type { Origin } from '../../project/model';
import { findDate } from '../detect/dates';
import { detectBlocks } from '../detect/detect-blocks';
import type { UnhashedDraft } from '../draft';
import type { Facts } from '../facts';
import { languageTag, learn, mergeFacts, webAddress } from '../facts';
import type { FromMarkup } from '../html/document';
import { readHtml } from '../html/document';
import { normaliseText, replacementNote } from '../normalise-text';
import { Refusal } from '../problem';
import { draftOf, partNote } from '../read-article';
import type { ColumnMapping } from './columns';
import { recogniseColumns } from './columns';
import { jsonLines, jsonRecords } from './json';
import type { CorpusRecord, CorpusRecords } from './record';
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
  /** What is wrong with single records, a sentence each. */
  readonly problems: readonly string[];
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
}

/** How a corpus is to be read. */
export interface CorpusOptions {
  readonly fileName: string | null;
  readonly encoding: string;
  /** Which column holds what; absent: as their names say. */
  readonly mapping?: ColumnMapping;
  /** The text is the one record of this number (from 1) of a larger file. */
  readonly record?: number;
}

/** More are not shown in one preview. */
const MOST_ARTICLES = 10_000;

/**
 * Reads every record of a corpus as an article. The text column alone is the text, so that offsets others
 * have counted in it hold; the rest is metadata. Throws a Refusal when no column is known to hold a text.
 */
export function readCorpus(text: string, format: CorpusFormat, options: CorpusOptions): Corpus {
  const { records, problems } = recordsOf(text, format);
  const columns = [...new Set(records.slice(0, 1000).flatMap(({ fields }) => [...fields.keys()]))];
  const mapping = options.mapping ?? recogniseColumns(columns);
  if (mapping.text === undefined) throw withoutTextColumn(columns);
  const articles: CorpusArticle[] = [];
  const wrong = [...problems];
  const many = options.record !== undefined || records.length > 1;
  for (const record of records.slice(0, MOST_ARTICLES)) {
    const number = options.record ?? record.number;
    const id = record.fields.get(mapping.id ?? '')?.slice(0, 200);
    const draft = draftOfRecord(record, mapping, format, options, many ? partNote(number, id) : undefined);
    if (draft) articles.push({ number, draft, source: record.source });
    else wrong.push(`Record ${number} has no text.`);
  }
  if (records.length > MOST_ARTICLES)
    wrong.push(
      `Only the first ${MOST_ARTICLES} of ${records.length} records were read. Split the file for the others.`,
    );
  return { articles, problems: wrong, columns, mapping };
}

/** The records of a file, whatever its columns are. Throws a Refusal. */
export function recordsOf(text: string, format: CorpusFormat): CorpusRecords {
  if (format === 'jsonl') return jsonLines(text);
  return format === 'json' ? jsonRecords(text) : tableRecords(text, format);
}

function draftOfRecord(
  { fields }: CorpusRecord,
  mapping: ColumnMapping,
  format: CorpusFormat,
  { fileName, encoding }: CorpusOptions,
  note: string | undefined,
): UnhashedDraft | null {
  const { text, lineEnds, replaced } = normaliseText(fields.get(mapping.text ?? '') ?? '');
  const read = structure(text);
  const facts = mergeFacts(factsOf(fields, mapping), read.facts);
  const origin = { fileName, format, encoding, lineEnds };
  return draftOf({ ...read, facts }, origin, note, replacementNote(replaced));
}

function structure(text: string): FromMarkup {
  const isHtml = /<(?:p|div|br|article|section|h[1-6])(?:\s[^<>]*)?\/?>/iu.test(text);
  return isHtml ? readHtml(text, { whole: true }) : { text, ...detectBlocks(text) };
}

function factsOf(fields: ReadonlyMap<string, string>, mapping: ColumnMapping): Facts {
  const facts: Facts = {};
  const value = (field: keyof ColumnMapping) => (fields.get(mapping[field] ?? '') ?? '').slice(0, 4000);
  for (const field of ['title', 'standfirst', 'outlet', 'byline'] as const) learn(facts, field, value(field));
  learn(facts, 'publishedAt', dateOf(value('publishedAt').trim()));
  learn(facts, 'language', languageTag(value('language')));
  learn(facts, 'url', webAddress(value('url')));
  return facts;
}

/** A date in words or ISO 8601, or seconds or milliseconds since 1970. */
function dateOf(value: string): string | undefined {
  if (/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/u.test(value))
    return new Date(Number(value) * (value.length > 11 && !value.includes('.') ? 1 : 1000))
      .toISOString()
      .slice(0, 10);
  return findDate(value)?.iso;
}

function withoutTextColumn(columns: readonly string[]): Refusal {
  const names = columns.slice(0, 12).map((name) => `“${name.slice(0, 40)}”`);
  const has = names.length > 0 ? `Its columns are ${names.join(', ')}.` : 'It has no columns.';
  return new Refusal(
    'no-text',
    `No column of this file is known to hold the articles’ texts. ${has} Name one “text” and import it again.`,
  );
}
