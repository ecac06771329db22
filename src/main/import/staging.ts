import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { ImportSource, StagedArticle, StagedBatch } from '../../shared/api';
import { collectFiles } from './collect-files';
import type { ReadRequest } from './jobs';
import { stopped } from './stopped';
import type { JobLimits, WorkerHost } from './worker-host';

const PREFIX = 'import-';
const A_DAY = 24 * 60 * 60 * 1000;

/** The limits are those of one file; absent: the host's. Progress counts files. */
export type StageOptions = JobLimits;

/** Articles that were read and wait for the researcher's word, with their original bytes on disk. */
export interface Staging {
  /**
   * Reads files, folders or pasted text, one at a time. What cannot be read becomes a problem and the rest
   * goes on. Null when cancelled; then nothing of the batch is kept.
   */
  stage(source: ImportSource, options?: StageOptions): Promise<StagedBatch | null>;
  /** Reads a stage's bytes again in another encoding. Throws for an unknown stage. */
  restage(stage: string, encoding: string): Promise<StagedArticle | ImportProblem>;
  /** The original bytes, for the store. Throws for an unknown stage. */
  bytesOf(stage: string): Promise<Uint8Array>;
  /** Forgets stages and deletes their bytes; unknown ones are passed over. */
  discard(stages: readonly string[]): Promise<void>;
  /** Forgets everything and deletes the folder; synchronous, so that it can be done while quitting. */
  dispose(): void;
}

/** Stages in a folder of its own under `parent`, made when first needed. */
export function createStaging({
  parent,
  host,
}: {
  readonly parent: string;
  readonly host: WorkerHost;
}): Staging {
  const requests = new Map<string, ReadRequest>();
  let made: string | null = null;
  let lastStage = 0;

  const ownFolder = async () => {
    if (made === null) {
      await mkdir(parent, { recursive: true });
      await sweep(parent);
      made ??= mkdtempSync(join(parent, PREFIX)); // two callers may have waited
    }
    return made;
  };
  const pathOf = async (stage: string) => join(await ownFolder(), `${stage}.orig`);

  const read = async (stage: string, request: ReadRequest, options: StageOptions) => {
    const { onProgress: _ofFiles, ...limits } = options;
    const outcome = await host.run('read', request, limits);
    if (outcome.kind !== 'done') return stopped(request.fileName ?? 'Pasted text', outcome);
    return 'code' in outcome.result ? outcome.result : { stage, ...outcome.result };
  };

  const known = (stage: string): ReadRequest => {
    const request = requests.get(stage);
    if (!request) throw new Error(`no stage ${stage}`);
    return request;
  };

  const discard = async (stages: readonly string[]) => {
    for (const stage of stages) {
      if (requests.delete(stage)) await rm(await pathOf(stage), { force: true });
    }
  };

  return {
    async stage(source, options = {}) {
      const { files, problems: found } =
        'paths' in source
          ? await collectFiles(source.paths)
          : { files: [pasted(source.pasted)], problems: [] };
      const tell = atIntervals(options.onProgress);
      const articles: StagedArticle[] = [];
      const problems = [...found];
      for (const [index, file] of files.entries()) {
        if (options.signal?.aborted) break;
        tell(index, files.length);
        const stage = `stage-${++lastStage}`;
        const copyTo = await pathOf(stage);
        const request: ReadRequest =
          'path' in file
            ? { fileName: file.fileName, format: file.format, source: { path: file.path }, copyTo }
            : { ...file, copyTo };
        const result = await read(stage, request, options);
        if ('code' in result) {
          problems.push(result);
          await rm(copyTo, { force: true }); // what a worker that was stopped may have left
        } else {
          requests.set(stage, request);
          articles.push(result);
        }
      }
      if (options.signal?.aborted) {
        await discard(articles.map(({ stage }) => stage));
        return null;
      }
      tell(files.length, files.length);
      return { articles, problems };
    },
    async restage(stage, encoding) {
      const { fileName, format, source } = known(stage);
      // Pasted text is Unicode: no encoding but its own makes sense of it.
      const again: ReadRequest =
        'path' in source
          ? { fileName, format, source: { path: await pathOf(stage) }, encoding }
          : { fileName, format, source };
      return read(stage, again, {});
    },
    async bytesOf(stage) {
      known(stage);
      return readFile(await pathOf(stage));
    },
    discard,
    dispose() {
      requests.clear();
      if (made !== null) rmSync(made, { recursive: true, force: true });
      made = null;
    },
  };
}

/** Small files are read faster than a window can draw: told at most 20 times a second, and at the end. */
function atIntervals(onProgress: StageOptions['onProgress']): (done: number, total: number) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total) => {
    if (performance.now() - last < 50 && done < total) return;
    last = performance.now();
    onProgress?.({ done, total });
  };
}

/** Deletes what earlier runs of the app left when they were killed; a day is longer than any import. */
async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(parent, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > A_DAY) await rm(path, { recursive: true, force: true });
  }
}

function pasted(source: { readonly text: string; readonly html?: string }): ReadRequest {
  return { fileName: null, format: 'pasted', source };
}
