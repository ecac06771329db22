import type { Article, Project } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import type { SearchPart } from '../../core/search/parts';
import { spansOfParts } from '../../core/search/parts';
import type { SearchQuery } from '../../core/search/query';
import type { HostOptions, JobOutcome, WorkerProcess } from '../import/worker-host';
import { createWorkerHost } from '../import/worker-host';
import type { SearchBatch, TextChanges } from './search-task';

/** Searches one project in a process of its own. */
export interface Searcher {
  /** Brings the process up to date with the project's texts, and starts it if need be. */
  prepare(project: Project): Promise<void>;
  /** Searches; a search that still runs is cancelled. Never rejects. */
  search(
    project: Project,
    query: SearchQuery,
    parts: readonly SearchPart[],
    onBatch: (batch: SearchBatch) => void,
  ): Promise<JobOutcome<'search'>>;
  cancel(): void;
  /** Ends the process. */
  dispose(): void;
}

/** How long a search may take, and how long one that is cancelled has to stop by itself (ms). */
const LONGEST = 30_000;
const GRACE = 400;
/** The process holds every text twice (bytes). */
const LARGEST = 4 * 1024 ** 3;
/** Texts are handed over in portions of about so many UTF-16 units. */
const PORTION = 16_000_000;

const CANCELLED = { kind: 'stopped', reason: 'cancelled' } as const;

/** `limits` are for tests. */
export function createSearcher(options: HostOptions, { milliseconds = LONGEST } = {}): Searcher {
  /** What the process that runs now was told; nothing of it is left when it ends. */
  let known = new Map<string, Article>();
  let told: Project['articles'] | null = null;
  let process: WorkerProcess | undefined;
  const forget = (ended: WorkerProcess | undefined) => {
    if (ended !== process) return;
    known = new Map();
    told = null;
  };
  const host = createWorkerHost({
    ...options,
    spawn() {
      const started = options.spawn();
      process = started;
      forget(started);
      return {
        get pid() {
          return started.pid;
        },
        postMessage: started.postMessage,
        onMessage: started.onMessage,
        onExit: (listener) =>
          started.onExit(() => {
            forget(started);
            listener();
          }),
        kill() {
          forget(started);
          started.kill();
        },
      };
    },
  });
  let running = new AbortController();
  let ending: Promise<unknown> = Promise.resolve();
  let preparing: Promise<void> = Promise.resolve();

  const tell = async ({ articles }: Project): Promise<void> => {
    if (articles === told) return;
    for (const changes of portions(known, articles)) {
      const outcome = await host.run('texts', changes, { bytes: LARGEST });
      if (outcome.kind !== 'done') return;
      for (const id of changes.gone) known.delete(id);
      for (const { id } of changes.texts) known.set(id, articles.get(id)!);
    }
    told = articles;
  };
  const prepare = (project: Project): Promise<void> => {
    preparing = preparing.then(() => tell(project));
    return preparing;
  };

  return {
    prepare,
    async search(project, query, parts, onBatch) {
      running.abort();
      running = new AbortController();
      const { signal } = running;
      // One that must be killed takes the texts with it, so what is missing is known only after that.
      await ending;
      await prepare(project);
      if (signal.aborted) return CANCELLED;
      const within = partsOf(project, parts);
      const outcome = host.run(
        'search',
        { query, articles: project.articles.size, within },
        { signal, grace: GRACE, milliseconds, bytes: LARGEST, onProgress: onBatch },
      );
      ending = outcome;
      return outcome;
    },
    cancel: () => running.abort(),
    dispose: () => host.dispose(),
  };
}

function* portions(
  known: ReadonlyMap<string, Article>,
  articles: Project['articles'],
): Generator<TextChanges> {
  const gone = [...known.keys()].filter((id) => !articles.has(id));
  let texts: Article[] = [];
  let size = 0;
  for (const article of articles.values()) {
    const before = known.get(article.id);
    if (before?.text === article.text && before.order === article.order) continue;
    texts.push(article);
    size += article.text.length;
    if (size < PORTION) continue;
    yield { gone: [], texts: texts.map(bare) };
    [texts, size] = [[], 0];
  }
  yield { gone, texts: texts.map(bare) };
}

const bare = ({ id, order, text }: Article) => ({ id, order, text });

function partsOf(project: Project, parts: readonly SearchPart[]): Map<string, Uint32Array> | null {
  if (parts.length === 0) return null;
  const found = new Map<string, Uint32Array>();
  for (const article of project.articles.values()) {
    const spans = spansOfParts(article, annotationsOf(project, article.id), parts) ?? [];
    if (spans.length > 0)
      found.set(article.id, Uint32Array.from(spans.flatMap(({ start, end }) => [start, end])));
  }
  return found;
}
