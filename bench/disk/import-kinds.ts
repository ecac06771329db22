import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronWorker } from '../../src/main/import/electron-worker';
import { createStaging } from '../../src/main/import/staging';
import type { WorkerProcess } from '../../src/main/import/worker-host';
import { createWorkerHost } from '../../src/main/import/worker-host';
import { filesOfKind, KINDS } from './files-of-kinds';

export interface ImportingKind {
  readonly kind: string;
  readonly articles: number;
  /** Reading and recognising all of them, ms. */
  readonly read: number;
  /** The most memory that the worker ever had, in bytes; null where the system does not tell. */
  readonly peak: number | null;
}

/** Reads articles of every kind of file in the app's worker, a fresh one for each kind. */
export async function measureKinds(
  folder: string,
  articles: number,
  told: (line: string) => void,
): Promise<readonly ImportingKind[]> {
  const found: ImportingKind[] = [];
  for (const kind of KINDS) {
    const files = join(folder, 'files');
    await rm(folder, { recursive: true, force: true });
    await mkdir(files, { recursive: true });
    for (const [name, data] of filesOfKind(kind, articles)) await writeFile(join(files, name), data);
    const { spawn, ...options } = electronWorker('worker');
    let worker: WorkerProcess | undefined;
    const host = createWorkerHost({
      ...options,
      spawn() {
        worker = spawn();
        return worker;
      },
    });
    const staging = createStaging({ parent: join(folder, 'stages'), host });
    try {
      const began = performance.now();
      const batch = await staging.stage({ paths: [files] });
      const read = performance.now() - began;
      if (batch?.articles.length !== articles)
        throw new Error(`${kind}: ${batch?.articles.length} of ${articles}: ${batch?.problems[0]?.message}`);
      found.push({ kind, articles, read, peak: peakOf(worker?.pid) });
      told(`import .${kind}: ${Math.round(read)} ms`);
    } finally {
      staging.dispose();
      host.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  }
  return found;
}

/** The peak of a process's resident memory, as Linux keeps it; null elsewhere. */
function peakOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!;
    return Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
