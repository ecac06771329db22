import { FormatError } from '../../core/formats/format';
import { readBackWritten } from '../../core/formats/read-back';
import { formatById } from '../../core/formats/registry';
import { filesOnDisk } from './files-on-disk';
import type { ReadBackResult, ReadBackTask } from './jobs';

/**
 * Runs in the worker: reads an export from the disk and compares it with what was meant. Files that cannot be
 * read again are told as a sentence; null for a format that is not read.
 */
export async function readBackJob(task: ReadBackTask): Promise<ReadBackResult> {
  try {
    const format = formatById(task.formatId, task.options);
    return readBackWritten(format, task.project, task.scope, filesOnDisk(task.folder, task.files));
  } catch (error) {
    if (error instanceof FormatError || (error as { code?: string }).code) {
      return { problem: (error as Error).message };
    }
    throw error;
  }
}
