import { z } from 'zod';
import type { Change } from '../change/change';
import { joined } from '../change/portions';
import { type Span, splitsSurrogatePair } from '../text/span';
import type { Codebook } from './codebook';
import { COLOURS, FORMS, TARGET_KINDS } from './codebook';
import { issueWords } from './issue-words';
import type { Mapping } from './mapping';
import type { Annotation, Annotator, Article, Claim, ProjectInfo, Reading, Speaker } from './model';
import {
  BLOCK_KINDS,
  CERTAINTIES,
  ID_PATTERN,
  ORIGIN_FORMATS,
  READING_STATUSES,
  SPEAKER_KINDS,
  STATUSES,
  VERDICTS,
} from './model';
import { isPlainAnnotation, isPlainArticle } from './plain-rows';

// zod compiles schemas with `new Function` unless told not to, which the renderer's CSP forbids.
z.config({ jitless: true, customError: issueWords });

const id = z.string().regex(ID_PATTERN, 'an id is lower-case letters, digits and hyphens, a letter first');
const key = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name !== '__proto__', 'not a usable name');
const time = z.string().min(1).max(40);
const offset = z.number().int().min(0);
const span = z
  .object({ start: offset, end: offset })
  .refine(({ start, end }) => start < end, { message: 'a span ends after it starts' });
const spans = z
  .array(span)
  .refine((list) => list.every((next, index) => index === 0 || list[index - 1]!.end < next.start), {
    message: 'spans are ordered and do not touch',
  });

const origin = z.object({
  fileName: z.string().nullable(),
  format: z.enum(ORIGIN_FORMATS),
  encoding: z.string(),
  lineEnds: z.enum(['none', 'lf', 'crlf', 'cr', 'mixed']),
  bytes: offset,
  bytesSha256: z.string(),
});

const article = z.object({
  id,
  title: z.string(),
  standfirst: z.string().optional(),
  byline: z.string().optional(),
  outlet: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  language: z.string(),
  text: z.string(),
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), start: offset, end: offset })),
  sha256: z.string(),
  origin,
  order: z.number(),
  addedAt: time,
  note: z.string().optional(),
  metadata: z.record(key, z.string()).optional(),
});

const target = z.union([
  z.strictObject({ spans: spans.min(1) }),
  z.strictObject({ speaker: id }),
  z.strictObject({ claim: id }),
  z.strictObject({ annotation: id }),
  z.strictObject({ author: z.literal(true) }),
]);

const annotation = z.object({
  id,
  articleId: id,
  annotatorId: id,
  layer: key,
  spans,
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  attributes: z.record(key, z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  roles: z.record(key, z.array(target)),
  note: z.string(),
  certainty: z.enum(CERTAINTIES),
  status: z.enum(STATUSES),
  codebookVersion: z.string(),
  createdAt: time,
  updatedAt: time,
});

const speaker = z.object({
  id,
  name: z.string().min(1),
  aliases: z.array(z.string()),
  kind: z.enum(SPEAKER_KINDS),
  naming: z.enum(['named', 'partly identified', 'anonymous']).optional(),
  affiliation: z.string().optional(),
  role: z.string().optional(),
  externalId: z.string().optional(),
  note: z.string(),
});

const claim = z.object({
  id,
  wording: z.string(),
  verdict: z.enum(VERDICTS).optional(),
  evidence: z.string().optional(),
  supports: z.array(id).optional(),
  contradicts: z.array(id).optional(),
  note: z.string(),
});
const reading = z.object({ id, status: z.enum(READING_STATUSES), rejected: z.array(z.string()) });
const annotator = z.object({ id, name: z.string().min(1) });

const texts = z.array(z.string()).optional();
const selection = z.object({
  layers: texts,
  attributes: z.record(key, z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))).optional(),
  speakers: z.array(z.string().nullable()).optional(),
  about: texts,
  claims: texts,
  articles: texts,
  outlets: texts,
  annotators: texts,
  statuses: z.array(z.enum(STATUSES)).optional(),
  certainties: z.array(z.enum(CERTAINTIES)).optional(),
  text: z.string().optional(),
  noted: z.boolean().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});
const layerTo = z.union([
  z.strictObject({ layer: key }),
  z.strictObject({ role: key, of: key }),
  z.enum(['new', 'out']),
]);
const named = z.string().refine((name) => name !== '__proto__', 'not a usable name');
const layerMapping = {
  to: layerTo,
  attributes: z.record(
    named,
    z.object({
      to: z.union([z.strictObject({ attribute: key }), z.enum(['new', 'out'])]),
      values: z.record(named, z.union([z.strictObject({ value: z.string() }), z.enum(['new', 'out'])])),
    }),
  ),
  roles: z.record(named, z.union([z.strictObject({ role: key }), z.enum(['new', 'out'])])),
};
const info = z.object({
  id,
  name: z.string().min(1),
  note: z.string(),
  createdAt: time,
  queries: z.array(z.object({ id, name: z.string().min(1), selection })).optional(),
  mappings: z.array(z.object({ format: z.string(), layer: named, ...layerMapping })).optional(),
});

