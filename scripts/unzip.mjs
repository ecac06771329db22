import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

/**
 * Unpacks a zip file entry by entry, without holding a file in memory, and keeps the executable bits.
 * `place(name)` gives an entry's path below `folder`, or undefined to leave it out.
 * Rejects on a broken archive, an unsafe name, a size that lies, a symbolic link, or a failed write.
 */
export async function unzip(archive, folder, place) {
  const zip = await yauzl.openPromise(archive, { strictFileNames: true });
  try {
    for await (const entry of zip.eachEntry()) {
      const path = entry.fileName.endsWith('/') ? undefined : place(entry.fileName);
      if (path === undefined) continue;
      // The upper half of this field is the Unix mode when the archive was made on Unix.
      const mode = entry.externalFileAttributes >>> 16;
      if ((mode & FILE_TYPE) === SYMLINK) throw new Error(`unexpected symbolic link: ${entry.fileName}`);
      const target = join(folder, path);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(target, { flags: 'wx', mode: mode & 0o111 ? 0o755 : 0o644 }),
      );
    }
  } finally {
    zip.close();
  }
}
