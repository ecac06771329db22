import type { Annotation, Article, Project } from '../core/project/model';
import type { ExportDone, Result } from '../shared/api';
import type { ExportStage } from './import/export-stage';
import { discardStage, openExportStage, publishStage } from './import/export-stage';
import type { Exported, JobProgress, ProjectPortion } from './import/jobs';
import type { JobOutcome, WorkerHost } from './import/worker-host';
import { realDisk } from './store/disk';
import { sayWhy } from './store/disk-errors';

/** An export may take as long as it moves, within reason (ms), and hold a large project twice (bytes). */
const LONGEST = 10 * 60_000;
const LARGEST = 4 * 1024 ** 3;
/** A project is handed over in portions of about so many UTF-16 units; an annotation counts as so many. */
const PORTION = 250_000;
const ANNOTATION = 700;

interface Running {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: JobProgress) => void;
}

/**
 * Exports a part of a project in the worker, into a stage in the folder; when all of it is there and was read back it
 * is put in place. Resolves with null when it was cancelled; then, and when it fails, the folder is as it was.
 */
export async function runExport(
  worker: WorkerHost,
  project: Project,
  meant: Exported,
  folder: string,
  { signal, onProgress }: Running,
): Promise<Result<ExportDone | null>> {
  let stage: ExportStage | null = null;
  try {
    stage = await openExportStage(realDisk, folder);
    const limits = { signal, milliseconds: LONGEST, bytes: LARGEST };
    for (const portion of portionsOf(project)) {
      const taken = await worker.run('take', portion, limits);
      if (taken.kind !== 'done') return ended(taken);
    }
    const outcome = await worker.run('export', { ...meant, stage }, { ...limits, onProgress });
    if (outcome.kind !== 'done' || signal.aborted) return ended(outcome);
    const { files, beside, loss, readBack } = outcome.result;
    await publishStage(realDisk, stage, [...files, ...beside]);
    return { ok: true, value: { folder: stage.root, files: [...files, ...beside], loss, readBack } };
  } catch (error) {
    return { ok: false, message: `The export failed: ${sayWhy(error)}. Nothing was written.` };
  } finally {
    if (stage) await discardStage(realDisk, stage);
  }
}

/** Why there is no export, for a person; null where that person knows. */
function ended(outcome: JobOutcome<'take' | 'export'>): Result<null> {
  if (outcome.kind === 'failed')
    return { ok: false, message: `The export failed: ${outcome.message}. Nothing was written.` };
  if (outcome.kind === 'done' || outcome.reason === 'cancelled') return { ok: true, value: null };
  return {
    ok: false,
    message: `The export was stopped (${outcome.reason}). Nothing was written; try a smaller part.`,
  };
}

/** A project bit by bit: a message is copied at a stretch, and main has windows to answer meanwhile. */
function* portionsOf({ articles, annotations, ...head }: Project): Generator<ProjectPortion> {
  let next = { articles: new Map<string, Article>(), annotations: new Map<string, readonly Annotation[]>() };
  let size = 0;
  let first = true;
  const portion = (): ProjectPortion => {
    const made = first ? { head, ...next } : next;
    next = { articles: new Map(), annotations: new Map() };
    size = 0;
    first = false;
    return made;
  };
  for (const [id, article] of articles) {
    next.articles.set(id, article);
    size += article.text.length;
    if (size >= PORTION) yield portion();
  }
  for (const [id, list] of annotations) {
    next.annotations.set(id, list);
    size += list.length * ANNOTATION;
    if (size >= PORTION) yield portion();
  }
  yield portion();
}
