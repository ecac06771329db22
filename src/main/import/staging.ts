import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { ImportSource, StagedArticle, StagedBatch } from '../../shared/api';
import { atIntervals } from './at-intervals';
import type { Collected } from './collect-files';
import type { ReadRequest } from './jobs';
import { stageFolder } from './stage-folder';
import { stopped } from './stopped';
import type { JobLimits, WorkerHost } from './worker-host';

/** Folders on a slow network may take so long to list (ms). */
const LONGEST_WALK = 5 * 60_000;

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
  const folder = stageFolder(parent);
  let lastStage = 0;

  const pathOf = (stage: string) => folder.pathOf(`${stage}.orig`);

  const read = async (stage: string, request: ReadRequest, options: StageOptions) => {
    const { onProgress: _ofFiles, ...limits } = options;
    const outcome = await host.run('read', request, limits);
    if (outcome.kind !== 'done') return stopped(request.fileName ?? 'Pasted text', outcome);
    return 'code' in outcome.result ? outcome.result : { stage, ...outcome.result };
  };

  const collect = async (paths: readonly string[], { signal }: StageOptions): Promise<Collected> => {
    const limits = { milliseconds: LONGEST_WALK, ...(signal ? { signal } : {}) };
    const outcome = await host.run('collect', { paths }, limits);
    if (outcome.kind === 'done') return outcome.result;
    return { files: [], problems: [stopped(basename(paths[0] ?? ''), outcome)] };
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
          ? await collect(source.paths, options)
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
      folder.remove();
    },
  };
}

function pasted(source: { readonly text: string; readonly html?: string }): ReadRequest {
  return { fileName: null, format: 'pasted', source };
}