const described = { id: key, label: z.string(), description: z.string().optional(), examples: texts };
const value = z.object(described);
const attribute = z.discriminatedUnion('kind', [
  z.object({
    ...described,
    kind: z.literal('choice'),
    values: z.array(value),
    default: z.string().optional(),
  }),
  z.object({ ...described, kind: z.literal('multiple'), values: z.array(value) }),
  z.object({
    ...described,
    kind: z.literal('scale'),
    min: z.number().int(),
    max: z.number().int(),
    default: z.number().int().optional(),
    diverging: z.boolean().optional(),
  }),
  z.object({ ...described, kind: z.literal('text') }),
  z.object({ ...described, kind: z.literal('number') }),
  z.object({ ...described, kind: z.literal('date') }),
]);
const role = z.object({
  ...described,
  noun: z.string().optional(),
  targets: z.array(z.enum(TARGET_KINDS)),
  layers: z.array(key).optional(),
  max: z.number().int().positive().optional(),
  expected: z.boolean().optional(),
  contiguous: z.boolean().optional(),
  acyclic: z.boolean().optional(),
  inherits: z.object({ layer: key, role: key, elseAuthor: z.boolean().optional() }).optional(),
});
const codebook = z.object({
  id,
  name: z.string(),
  version: z.string(),
  layers: z.array(
    z.object({
      ...described,
      rules: z.string().optional(),
      colour: z.enum(COLOURS),
      form: z.enum(FORMS),
      key: z.string().regex(/^[a-z]$/),
      on: z.boolean(),
      wholeArticle: z.boolean().optional(),
      attributes: z.array(attribute),
      roles: z.array(role),
    }),
  ),
  univocal: z.boolean().optional(),
  history: z.array(z.object({ version: z.string(), at: time, what: z.string() })).optional(),
});

/** The schemas, for the law that the short way past them gives what they do. */
export const ROW_SCHEMAS = { article, annotation };

function rows(row: z.ZodType) {
  return z.record(id, z.tuple([row.nullable(), row.nullable()])).optional();
}

const change = z.strictObject({
  info: rows(info),
  codebook: rows(codebook),
  articles: rows(article),
  annotations: rows(annotation),
  speakers: rows(speaker),
  claims: rows(claim),
  annotators: rows(annotator),
  readings: rows(reading),
});

/** What was read is not what it should be: `path` leads to the part that is wrong, or missing. */
export class InvalidError extends Error {
  constructor(
    message: string,
    readonly path: readonly (string | number)[],
  ) {
    super(message);
  }
}

/** Each parser returns the value, typed and without unknown keys, or throws an InvalidError that says what is wrong where. */
export const parseArticle = parser<Article>('article', article, isPlainArticle);
export const parseAnnotation = parser<Annotation>('annotation', annotation, isPlainAnnotation);
export const parseSpeaker = parser<Speaker>('speaker', speaker);
export const parseClaim = parser<Claim>('claim', claim);
export const parseAnnotator = parser<Annotator>('annotator', annotator);
export const parseReading = parser<Reading>('reading', reading);
export const parseInfo = parser<ProjectInfo>('project', info);
export const parseCodebook = parser<Codebook>('codebook', codebook);
/** A mapping in a file of its own. */
export const parseMapping = parser<Mapping>('mapping', z.record(named, z.object(layerMapping)));
const parseAnyChange = parser<Change>('change', change);

/** Changes that were found valid: they are immutable, and looking again at ten thousand rows takes seconds. */
const checked = new WeakSet<Change>();

export function parseChange(input: unknown): Change {
  if (checked.has(input as Change)) return input as Change;
  const valid = parseAnyChange(input);
  checked.add(valid);
  return valid;
}

/** One change of several that `parseChange` gave, which is then valid, too: a change is valid row by row. */
export function joinChecked(parts: readonly Change[]): Change {
  const whole = joined(parts.map(parseChange));
  checked.add(whole);
  return whole;
}

/** `isPlain`: a quick test for what the schema would give back as it is. */
function parser<Value>(
  name: string,
  schema: z.ZodType,
  isPlain: (input: unknown) => input is Value = (_): _ is Value => false,
): (input: unknown) => Value {
  return (input) => {
    if (isPlain(input)) return input;
    const result = schema.safeParse(input);
    if (result.success) return result.data as Value;
    const [issue] = result.error.issues;
    const where = issue?.path.length ? ` at ${issue.path.map(String).join('.')}` : '';
    throw new InvalidError(
      `not a valid ${name}${where}: ${issue?.message ?? 'unknown reason'}`,
      (issue?.path ?? []).map((step) => (typeof step === 'symbol' ? String(step) : step)),
    );
  };
}

/**
 * What is wrong with an annotation in its article, or null: spans past the end or cutting a character, an
 * annotation of another article. Such a record is set aside for repair, never dropped.
 */
export function placementProblem(annotation: Annotation, article: Article): string | null {
  const problem = spansProblem(annotation.spans, article.text);
  if (problem !== null) return problem;
  for (const targets of Object.values(annotation.roles)) {
    for (const target of targets) {
      const problem = 'spans' in target ? spansProblem(target.spans, article.text) : null;
      if (problem !== null) return problem;
    }
  }
  return annotation.articleId === article.id ? null : `belongs to article ${annotation.articleId}`;
}

function spansProblem(spans: readonly Span[], text: string): string | null {
  for (const { start, end } of spans) {
    if (end > text.length) return `ends at ${end}, past the end of the text (${text.length})`;
    if (splitsSurrogatePair(text, start) || splitsSurrogatePair(text, end))
      return `cuts a character in two at ${start},${end}`;
  }
  return null;
}
