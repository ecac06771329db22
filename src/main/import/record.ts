import { createHash } from 'node:crypto';
import type { ArticleDraft, UnhashedDraft } from '../../core/import/draft';
import type { Origin } from '../../core/project/model';

/** An article that was read. */
export interface ReadBytes {
  readonly draft: ArticleDraft;
  readonly encodingCertain: boolean;
  /** The number of its record, from 1, in a file that holds many. */
  readonly record?: number;
  /** Of a web page: whether all of its text was taken, and how many characters were not. */
  readonly page?: { readonly whole: boolean; readonly leftOut: number } | undefined;
}

/** An article with the bytes it was read from: the whole file, or its own record of one that holds many. */
export interface ReadRecord extends ReadBytes {
  readonly bytes: Uint8Array;
}

/** Hashes an article and its bytes. The only user of hashes among the readers. */
export function recordOf(
  draft: UnhashedDraft,
  bytes: Uint8Array,
  about: {
    readonly certain: boolean;
    readonly number?: number | undefined;
    readonly page?: ReadBytes['page'];
  },
): ReadRecord {
  const origin: Origin = { ...draft.origin, bytes: bytes.length, bytesSha256: sha256(bytes) };
  const { certain, number, page } = about;
  return {
    draft: { ...draft, sha256: sha256(draft.text), origin },
    encodingCertain: certain,
    bytes,
    ...(number === undefined ? {} : { record: number }),
    ...(page ? { page } : {}),
  };
}

/** Lower-case hex; of a string the hash of its UTF-8 bytes. */
function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
