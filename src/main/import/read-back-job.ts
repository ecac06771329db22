import { join } from 'node:path';
import type { ReadBack } from '../../core/formats/difference';
import type { Format } from '../../core/formats/format';
import { FormatError } from '../../core/formats/format';
import { readBackWritten } from '../../core/formats/read-back';
import { formatById } from '../../core/formats/registry';
import { Refusal } from '../../core/import/problem';
import type { Project } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';
import { filesOnDisk } from './files-on-disk';
import type { ReadBackResult, ReadBackTask } from './jobs';
import { filesInZip } from './zip-on-disk';

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

/**
 * Compares an export in a folder with what was meant; null for a format that is not read. Where it is a zip, its files
 * are read out of it one by one: the walls of unpack.ts are for what others have packed, and hold it as a whole.
 */
export async function readWritten(
  format: Format,
  project: Project,
  scope: Scope,
  folder: string,
  paths: readonly string[],
): Promise<ReadBack | null> {
  const files = format.container
    ? await filesInZip(join(folder, ...paths[0]!.split('/')))
    : filesOnDisk(folder, paths);
  return readBackWritten(format, project, scope, files);
}
