/** What a finding is about: for scripts, which should not read sentences. */
export const FINDING_KINDS = [
  'damaged-file',
  'missing-file',
  'newer-schema',
  'older-schema',
  'journal',
  'journal-gap',
  'damaged-backup',
  'other-version',
  'file-under-way',
  'set-aside-file',
  'original-left',
  'original-changed',
  'article-changed',
  'unusable-annotation',
  'quote-elsewhere',
  'target-lost',
  'layer-lost',
  'annotator-lost',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** One thing that is not as it should be, or that a person should know of. */
export interface Finding {
  readonly kind: FindingKind;
  /** False for what does no harm and needs nothing done. */
  readonly grave: boolean;
  /** The file, or the annotation, it is about. */
  readonly where: string;
  /** What was found, as a sentence. */
  readonly what: string;
  /** What can be done about it, as a sentence. */
  readonly can: string;
  /** Can a repair do it, without deleting anything? */
  readonly repairable: boolean;
}
