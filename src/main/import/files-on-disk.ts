import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenFiles } from '../../core/formats/format';

const BLOCK = 1 << 20;

/** Files in a folder, by their paths in it, read block by block; for a process that has nothing else to do meanwhile. */
export function filesOnDisk(folder: string, paths: readonly string[]): WrittenFiles {
  function* bytes(path: string): Generator<Uint8Array> {
    const descriptor = openSync(join(folder, ...path.split('/')), 'r');
    try {
      // One for all: ten thousand files with a block each would keep the garbage collector busy.
      const block = Buffer.allocUnsafe(Math.min(BLOCK, fstatSync(descriptor).size + 1));
      for (;;) {
        const length = readSync(descriptor, block);
        if (length === 0) return;
        yield block.subarray(0, length);
      }
    } finally {
      closeSync(descriptor);
    }
  }
  return { paths, bytes, sha256: (path) => digestOfBlocks(bytes(path)) };
}

/** SHA-256 of blocks, in lower-case hex. */
export function digestOfBlocks(blocks: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const block of blocks) hash.update(block);
  return hash.digest('hex');
}
