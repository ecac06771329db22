import { createHash } from 'node:crypto';
import { migrate } from '../../core/project/migrate';
import { SCHEMA } from '../../core/project/model';
import { DamagedFile, NewerSchema } from './damage';
import { isTooDeep } from './json-depth';
import type { FileRead } from './many-files';
import { inBlocks, prettyJson } from './pretty-json';

/**
 * What every file of a project is wrapped in: what it is, the schema, the number of the last change it
 * holds, the data, and last the SHA-256 of every byte before that line. This wrapping is the same for all
 * schemas to come: it is how an older version knows a newer file from a damaged one.
 */
export interface Stored<Data> {
  readonly sequence: number;
  readonly data: Data;
}

/** What a file held, and the schema it was written in. */
export interface Unsealed extends Stored<unknown> {
  readonly schema: number;
}

type Known = Pick<FileRead, 'digest' | 'deep'>;

const TAIL = /^ {2}"sha256": "([0-9a-f]{64})"\n\}\n$/;
/** The last bytes of a sealed file: its checksum, and what closes it. */
export const TAIL_LENGTH = 81;

/** The bytes of a file, block by block: JSON with an indent of two, for people and for `diff`. */
export function* seal(
  format: string,
  { sequence, data }: Stored<unknown>,
  schema = SCHEMA,
): Generator<Uint8Array> {
  const hash = createHash('sha256');
  let last: Buffer = Buffer.alloc(0);
  for (const block of inBlocks(body(format, schema, sequence, data))) {
    if (last.length > 0) yield last;
    hash.update(block);
    last = block;
  }
  yield Buffer.concat([last, Buffer.from(`  "sha256": "${hash.digest('hex')}"\n}\n`)]);
}

function* body(format: string, schema: number, sequence: number, data: unknown): Generator<string> {
  yield `{\n  "format": ${JSON.stringify(format)},\n  "schema": ${schema},\n  "sequence": ${sequence},\n  "data": `;
  yield* prettyJson(data, '  ');
  yield ',\n';
}

/** The checksum that sealed bytes carry; it tells two contents of a file apart. */
export function checksumOf(bytes: Uint8Array): string {
  return TAIL.exec(Buffer.from(bytes.subarray(-TAIL_LENGTH)).toString('latin1'))?.[1] ?? '';
}

/** Are these exactly the bytes that were sealed with this checksum? */
export function holdsExactly(bytes: Uint8Array, checksum: string): boolean {
  return checksumOf(bytes) === checksum && isWhole(bytes);
}

/**
 * What the bytes of a file hold. Throws DamagedFile for anything but exactly what `seal` gave, and
 * NewerSchema for what a later version sealed. `path` is for the message; `known` is what whoever read the bytes
 * has found out about them.
 */
export function unseal(path: string, format: string, bytes: Uint8Array, known: Known = {}): Unsealed {
  const found = check(path, bytes, known);
  const { schema, sequence } = found;
  if (found.format !== format)
    throw new DamagedFile(path, `is a file of another kind (${String(found.format)})`);
  if (!isCount(schema) || !isCount(sequence) || !('data' in found)) {
    throw new DamagedFile(path, 'is not of the right shape');
  }
  if (schema > SCHEMA) throw new NewerSchema(path, schema, sequence, found.data);
  if (schema < 1) throw new DamagedFile(path, `has schema ${schema}, which no version has written`);
  return { schema, sequence, data: migrate(format, schema, found.data) };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function check(path: string, original: Uint8Array, known: Known): Record<string, unknown> {
  const bytes = whole(path, original, known.digest);
  const deep = bytes === original ? known.deep : undefined;
  if (deep ?? isTooDeep(bytes)) throw new DamagedFile(path, 'is nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString());
  } catch {
    throw new DamagedFile(path, 'is not JSON');
  }
  if (typeof value !== 'object' || value === null) throw new DamagedFile(path, 'holds no record');
  return value as Record<string, unknown>;
}

/** The bytes, if their checksum says that they are as they were written; else what is wrong with them. */
function whole(path: string, bytes: Uint8Array, digest?: string): Uint8Array {
  if (isWhole(bytes, digest)) return bytes;
  if (bytes.length === 0) throw new DamagedFile(path, 'is empty');
  if (bytes.every((byte) => byte === 0)) throw new DamagedFile(path, 'holds nothing but zeros');
  if (bytes[0] === 0xef && bytes[1] === 0xbb) throw new DamagedFile(path, 'begins with a byte order mark');
  // Git and some editors turn line ends into CR LF; no string of JSON holds a raw one, so that loses nothing.
  if (bytes.includes(0x0d)) {
    const restored = Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    if (isWhole(restored)) return restored;
  }
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1').trim();
  if (text === 'null') throw new DamagedFile(path, 'holds no data (null)');
  if (checksumOf(bytes) === '') throw new DamagedFile(path, 'is cut short or was changed');
  throw new DamagedFile(path, 'was changed: its checksum does not match');
}

function isWhole(bytes: Uint8Array, digest?: string): boolean {
  const expected = checksumOf(bytes);
  if (expected === '') return false;
  return (digest ?? digestOfSealed(bytes)) === expected;
}

/** SHA-256 (hex) of what the seal of a file is made of: all bytes but its last TAIL_LENGTH. */
export function digestOfSealed(bytes: Uint8Array): string {
  return createHash('sha256')
    .update(bytes.subarray(0, Math.max(0, bytes.length - TAIL_LENGTH)))
    .digest('hex');
}
