import * as fs from 'node:fs';
import { digestOfSealed } from './envelope';
import { isTooDeep } from './json-depth';
import type { ManyRead } from './many-files';

/** Grows as it is needed; what is handed over is a copy of exactly what was read. */
let buffer = Buffer.allocUnsafeSlow(1 << 20);

/**
 * Reads files one after the other, and looks at their bytes as far as that can be done without making anything of them.
 * To be called in a thread that has nothing else to do: it waits for the disk.
 */
export function readMany(paths: readonly string[]): ManyRead {
  const files: ManyRead['files'][number][] = [];
  let at = 0;
  for (const path of paths) {
    try {
      const { length, stats } = readInto(path, at);
      const bytes = buffer.subarray(at, at + length);
      const stamp = { size: stats.size, modified: stats.mtimeMs, number: stats.ino };
      files.push({ at, length, stamp, digest: digestOfSealed(bytes), deep: isTooDeep(bytes) });
      at += length;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      files.push({ code, message });
    }
  }
  const bytes = new Uint8Array(at);
  bytes.set(buffer.subarray(0, at));
  return { bytes: bytes.buffer, files };
}

/** As `readWhole` reads: so many bytes as the file had when it was opened. */
function readInto(path: string, at: number): { length: number; stats: fs.Stats } {
  const descriptor = fs.openSync(path, 'r');
  try {
    const stats = fs.fstatSync(descriptor);
    if (at + stats.size > buffer.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (at + stats.size));
      larger.set(buffer.subarray(0, at));
      buffer = larger;
    }
    let length = 0;
    while (length < stats.size) {
      const count = fs.readSync(descriptor, buffer, at + length, stats.size - length, length);
      if (count === 0) break;
      length += count;
    }
    return { length, stats };
  } finally {
    fs.closeSync(descriptor);
  }
}
