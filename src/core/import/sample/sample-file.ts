import { z } from 'zod';
import { CERTAINTIES, ID_PATTERN, READING_STATUSES, SPEAKER_KINDS, STATUSES } from '../../project/model';

z.config({ jitless: true });

const id = z.string().regex(ID_PATTERN);

/**
 * A passage named by its words: alone they must occur once in the article, `within` narrows the search to
 * other words that do, `occurrence` (1 = first) picks one of several.
 */
const passage = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    within: z.string().min(1).optional(),
    occurrence: z.number().int().min(1).optional(),
  }),
]);

const target = z.union([
  z.strictObject({ passage }),
  z.strictObject({ speaker: id }),
  z.strictObject({ claim: id }),
  /** The `key` of another annotation of the file. */
  z.strictObject({ annotation: id }),
  z.strictObject({ author: z.literal(true) }),
]);

const annotation = z.strictObject({
  /** A name for other annotations to point at. */
  key: id.optional(),
  article: id,
  layer: z.string(),
  /** None = the annotation speaks of the whole article. */
  passages: z.array(passage),
  attributes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  roles: z.record(z.string(), z.array(target)).optional(),
  note: z.string().optional(),
  certainty: z.enum(CERTAINTIES).optional(),
  status: z.enum(STATUSES).optional(),
});

const schema = z.strictObject({
  format: z.literal('marginalia-sample/1'),
  project: z.strictObject({ id, name: z.string().min(1), note: z.string() }),
  /** In the order of the library; `file` is a name in the sample's folder. */
  articles: z.array(
    z.strictObject({ id, file: z.string().min(1), reading: z.enum(READING_STATUSES).optional() }),
  ),
  speakers: z.array(
    z.strictObject({
      id,
      name: z.string().min(1),
      aliases: z.array(z.string()),
      kind: z.enum(SPEAKER_KINDS),
      naming: z.enum(['named', 'partly identified', 'anonymous']).optional(),
      affiliation: z.string().optional(),
      role: z.string().optional(),
      note: z.string(),
    }),
  ),
  claims: z.array(z.strictObject({ id, wording: z.string().min(1), note: z.string() })),
  annotations: z.array(annotation),
});

/** The sample's annotations as they are written by hand: passages by their words, not by offsets. */
export type SampleFile = z.infer<typeof schema>;
export type SampleAnnotation = z.infer<typeof annotation>;
export type SampleTarget = z.infer<typeof target>;
export type SamplePassage = z.infer<typeof passage>;

/** Reads the sample's annotation file (parsed JSON); throws a ZodError that says what is wrong where. */
export function parseSampleFile(json: unknown): SampleFile {
  return schema.parse(json);
}
