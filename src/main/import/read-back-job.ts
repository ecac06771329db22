import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FormatFile } from '../../core/formats/format';
import { FormatError } from '../../core/formats/format';
import type { ReadBack } from '../../core/formats/read-back';
import { readBack } from '../../core/formats/read-back';
import { formatById } from '../../core/formats/registry';
import { Refusal } from '../../core/import/problem';
import type { ReadBackTask } from './jobs';
import { unpack } from './unpack';

/**
 * Runs in the worker: reads an export from the disk and compares it with what was meant. Files that cannot be
 * read again are told as a sentence; null for a format that is not read.
 */
export async function readBackJob(
  task: ReadBackTask,
): Promise<ReadBack | { readonly problem: string } | null> {
  try {
    const format = formatById(task.formatId);
    if (!format.parse) return null;
    const files: FormatFile[] = [];
    for (const path of task.files) {
      files.push(...(await unpack(path, await readFile(join(task.folder, ...path.split('/'))))));
    }
    return readBack(format, task.project, task.scope, files);
  } catch (error) {
    if (error instanceof FormatError || error instanceof Refusal || (error as { code?: string }).code) {
      return { problem: (error as Error).message };
    }
    throw error;
  }
}
