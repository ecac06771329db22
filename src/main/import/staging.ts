import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { FileSeen, RememberedWays } from '../../core/import/file-seen';
import type { ImportSource, SourceReading, StagedArticle, StagedBatch, StagedSource } from '../../shared/api';
import { atIntervals } from './at-intervals';
import type { Collected } from './collect-files';
import type { ReadJobResult, ReadRequest } from './jobs';
import { wholePath } from './jobs';
import { readLimited } from './read-limited';
import type { ToRead } from './read-together';
import { readTogether, someToRead } from './read-together';
import { stageFolder } from './stage-folder';
import { Stages } from './stages';
import { stopped } from './stopped';
import { twice } from './twice';
import type { UnpackedFile, Unzipped } from './unzip';
import type { FoundFile } from './walk-folder';
import type { JobLimits, WorkerHost } from './worker-host';

/** Folders on a slow network may take so long to list (ms). */
const LONGEST_WALK = 5 * 60_000;

/** The limits are those of one file; absent: the host's. Progress counts files. */
export interface StageOptions extends JobLimits {
  /** How files like these were read before. */
  readonly remembered?: RememberedWays;
}

/** Articles that were read and wait for the researcher's word, with their original bytes on disk. */
export interface Staging {
  /**
   * Reads files, folders or pasted text, one at a time. What cannot be read becomes a problem and the rest
   * goes on. Null when cancelled; then nothing of the batch is kept.
   */
  stage(source: ImportSource, options?: StageOptions): Promise<StagedBatch | null>;
  /** How a file would be read in another way. Throws for an unknown source. */
  look(reading: SourceReading, options?: JobLimits): Promise<FileSeen | ImportProblem>;
  /** Reads a file in another way; the stages it had stay until they are discarded. Throws as `look` does. */
  readOtherwise(reading: SourceReading, options?: JobLimits): Promise<StagedBatch>;
  /** Reads a stage's bytes again in another encoding, or more or less of a page. Throws for an unknown stage. */
  restage(
    stage: string,
    as: { readonly encoding?: string; readonly whole?: boolean },
    options?: JobLimits,
  ): Promise<StagedArticle | ImportProblem>;
  /** The original bytes, for the store. Throws for an unknown stage. */
  bytesOf(stage: string): Promise<Uint8Array>;
  /** Forgets stages and sources and deletes their bytes; unknown ones are passed over. */
  discard(ids: readonly string[]): Promise<void>;
  /** Forgets everything and deletes the folder; synchronous, so that it can be done while quitting. */
  dispose(): void;
}

const ENDLESS =
  'With this pattern reading takes too long, and was stopped. Write it more simply: without a repetition in a repetition.';

function fileOf({ path, fileName, format, ...where }: FoundFile | UnpackedFile): ToRead {
  return format === 'zip' ? { zip: path, fileName } : { fileName, format, source: { path }, ...where };
}

function pasted(source: { readonly text: string; readonly html?: string }): ToRead {
  return { fileName: null, format: 'pasted', source };
}

