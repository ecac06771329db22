import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'import-';
const A_DAY = 24 * 60 * 60 * 1000;

/** A folder of this run's own for files that are not yet anybody's. */
export interface StageFolder {
  /** The path of a file in the folder, which is made when first asked for. */
  pathOf(name: string): Promise<string>;
  /** Deletes the files in the folder whose paths begin with `start`. */
  sweep(start: string): Promise<void>;
  /** Deletes the folder and all in it. Synchronous, so that it can be done while quitting. */
  remove(): void;
}

/** A folder under `parent`, where those of runs that were killed are swept. */
export function stageFolder(parent: string): StageFolder {
  let made: string | null = null;
  return {
    async pathOf(name) {
      if (made === null) {
        await mkdir(parent, { recursive: true });
        await sweep(parent);
        made ??= mkdtempSync(join(parent, PREFIX)); // two callers may have waited
      }
      return join(made, name);
    },
    async sweep(start) {
      if (made === null) return;
      for (const name of await readdir(made).catch(() => [])) {
        const path = join(made, name);
        if (path.startsWith(start)) await rm(path, { force: true });
      }
    },
    remove() {
      if (made !== null) rmSync(made, { recursive: true, force: true });
      made = null;
    },
  };
}

/** Deletes what earlier runs left; a day is longer than any import, and other windows may be at theirs. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > A_DAY) await rm(path, { recursive: true, force: true });
  }
}
