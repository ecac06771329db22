import { sameValue } from '../change/same-value';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import type { Format, FormatFile, WrittenFiles } from './format';
import { pairUp } from './pair-up';
import { oneByOne } from './written-files';

/** In the order in which they are told; the first seven would make a dataset say something else. */
const KINDS = {
  missing: ['annotation is not in the files', 'annotations are not in the files'],
  added: ['annotation is in the files only', 'annotations are in the files only'],
  place: ['annotation stands elsewhere', 'annotations stand elsewhere'],
  words: ['annotation has other words', 'annotations have other words'],
  layer: ['annotation has another layer', 'annotations have another layer'],
  row: ['row of a table does not fit its text', 'rows of tables do not fit their texts'],
  file: ['file is not what its checksum says', 'files are not what their checksums say'],
  attributes: ['annotation has other values', 'annotations have other values'],
  roles: ['annotation has other links', 'annotations have other links'],
  id: ['annotation has another id', 'annotations have other ids'],
  note: ['note differs', 'notes differ'],
  status: ['annotation has another status or certainty', 'annotations have another status or certainty'],
  origin: [
    'annotation differs in who made it, when, or with which codebook',
    'annotations differ in who made them, when, or with which codebook',
  ],
  article: ['article differs', 'articles differ'],
  register: ['entry of the registers differs', 'entries of the registers differ'],
  project: ['fact about the project differs', 'facts about the project differ'],
} as const satisfies Record<string, readonly [one: string, many: string]>;

export type DifferenceKind = keyof typeof KINDS;

/** One kind of difference between what was exported and what its files say when they are read again. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** The kind in words to follow the count. */
  readonly label: string;
  readonly count: number;
  /** Does it change where an annotation stands or what it is? */
  readonly grave: boolean;
}

/** What reading an export back found; no differences = identical. */
export interface ReadBack {
  readonly annotations: number;
  readonly differences: readonly Difference[];
  /** Rows that were looked at, where the files are tables that tell less than the project. */
  readonly rows?: number;
}

const GRAVE: ReadonlySet<DifferenceKind> = new Set([
  'missing',
  'added',
  'place',
  'words',
  'layer',
  'row',
  'file',
]);

/**
 * Reads the files of an export as anyone would and compares them with the part of the project that was meant. Null for
 * a format that is not read. Throws what the format's reader throws when the files are not what it writes.
 */
export function readBack(
  format: Format,
  whole: Project,
  scope: Scope,
  files: readonly FormatFile[],
): ReadBack | null {
  if (!format.parse) return null;
  return differences(restrict(whole, scope), format.parse(files, whole.articles).project);
}

/** The same with files that are read bit by bit where the format can do with that. */
export function readBackWritten(
  format: Format,
  whole: Project,
  scope: Scope,
  files: WrittenFiles,
): ReadBack | null {
  if (format.check) return format.check(whole, scope, files);
  if (!format.parse) return null;
  return readBack(format, whole, scope, oneByOne(files));
}

/** What differs between a project as it was and as it came back, counted by kind. */
export function differences(before: Project, after: Project): ReadBack {
  const counts: Partial<Record<DifferenceKind, number>> = {};
  const count = (kind: DifferenceKind, many = 1) => {
    counts[kind] = (counts[kind] ?? 0) + many;
  };
  const asked = [...allAnnotations(before)];
  const { pairs, missing, added } = pairUp(asked, [...allAnnotations(after)]);
  for (const [annotation, found] of pairs) for (const kind of differing(annotation, found)) count(kind);
  count('missing', missing.length);
  count('added', added.length);
  for (const [id, article] of before.articles) {
    const found = after.articles.get(id);
    if (!found || !sameValue(article, found)) count('article');
  }
  for (const table of ['speakers', 'claims', 'annotators', 'readings'] as const) {
    for (const [id, row] of before[table]) {
      if (table === 'readings' && !before.articles.has(id)) continue;
      if (!sameValue(row as unknown, after[table].get(id) as unknown)) count('register');
    }
  }
  if (!sameValue(before.info, after.info)) count('project');
  if (!sameValue(before.codebook, after.codebook)) count('project');
  return { annotations: asked.length, differences: differencesOf(counts) };
}

/** Counts by kind in words, without those that are 0. */
export function differencesOf(
  counts: Readonly<Partial<Record<DifferenceKind, number>>>,
): readonly Difference[] {
  return (Object.keys(KINDS) as DifferenceKind[]).flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count === 0
      ? []
      : [{ kind, label: KINDS[kind][count === 1 ? 0 : 1], count, grave: GRAVE.has(kind) }];
  });
}

function* differing(before: Annotation, after: Annotation): Generator<DifferenceKind> {
  if (before.id !== after.id) yield 'id';
  if (before.articleId !== after.articleId || !sameValue(before.spans, after.spans)) yield 'place';
  if (before.quote !== after.quote) yield 'words';
  if (before.layer !== after.layer) yield 'layer';
  if (!sameValue(before.attributes, after.attributes)) yield 'attributes';
  if (!sameValue(before.roles, after.roles)) yield 'roles';
  if (before.note !== after.note) yield 'note';
  if (before.status !== after.status || before.certainty !== after.certainty) yield 'status';
  const { annotatorId, codebookVersion, createdAt, updatedAt, prefix, suffix } = before;
  const same = { annotatorId, codebookVersion, createdAt, updatedAt, prefix, suffix };
  if (Object.entries(same).some(([key, value]) => after[key as keyof typeof same] !== value)) yield 'origin';
}
