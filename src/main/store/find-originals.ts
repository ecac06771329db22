import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Project } from '../../core/project/model';
import type { Disk } from './disk';
import { readWhole } from './file-bytes';
import { originalPath } from './layout';

/**
 * The original bytes of a project's articles, as far as one of these project folders has them: those and no
 * others, by their checksum. Backups hold the articles' texts, and not the files they were read from.
 */
export async function findOriginals(
  disk: Disk,
  folders: readonly string[],
  project: Project,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const { id, origin } of project.articles.values()) {
    for (const folder of folders) {
      const read = await readWhole(disk, join(folder, originalPath(id))).catch(() => null);
      if (!read || createHash('sha256').update(read.bytes).digest('hex') !== origin.bytesSha256) continue;
      found.set(id, read.bytes);
      break;
    }
  }
  return found;
}
