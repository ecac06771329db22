import { createHash } from 'node:crypto';
import type { ArticleDraft, ImportProblem } from '../../core/import/draft';
import { withoutText } from '../../core/import/problem';
import { readArticle } from '../../core/import/read-article';
import type { Origin } from '../../core/project/model';
import type { Decoded } from './decode';
import { decode, recode } from './decode';

/** What bytes are to be read as. */
export interface ByteSource {
  /** As the researcher has it; null for pasted text. */
  readonly fileName: string | null;
  readonly format: Origin['format'];
  /** Absent: find out. */
  readonly encoding?: string;
  /** The clipboard's HTML, for pasted text. */
  readonly html?: string;
}

export interface ReadBytes {
  readonly draft: ArticleDraft;
  readonly encodingCertain: boolean;
}

/** Bytes to article, or what is wrong with them. The only user of hashes among the readers. */
export function readBytes(bytes: Uint8Array, source: ByteSource): ReadBytes | ImportProblem {
  const fileName = source.fileName ?? 'Pasted text';
  const decoded: Decoded | ImportProblem =
    source.encoding === undefined ? decode(bytes, fileName) : recode(bytes, source.encoding, fileName);
  if ('code' in decoded) return decoded;
  const read = readArticle({ ...source, text: decoded.text, encoding: decoded.encoding });
  if (!read) return withoutText(fileName);
  const origin: Origin = { ...read.origin, bytes: bytes.length, bytesSha256: sha256(bytes) };
  return { draft: { ...read, sha256: sha256(read.text), origin }, encodingCertain: decoded.certain };
}

/** Lower-case hex; of a string the hash of its UTF-8 bytes. */
function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
