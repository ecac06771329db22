import { createHash, randomBytes } from 'node:crypto';
import type { Disk, OpenFile, Stamp } from './disk';
import { codeOf, isMissing } from './disk-errors';

/** What the name of a file under way ends in; one found when a project is opened is swept away. */
export const TEMP_PATTERN = /\.[0-9a-f]{12}\.tmp$/;

/** Writes all of the bytes: a full disk or a signal may cut a single write short without an error. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.byteLength) {
    const count = await file.write(bytes.subarray(done), position + done);
    if (count <= 0) throw Object.assign(new Error('no space left: a write of 0 bytes'), { code: 'ENOSPC' });
    done += count;
  }
}

/** All bytes of a file and its stamp while they were read. */
export async function readWhole(disk: Disk, path: string): Promise<{ bytes: Buffer; stamp: Stamp }> {
  const file = await disk.open(path, 'r');
  try {
    const stamp = await file.stat();
    const bytes = Buffer.allocUnsafe(stamp.size);
    let length = 0;
    while (length < bytes.byteLength) {
      const count = await file.read(bytes.subarray(length), length);
      if (count === 0) break;
      length += count;
    }
    return { bytes: bytes.subarray(0, length), stamp };
  } finally {
    await file.close();
  }
}

/** The stamp of a file, or null when there is none. */
export async function stampOf(disk: Disk, path: string): Promise<Stamp | null> {
  try {
    return await disk.stat(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Makes the names in a folder durable: a file that was renamed into it is found there after a power cut.
 * Where folders cannot be synced (Windows, some network disks) the system gives no such promise to anyone.
 */
export async function syncFolder(disk: Disk, folder: string): Promise<void> {
  let file: OpenFile;
  try {
    file = await disk.open(folder, 'r');
  } catch (error) {
    if (process.platform === 'win32') return;
    throw error;
  }
  try {
    await file.sync();
  } catch (error) {
    if (process.platform !== 'win32' && codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await file.close();
  }
}

/**
 * Writes a file and puts it in place of any that is there, in one step: a temporary file beside it, all bytes,
 * fsync, read back and compared, rename. The name itself is durable once the folder is synced. `between` is
 * done just before the rename. Throws the first error, and the file that was there stays.
 */
export async function writeDurably(
  disk: Disk,
  path: string,
  blocks: Iterable<Uint8Array>,
  between: () => Promise<unknown> = async () => {},
): Promise<Stamp> {
  const temp = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const stamp = await writeTemp(disk, temp, blocks);
    await between();
    await disk.rename(temp, path);
    return stamp;
  } catch (error) {
    await disk.remove(temp).catch(() => {});
    throw error;
  }
}

async function writeTemp(disk: Disk, temp: string, blocks: Iterable<Uint8Array>): Promise<Stamp> {
  const file = await disk.open(temp, 'wx+');
  try {
    const written = createHash('sha256');
    let length = 0;
    for (const block of blocks) {
      await writeAll(file, block, length);
      written.update(block);
      length += block.byteLength;
    }
    await file.sync();
    const found = await digestOf(file, length);
    if (found !== written.digest('hex')) {
      throw Object.assign(new Error(`${temp} did not read back as it was written`), { code: 'EIO' });
    }
    return await file.stat();
  } finally {
    await file.close();
  }
}

/** SHA-256 of what a file of about `length` bytes holds, in hex. */
export async function digestOf(file: OpenFile, length: number): Promise<string> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(Math.min(length + 1, 1 << 18));
  for (let position = 0; ; ) {
    const count = await file.read(buffer, position);
    if (count === 0) return digest.digest('hex');
    digest.update(buffer.subarray(0, count));
    position += count;
  }
}
