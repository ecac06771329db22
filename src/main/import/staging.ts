import { readFile, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { FileSeen, RememberedWays } from '../../core/import/file-seen';
import type { ImportSource, SourceReading, StagedArticle, StagedBatch, StagedSource } from '../../shared/api';
import { atIntervals } from './at-intervals';
import type { Collected } from './collect-files';
import type { ReadJobResult, ReadRequest } from './jobs';
import { copyPath, wholePath } from './jobs';
import { readLimited } from './read-limited';
import { stageFolder } from './stage-folder';
import { stopped } from './stopped';
import type { Unzipped } from './unzip';
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

/** A file that articles were read from. */
interface Source {
  /** Reads a copy of the file, or what was pasted. */
  readonly request: ReadRequest;
  /** Where that copy is, when it belongs to no stage. */
  readonly own: string | null;
  readonly stages: Set<string>;
}

interface Stage {
  readonly source: string;
  readonly request: ReadRequest;
  readonly path: string;
}

/** Stages in a folder of its own under `parent`, made when first needed. */
export function createStaging({
  parent,
  host,
}: {
  readonly parent: string;
  readonly host: WorkerHost;
}): Staging {
  const staged = new Map<string, Stage>();
  const sources = new Map<string, Source>();
  const folder = stageFolder(parent);
  let lastFile = 0;
  let lastStage = 0;
  let lastSource = 0;

  const collect = async (paths: readonly string[], { signal }: StageOptions): Promise<Collected> => {
    const limits = { milliseconds: LONGEST_WALK, ...(signal ? { signal } : {}) };
    const outcome = await host.run('collect', { paths }, limits);
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

  const known = (stage: string): Stage => {
    const found = staged.get(stage);
    if (!found) throw new Error(`no stage ${stage}`);
    return found;
  };
  const knownSource = (source: string): Source => {
    const found = sources.get(source);
    if (!found) throw new Error(`no source ${source}`);
    return found;
  };

  /** Keeps what was read: a stage for each article, all of one source. */
  const keep = (
    source: string,
    { request, stages }: Source,
    { articles, seen }: ReadJobResult,
    copyTo: string,
  ): readonly StagedArticle[] =>
    articles.map(({ record, ...article }, at) => {
      const stage = `stage-${++lastStage}`;
      const path = copyPath(copyTo, at);
      const way = seen && settled(seen);
      const part = record === undefined ? {} : { record };
      const { encoding: _fileEncoding, ...as } = request;
      const own = { ...as, ...part, ...(way ? { way } : {}) };
      staged.set(stage, {
        source,
        path,
        // Pasted text that was not cut has its bytes in the request.
        request: 'path' in request.source || record !== undefined ? { ...own, source: { path } } : own,
      });
      stages.add(stage);
      return { stage, source, ...article };
    });

  const discard = async (ids: readonly string[]) => {
    for (const id of ids) {
      const stage = staged.get(id);
      if (stage) {
        staged.delete(id);
        await rm(stage.path, { force: true });
        sources.get(stage.source)?.stages.delete(id);
      }
      const name = stage?.source ?? id;
      const source = sources.get(name);
      if (!source || source.stages.size > 0) continue;
      sources.delete(name);
      if (source.own !== null) await rm(source.own, { force: true });
    }
  };

  return {
    async stage(source, options = {}) {
      const { remembered, ...limits } = options;
      const found =
        'paths' in source
          ? await collect(source.paths, limits)
          : { files: [{ fileName: null, format: 'pasted' as const, ...source }], problems: [] };
      const files: ((typeof found.files)[number] | Unzipped['files'][number])[] = [...found.files];
      const tell = atIntervals(options.onProgress);
      const articles: StagedArticle[] = [];
      const problems = [...found.problems];
      const seen: StagedSource[] = [];
      for (let index = 0; index < files.length; index++) {
        if (options.signal?.aborted) break;
        const file = files[index]!;
        tell(index, files.length, file.fileName ?? undefined);
        if (file.format === 'zip') {
          const inner = await unzip(file.path, file.fileName, limits);
          files.splice(index + 1, 0, ...inner.files);
          problems.push(...inner.problems);
          continue;
        }
        const copyTo = await folder.pathOf(`file-${++lastFile}.orig`);
        const request: ReadRequest = {
          fileName: file.fileName,
          format: file.format,
          source: 'path' in file ? { path: file.path } : file.pasted,
          ...('packedIn' in file ? { packedIn: file.packedIn } : {}),
        };
        const result = await readLimited(
          host,
          { ...request, copyTo, ...(remembered ? { remembered } : {}) },
          limits,
        );
        const cut = result.seen !== undefined && result.seen.way.kind !== 'one';
        problems.push(
          ...result.problems.map((problem) =>
            'packedIn' in file ? { ...problem, fileName: `${file.packedIn}/${problem.fileName}` } : problem,
          ),
        );
        if ('packedIn' in file) await rm(file.path, { force: true });
        // What a worker that was stopped may have left.
        if (result.articles.length === 0 && !result.seen) {
          await folder.sweep(copyTo);
          continue;
        }
        const name = `source-${++lastSource}`;
        const own = cut ? wholePath(copyTo) : null;
        const copy = own ?? copyPath(copyTo, 0);
        const entry: Source = {
          request: 'path' in request.source ? { ...request, source: { path: copy } } : request,
          own,
          stages: new Set(),
        };
        sources.set(name, entry);
        const kept = keep(name, entry, result, copyTo);
        articles.push(...kept);
        if (result.seen) seen.push({ source: name, fileName: file.fileName, seen: result.seen });
      }
      if (options.signal?.aborted) {
        await discard([...articles.map(({ stage }) => stage), ...seen.map((one) => one.source)]);
        await folder.sweep(await folder.pathOf('packed-'));
        return null;
      }
      tell(files.length, files.length);
      return { articles, problems, sources: seen };
    },
    async look({ source, way, encoding }, options = {}) {
      const { request } = knownSource(source);
      const chosen = encoding === undefined ? {} : { encoding };
      const { seen, problems } = await readLimited(host, { ...request, ...chosen, way, look: true }, options);
      return seen ?? problems[0]!;
    },
    async readOtherwise({ source, way, encoding }, options = {}) {
      const entry = knownSource(source);
      const copyTo = await folder.pathOf(`file-${++lastFile}.orig`);
      const chosen = encoding === undefined ? {} : { encoding };
      const result = await readLimited(host, { ...entry.request, ...chosen, way, copyTo }, options);
      // The source has a copy of the whole file already.
      await rm(wholePath(copyTo), { force: true });
      if (result.articles.length === 0) await folder.sweep(copyTo);
      const articles = keep(source, entry, result, copyTo);
      const { fileName } = entry.request;
      return {
        articles,
        problems: result.problems,
        sources: result.seen ? [{ source, fileName, seen: result.seen }] : [],
      };
    },
    async restage(stage, as, options = {}) {
      const { request, source } = known(stage);
      const { encoding, whole } = as;
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
      return readFile(known(stage).path);
    },
    discard,
    dispose() {
      staged.clear();
      sources.clear();
      folder.remove();
    },
  };
}

/** How a single article of a file is read again: what the file as a whole told is settled. */
function settled({ way, dates }: FileSeen): FileSeen['way'] {
  if (way.kind !== 'columns' || !dates?.order) return way;
  return { kind: 'columns', choice: { ...way.choice, dates: dates.order } };
}
