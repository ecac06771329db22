import type { Block, Origin } from '../project/model';

/**
 * An article as it was read from a file and before the researcher has agreed to it: what the preview shows
 * and lets them mend. Offsets are UTF-16 code units of `text`.
 */
export interface ArticleDraft {
  readonly title: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly outlet?: string;
  readonly url?: string;
  /** YYYY-MM-DD. */
  readonly publishedAt?: string;
  readonly language: string;
  /** Line ends are "\n", none at the end; no NUL, no BOM at the start, no lone surrogate. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** SHA-256 of the UTF-8 bytes of `text`, lower-case hex. */
  readonly sha256: string;
  readonly origin: Origin;
  /** What reading had to change ("2 characters … were replaced"), in plain words; kept with the article. */
  readonly note?: string;
  /** What its source says of it beyond these fields, by the source's own names ("section", "page"). */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A draft before its text and bytes were hashed: what the pure readers give. */
export interface UnhashedDraft extends Omit<ArticleDraft, 'sha256' | 'origin'> {
  readonly origin: Omit<Origin, 'bytes' | 'bytesSha256'>;
}

/** Why a file could not be read. */
export type ImportProblemCode =
  | 'empty'
  | 'binary'
  | 'encoding'
  | 'unreadable'
  | 'damaged'
  | 'locked'
  | 'too-large'
  | 'unsupported'
  | 'stopped'
  | 'no-text';

/** What is said of a file that cannot be read: one sentence of what happened and one of what to do. */
export interface ImportProblem {
  readonly fileName: string;
  readonly code: ImportProblemCode;
  readonly message: string;
  /** It is of a row or a part of the file; the others were read. */
  readonly part?: boolean;
  /** It is a count of what was passed over, and no trouble. */
  readonly quiet?: boolean;
  /** The file's name among those that wait for the researcher's word, when it can be read in another way. */
  readonly source?: string;
}
