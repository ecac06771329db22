import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { ImportSource, StagedArticle, StagedBatch } from '../../shared/api';
import { atIntervals } from './at-intervals';
import type { Collected } from './collect-files';
import type { ReadJobResult, ReadRequest } from './jobs';
import { copyPath } from './jobs';
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
  const staged = new Map<string, { readonly request: ReadRequest; readonly path: string }>();
  const folder = stageFolder(parent);
  let lastFile = 0;
  let lastStage = 0;

  const read = async (request: ReadRequest, options: StageOptions): Promise<ReadJobResult> => {
    const { onProgress: _ofFiles, ...limits } = options;
    const outcome = await host.run('read', request, limits);
    if (outcome.kind === 'done')
      return 'code' in outcome.result ? { articles: [], problems: [outcome.result] } : outcome.result;
    return { articles: [], problems: [stopped(request.fileName ?? 'Pasted text', outcome)] };
  };

  const collect = async (paths: readonly string[], { signal }: StageOptions): Promise<Collected> => {
    const limits = { milliseconds: LONGEST_WALK, ...(signal ? { signal } : {}) };
    const look = () => host.run('collect', { paths }, limits);
    let outcome = await look();
    // No file was read yet, so whatever ended the process was not one of them.
    if (outcome.kind === 'stopped' && outcome.reason === 'crash') outcome = await look();
    if (outcome.kind === 'done') return outcome.result;
    return { files: [], problems: [stopped(basename(paths[0] ?? ''), outcome)] };
  };

  const known = (stage: string) => {
    const found = staged.get(stage);
    if (!found) throw new Error(`no stage ${stage}`);
    return found;
  };

  const discard = async (stages: readonly string[]) => {
    for (const stage of stages) {
      const found = staged.get(stage);
      if (staged.delete(stage)) await rm(found!.path, { force: true });
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
        const copyTo = await folder.pathOf(`file-${++lastFile}.orig`);
        const request: ReadRequest =
          'path' in file
            ? { fileName: file.fileName, format: file.format, source: { path: file.path }, copyTo }
            : { ...file, copyTo };
        const result = await read(request, options);
        problems.push(...result.problems);
        // What a worker that was stopped may have left.
        if (result.articles.length === 0) await folder.sweep(copyTo);
        for (const [at, { record, ...article }] of result.articles.entries()) {
          const stage = `stage-${++lastStage}`;
          const of = record === undefined ? request : { ...request, record };
          staged.set(stage, { request: of, path: copyPath(copyTo, at) });
          articles.push({ stage, ...article });
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
      const { request, path } = known(stage);
      const { copyTo: _copied, ...as } = request;
      // Pasted text is Unicode: no encoding but its own makes sense of it.
      const again: ReadRequest = 'path' in request.source ? { ...as, source: { path }, encoding } : as;
      const { articles, problems } = await read(again, {});
      const [article] = articles;
      return article ? { stage, ...article } : problems[0]!;
    },
    async bytesOf(stage) {
      return readFile(known(stage).path);
    },
    discard,
    dispose() {
      staged.clear();
      folder.remove();
    },
  };
}

function pasted(source: { readonly text: string; readonly html?: string }): ReadRequest {
  return { fileName: null, format: 'pasted', source };
}
