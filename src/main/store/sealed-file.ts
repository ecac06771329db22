import { createHash } from 'node:crypto';
import type { Disk } from './disk';
import { checksumOf, TAIL_LENGTH } from './envelope';

const BLOCK = 1 << 18;

/**
 * Is a file, read from the disk from its first byte to its last, exactly what was sealed with this checksum? In
 * blocks, so that a file of 50 MB neither stands in memory nor keeps anyone waiting.
 */
export async function isSealed(disk: Disk, path: string, checksum: string): Promise<boolean> {
  const file = await disk.open(path, 'r');
  try {
    const end = (await file.stat()).size - TAIL_LENGTH;
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(BLOCK);
    for (let position = 0; position < end; ) {
      const count = await file.read(buffer.subarray(0, Math.min(BLOCK, end - position)), position);
      if (count === 0) return false;
      hash.update(buffer.subarray(0, count));
      position += count;
    }
    const tail = Buffer.alloc(TAIL_LENGTH);
    let length = 0;
    for (let count = -1; length < TAIL_LENGTH && count !== 0; length += count)
      count = await file.read(tail.subarray(length), end + length);
    return checksumOf(tail) === checksum && hash.digest('hex') === checksum;
  } finally {
    await file.close();
  }
}

/** The first bytes of a file as text, at most so many. */
export async function readHead(disk: Disk, path: string, length: number): Promise<string> {
  const file = await disk.open(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('utf8', 0, await file.read(buffer, 0));
  } finally {
    await file.close();
  }
}
