import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importArticles } from '../../src/core/commands/import-articles';
import { electronWorker } from '../../src/main/import/electron-worker';
import { createStaging } from '../../src/main/import/staging';
import { createWorkerHost } from '../../src/main/import/worker-host';
import { forEachBounded } from '../../src/main/store/bounded';
import { createProject } from '../../src/main/store/project-store';
import { projectOf } from '../sample/project';
import { makeSample } from '../sample/sample';

export interface Importing {
  readonly articles: number;
  /** Reading and recognising all files, ms. */
  readonly read: number;
  /** Until all articles and their original bytes are on the disk, ms. */
  readonly saved: number;
}

/** Imports text files the way the app does: read in the worker, added with one change, acknowledged when durable. */
export async function measureImport(folder: string, articles: number): Promise<Importing> {
  const files = join(folder, 'files');
  await rm(folder, { recursive: true, force: true });
  await mkdir(files, { recursive: true });
  for (let index = 0; index < articles; index++) {
    // A number of its own makes every article another text, as in life.
    const text = makeSample(4_000, 0).text.replaceAll('\n', '\n\n');
    await writeFile(join(files, `article-${index}.txt`), `Report number ${index}\n\n${text}`);
  }
  const host = createWorkerHost(electronWorker('worker'));
  const staging = createStaging({ parent: join(folder, 'stages'), host });
  const store = await createProject(join(folder, 'project'), projectOf([], []));
  try {
    const began = performance.now();
    const batch = await staging.stage({ paths: [files] });
    if (batch?.articles.length !== articles) {
      throw new Error(`read ${batch?.articles.length} of ${articles}: ${batch?.problems[0]?.message}`);
    }
    const read = performance.now() - began;
    const items = batch.articles.map(({ draft }, index) => ({ id: `t${index}`, draft }));
    const change = importArticles(store.project, { items, at: '2024-01-02T00:00:00.000Z' });
    const originals = new Map<string, Uint8Array>();
    await forEachBounded(batch.articles.entries(), 8, async ([index, { stage }]) => {
      originals.set(`t${index}`, await staging.bytesOf(stage));
    });
    await store.commit(`add ${articles} articles`, change, originals);
    return { articles, read, saved: performance.now() - began };
  } finally {
    await store.close();
    staging.dispose();
    host.dispose();
    await rm(folder, { recursive: true, force: true });
  }
}
