import type { Format } from '../../core/formats/format';
import { FormatError } from '../../core/formats/format';
import type { ReadBack } from '../../core/formats/read-back';
import { readBack, readBackWritten } from '../../core/formats/read-back';
import { formatById } from '../../core/formats/registry';
import { Refusal } from '../../core/import/problem';
import type { Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import { filesOnDisk } from './files-on-disk';
import type { ReadBackResult, ReadBackTask } from './jobs';
import { unpack } from './unpack';

/**
 * Runs in the worker: reads an export from the disk and compares it with what was meant. Files that cannot be
 * read again are told as a sentence; null for a format that is not read.
 */
export async function readBackJob(task: ReadBackTask): Promise<ReadBackResult> {
  try {
    const format = formatById(task.formatId, task.options);
    return await readWritten(format, task.project, task.scope, task.folder, task.files);
  } catch (error) {
    if (error instanceof FormatError || error instanceof Refusal || (error as { code?: string }).code) {
      return { problem: (error as Error).message };
    }
    throw error;
  }
}

/** Compares an export in a folder, unpacked where its format is a zip, with what was meant; null for a format that is not read. */
export async function readWritten(
  format: Format,
  project: Project,
  scope: Scope,
  folder: string,
  paths: readonly string[],
): Promise<ReadBack | null> {
  const files = filesOnDisk(folder, paths);
  if (!format.container) return readBackWritten(format, project, scope, files);
  const [zip] = paths;
  return readBack(format, project, scope, await unpack(zip!, Buffer.concat([...files.bytes(zip!)])));
}
