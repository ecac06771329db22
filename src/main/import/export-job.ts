import { formatById } from '../../core/formats/registry';
import type { Annotation, Article, Project } from '../../core/project/model';
import { packed } from '../pack';
import { realDisk } from '../store/disk';
import { atIntervals } from './at-intervals';
import { writeStage } from './export-files';
import type { ExportTask, JobProgress, Jobs, ProjectPortion } from './jobs';
import { readBackJob } from './read-back-job';

interface Held {
  readonly head: NonNullable<ProjectPortion['head']>;
  readonly articles: Map<string, Article>;
  readonly annotations: Map<string, readonly Annotation[]>;
}

/** The project as far as it was handed over. */
let held: Held | null = null;

/** Runs in the worker: takes a portion of a project, so that handing over a large one never holds up main for long. */
export async function takeJob({ head, articles, annotations }: ProjectPortion): Promise<null> {
  if (head) held = { head, articles: new Map(), annotations: new Map() };
  if (!held) throw new Error('the beginning of the project is missing');
  for (const [id, article] of articles) held.articles.set(id, article);
  for (const [id, list] of annotations) held.annotations.set(id, list);
  return null;
}

/** The project that was handed over, which is let go with that. Throws when there is none. */
export function handedOver(): Project {
  if (!held) throw new Error('the project is missing');
  const { head, articles, annotations } = held;
  held = null;
  return { ...head, articles, annotations };
}

/**
 * Runs in the worker: writes the part of the project that is meant into the stage, piece by piece, and reads it back.
 * The project is let go. Throws for an unknown format, and what the disk throws.
 */
export async function exportJob(
  { stage, ...meant }: ExportTask,
  report: (progress: JobProgress) => void,
): Promise<Jobs['export']['result']> {
  const project = handedOver();
  const format = formatById(meant.formatId, meant.options);
  const tell = atIntervals(report);
  const written = await writeStage(realDisk, stage, packed(format, project, meant.scope, tell));
  const { files } = written;
  return { ...written, readBack: await readBackJob({ ...meant, project, folder: stage.folder, files }) };
}
