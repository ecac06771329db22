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