/** Stages in a folder of its own under `parent`, made when first needed. */
export function createStaging({
  parent,
  host,
}: {
  readonly parent: string;
  readonly host: WorkerHost;
}): Staging {
  const stages = new Stages();
  const folder = stageFolder(parent);
  let lastFile = 0;
  const nextCopy = () => folder.pathOf(`file-${++lastFile}.orig`);

  const collect = async (paths: readonly string[], { signal }: StageOptions): Promise<Collected> => {
    const limits = { milliseconds: LONGEST_WALK, ...(signal ? { signal } : {}) };
    const outcome = await twice(() => host.run('collect', { paths }, limits));
    if (outcome.kind === 'done') return outcome.result;
    return { files: [], problems: [stopped(basename(paths[0] ?? ''), outcome)] };
  };

  const unzip = async (path: string, fileName: string, options: StageOptions): Promise<Unzipped> => {
    const to = await folder.pathOf(`packed-${++lastFile}`);
    const { onProgress: _ofFiles, ...limits } = options;
    const outcome = await host.run('unzip', { path, fileName, to }, limits);
    const result =
      outcome.kind === 'done' ? outcome.result : { files: [], problems: [stopped(fileName, outcome)] };
    // What was unpacked before it was refused or stopped.
    if (result.files.length === 0) await folder.sweep(`${to}-`);
    return result;
  };

  const asked = async (request: ReadRequest, { remembered }: StageOptions) => {
    return { ...request, copyTo: await nextCopy(), ...(remembered ? { remembered } : {}) };
  };

  /** Keeps what came of one of the files of a batch. */
  const keep = async (request: ReadRequest, copyTo: string, result: ReadJobResult): Promise<StagedBatch> => {
    const { packedIn, fileName, source: from } = request;
    // What was unpacked was a copy already.
    if (packedIn !== undefined && 'path' in from) await rm(from.path, { force: true });
    const { seen } = result;
    const nothing = result.articles.length === 0 && !seen;
    // What a worker that was stopped may have left.
    if (nothing) await folder.sweep(copyTo);
    const kept = nothing ? null : stages.addSource(request, result, copyTo);
    const problems = result.problems.map((problem) => ({
      ...problem,
      ...(packedIn === undefined ? {} : { fileName: `${packedIn}/${problem.fileName}` }),
      ...(kept && seen ? { source: kept.source } : {}),
    }));
    return {
      articles: kept?.articles ?? [],
      problems,
      sources: kept && seen ? [{ source: kept.source, fileName, seen }] : [],
    };
  };

  const readOne = async (request: ReadRequest, options: StageOptions): Promise<StagedBatch> => {
    const { remembered: _, ...limits } = options;
    const one = await asked(request, options);
    return keep(request, one.copyTo, await readLimited(host, one, limits));
  };

  /** Null when something went wrong with one of them: then each is to be read by itself. */
  const readSome = async (
    requests: readonly ReadRequest[],
    options: StageOptions,
  ): Promise<readonly StagedBatch[] | null> => {
    const all = await Promise.all(requests.map((request) => asked(request, options)));
    const results = await readTogether(host, all, options);
    if (!results) for (const { copyTo } of all) await folder.sweep(copyTo);
    const kept: StagedBatch[] = [];
    for (const [at, result] of (results ?? []).entries())
      kept.push(await keep(requests[at]!, all[at]!.copyTo, result));
    return results && kept;
  };

  return {
    async stage(source, options = {}) {
      const found = 'paths' in source ? await collect(source.paths, options) : null;
      const files = found ? found.files.map(fileOf) : 'pasted' in source ? [pasted(source.pasted)] : [];
      const tell = atIntervals(options.onProgress);
      const articles: StagedArticle[] = [];
      const problems: ImportProblem[] = [...(found?.problems ?? [])];
      const sources: StagedSource[] = [];
      const take = (read: StagedBatch) => {
        articles.push(...read.articles);
        problems.push(...read.problems);
        sources.push(...read.sources);
      };
      /** Up to here each is read by itself. */
      let alone = 0;
      for (let index = 0; index < files.length && !options.signal?.aborted; index++) {
        const file = files[index]!;
        tell(index, files.length, file.fileName ?? undefined);
        const some = index < alone ? [] : someToRead(files, index);
        const read = some.length > 1 ? await readSome(some, options) : null;
        if (read) {
          read.forEach(take);
          index += some.length - 1;
        } else if (some.length > 1) {
          alone = index + some.length;
          index--;
        } else if ('zip' in file) {
          const inner = await unzip(file.zip, file.fileName, options);
          files.splice(index + 1, 0, ...inner.files.map(fileOf));
          problems.push(...inner.problems);
        } else {
          take(await readOne(file, options));
        }
      }
      if (options.signal?.aborted) {
        await stages.discard(
          [...articles, ...sources].map((one) => ('stage' in one ? one.stage : one.source)),
        );
        await folder.sweep(await folder.pathOf('packed-'));
        return null;
      }
      tell(files.length, files.length);
      return { articles, problems, sources };
    },
    async look({ source, way, encoding }, options = {}) {
      const { request } = stages.source(source);
      const chosen = encoding === undefined ? {} : { encoding };
      const { seen, problems } = await readLimited(host, { ...request, ...chosen, way, look: true }, options);
      if (seen) return seen;
      const [problem] = problems;
      return way.kind === 'parts' && problem!.code === 'stopped'
        ? { ...problem!, message: ENDLESS }
        : problem!;
    },
    async readOtherwise({ source, way, encoding }, options = {}) {
      const { request } = stages.source(source);
      const copyTo = await nextCopy();
      const chosen = encoding === undefined ? {} : { encoding };
      const result = await readLimited(host, { ...request, ...chosen, way, copyTo }, options);
      const { seen, problems } = result;
      // The source has a copy of the whole file already.
      await rm(wholePath(copyTo), { force: true });
      if (result.articles.length === 0) await folder.sweep(copyTo);
      const articles = stages.add(source, result, copyTo);
      return { articles, problems, sources: seen ? [{ source, fileName: request.fileName, seen }] : [] };
    },
    async restage(stage, { encoding, whole }, options = {}) {
      const { request, source } = stages.stage(stage);
      const again: ReadRequest = {
        ...request,
        // Pasted text is Unicode: no encoding but its own makes sense of it.
        ...(encoding === undefined || request.format === 'pasted' ? {} : { encoding }),
        ...(whole === undefined ? {} : { whole }),
      };
      const { articles, problems } = await readLimited(host, again, options);
      const [article] = articles;
      if (!article) return problems[0]!;
      const { record: _number, ...read } = article;
      return { stage, source, ...read };
    },
    async bytesOf(stage) {
      return readFile(stages.stage(stage).path);
    },
    discard: (names) => stages.discard(names),
    dispose() {
      stages.clear();
      folder.remove();
    },
  };
}
