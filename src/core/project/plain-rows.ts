import type { Annotation, Article } from './model';
import { BLOCK_KINDS, CERTAINTIES, ID_PATTERN, ORIGIN_FORMATS, STATUSES } from './model';

/**
 * A short way past the schemas for the two tables of which there are many rows: a project of 200,000 annotations is
 * read in a tenth of the time. What passes here is exactly what the schema would give back (the law in
 * plain-rows.test.ts); what does not is for the schema to judge.
 */

type Fields = Record<string, unknown>;

/** Is this an annotation as its schema would give it back? */
export function isPlainAnnotation(value: unknown): value is Annotation {
  return (
    hasFields(value, 16) &&
    isId(value.id) &&
    isId(value.articleId) &&
    isId(value.annotatorId) &&
    isName(value.layer) &&
    areSpans(value.spans) &&
    isText(value.quote) &&
    isText(value.prefix) &&
    isText(value.suffix) &&
    isRecordOf(value.attributes, isAttributeValue) &&
    isRecordOf(value.roles, areTargets) &&
    isText(value.note) &&
    isOneOf(CERTAINTY, value.certainty) &&
    isOneOf(STATUS, value.status) &&
    isText(value.codebookVersion) &&
    isTime(value.createdAt) &&
    isTime(value.updatedAt)
  );
}

/** Is this an article as its schema would give it back? */
export function isPlainArticle(value: unknown): value is Article {
  if (!isFields(value)) return false;
  let optional = 0;
  for (const name of OPTIONAL) {
    if (value[name] === undefined) continue;
    if (!isText(value[name])) return false;
    optional++;
  }
  if (value.metadata !== undefined) {
    if (!isRecordOf(value.metadata, isText)) return false;
    optional++;
  }
  return (
    Object.keys(value).length === 9 + optional &&
    isId(value.id) &&
    isText(value.title) &&
    isText(value.language) &&
    isText(value.text) &&
    isListOf(value.blocks, isBlock) &&
    isText(value.sha256) &&
    isOrigin(value.origin) &&
    Number.isFinite(value.order) &&
    isTime(value.addedAt)
  );
}

const CERTAINTY: ReadonlySet<unknown> = new Set(CERTAINTIES);
const STATUS: ReadonlySet<unknown> = new Set(STATUSES);
const BLOCKS: ReadonlySet<unknown> = new Set(BLOCK_KINDS);
const FORMATS: ReadonlySet<unknown> = new Set(ORIGIN_FORMATS);
const LINE_ENDS: ReadonlySet<unknown> = new Set(['none', 'lf', 'crlf', 'cr', 'mixed']);
const OPTIONAL = ['standfirst', 'byline', 'outlet', 'url', 'publishedAt', 'note'] as const;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Has it so many fields? Whoever finds that many of its own names knows that there is no other. */
const hasFields = (value: unknown, count: number): value is Fields =>
  isFields(value) && Object.keys(value).length === count;

const isText = (value: unknown): value is string => typeof value === 'string';
const isId = (value: unknown) => typeof value === 'string' && ID_PATTERN.test(value);
const isTime = (value: unknown) => typeof value === 'string' && value.length > 0 && value.length <= 40;
const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isOneOf = (known: ReadonlySet<unknown>, value: unknown) => known.has(value);
const isName = (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= 200 && value !== '__proto__';

const isListOf = (value: unknown, is: (item: unknown) => boolean): value is unknown[] =>
  Array.isArray(value) && value.every(is);

const isRecordOf = (value: unknown, is: (item: unknown) => boolean): boolean => {
  if (!isFields(value)) return false;
  for (const name of Object.keys(value)) if (!isName(name) || !is(value[name])) return false;
  return true;
};

const isSpan = (value: unknown) =>
  hasFields(value, 2) && isOffset(value.start) && isOffset(value.end) && value.start < value.end;

const areSpans = (value: unknown): value is unknown[] =>
  isListOf(value, isSpan) &&
  value.every((next, at) => at === 0 || (value[at - 1] as Fields).end! < (next as Fields).start!);

const isAttributeValue = (value: unknown) =>
  isText(value) || typeof value === 'boolean' || Number.isFinite(value) || isListOf(value, isText);

const areTargets = (value: unknown) => isListOf(value, isTarget);

const isTarget = (value: unknown) =>
  hasFields(value, 1) &&
  (isId(value.speaker) ||
    isId(value.claim) ||
    isId(value.annotation) ||
    value.author === true ||
    (areSpans(value.spans) && value.spans.length > 0));

const isBlock = (value: unknown) =>
  hasFields(value, 3) && isOneOf(BLOCKS, value.kind) && isOffset(value.start) && isOffset(value.end);

const isOrigin = (value: unknown) =>
  hasFields(value, 6) &&
  (value.fileName === null || isText(value.fileName)) &&
  isOneOf(FORMATS, value.format) &&
  isText(value.encoding) &&
  isOneOf(LINE_ENDS, value.lineEnds) &&
  isOffset(value.bytes) &&
  isText(value.bytesSha256);
