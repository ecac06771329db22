import type { Serialized } from '../../core/formats/format';
import { formatById } from '../../core/formats/registry';
import type { ExportTask, JobProgress } from './jobs';

/** Runs in the worker: writes the part of the project that is meant, in memory. Throws for an unknown format. */
export async function exportJob(
  { formatId, project, scope }: ExportTask,
  report: (progress: JobProgress) => void,
): Promise<Serialized> {
  const format = formatById(formatId);
  if (!format) throw new Error(`there is no format ${formatId}`);
  return format.serialize(project, scope, (done, total) => report({ done, total }));
}
