import type { Serialized } from '../../core/formats/format';
import { formatById } from '../../core/formats/registry';
import { pack } from '../pack';
import type { ExportTask, JobProgress } from './jobs';

/** Runs in the worker: writes the part of the project that is meant, in memory. Throws for an unknown format. */
export async function exportJob(
  { formatId, project, scope }: ExportTask,
  report: (progress: JobProgress) => void,
): Promise<Serialized> {
  // Packing takes its time as well: what main gets is what it has to write.
  return pack(formatById(formatId).serialize(project, scope, (done, total) => report({ done, total })));
}
