import { closeSync, openSync, readSync } from 'node:fs';
import { Inflate } from 'fflate';
import yauzl from 'yauzl';
import type { WrittenFiles } from '../../core/formats/format';
import { damaged, locked } from '../../core/import/problem';
import { Crc32 } from './crc32';
import { digestOfBlocks } from './files-on-disk';
import { entriesOf, refuse, STRICT } from './zip';

const BLOCK = 1 << 15;
/** Before the name of an entry's own head, in bytes. */
const HEAD = 30;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files in a zip on the disk, to be read bit by bit: nothing is held but a block, however much is in it. Meant for a
 * zip that we have just written. Throws a Refusal when it is damaged: also for an entry that is cut short, longer than
 * it says, or not what its checksum says.
 */
export async function filesInZip(path: string): Promise<WrittenFiles> {
  const zip = await yauzl.openPromise(path, { ...STRICT, autoClose: false }).catch(refuse);
  try {
    const entries = await entriesOf(zip);
    const bytes = (name: string) => {
      const entry = entries.get(name);
      if (!entry) throw damaged(`there is no “${name.slice(0, 80)}” in it`);
      if (entry.isEncrypted()) throw locked();
      return checked(entry, unpacked(entry, packedBytes(path, entry)));
    };
    return { paths: [...entries.keys()], bytes, sha256: (name) => digestOfBlocks(bytes(name)) };
  } finally {
    zip.close();
  }
}

/** The bytes of an entry as they lie in the file. */
function* packedBytes(path: string, entry: yauzl.Entry): Generator<Uint8Array> {
  const descriptor = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const start = entry.relativeOffsetOfLocalHeader;
    if (readSync(descriptor, head, 0, HEAD, start) < HEAD || head.readUInt32LE(0) !== 0x04034b50)
      throw damaged('one of its parts is not where it says');
    let at = start + HEAD + head.readUInt16LE(26) + head.readUInt16LE(28);
    const end = at + entry.compressedSize;
    const block = Buffer.allocUnsafe(Math.min(BLOCK, entry.compressedSize));
    while (at < end) {
      const length = readSync(descriptor, block, 0, Math.min(block.length, end - at), at);
      if (length === 0) throw damaged('it ends too early');
      yield block.subarray(0, length);
      at += length;
    }
  } finally {
    closeSync(descriptor);
  }
}

function* unpacked(entry: yauzl.Entry, blocks: Iterable<Uint8Array>): Generator<Uint8Array> {
  if (entry.compressionMethod === STORED) return yield* blocks;
  if (entry.compressionMethod !== DEFLATED) throw damaged('a part is packed in a way that is not known');
  let made: Uint8Array[] = [];
  const inflate = new Inflate((bytes) => {
    made.push(bytes);
  });
  let left = entry.compressedSize;
  for (const block of blocks) {
    left -= block.length;
    try {
      inflate.push(block, left === 0);
    } catch (error) {
      refuse(error);
    }
    yield* made;
    made = [];
  }
}

function* checked(entry: yauzl.Entry, blocks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const sum = new Crc32();
  let length = 0;
  for (const block of blocks) {
    length += block.length;
    if (length > entry.uncompressedSize) break;
    sum.add(block);
    yield block;
  }
  if (length !== entry.uncompressedSize) throw damaged('a part is not as long as it says');
  if (sum.value !== entry.crc32) throw damaged('a part is not what its checksum says');
}
