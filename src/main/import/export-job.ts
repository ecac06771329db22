import type { Serialized } from '../../core/formats/format';
import { formatById } from '../../core/formats/registry';
import { restrict } from '../../core/project/scope';
import type { ExportTask, JobProgress } from './jobs';

/** Runs in the worker: writes the part of the project that is meant, in memory. Throws for an unknown format. */
export async function exportJob(
  task: ExportTask,
  report: (progress: JobProgress) => void,
): Promise<Serialized> {
  const format = formatById(task.formatId);
  if (!format) throw new Error(`there is no format ${task.formatId}`);
  return format.serialize(restrict(task.project, task.scope), (done, total) => report({ done, total }));
}
