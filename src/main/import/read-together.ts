import type { Origin } from '../../core/project/model';
import type { ReadJobResult, ReadRequest } from './jobs';
import type { JobLimits, WorkerHost } from './worker-host';

/** A file to be read, or a packed one to be opened. */
export type ToRead = ReadRequest | { readonly zip: string; readonly fileName: string };

/** Kinds of which most files are read faster than a message comes and goes. */
const QUICK: ReadonlySet<Origin['format']> = new Set(['txt', 'md', 'html']);
const TOGETHER = 16;
/** When they take longer than this (ms), one of them is not like the others. */
const LONGEST = 5_000;

/** The files from `index` on that are worth reading with one message. */
export function someToRead(files: readonly ToRead[], index: number): readonly ReadRequest[] {
  const some: ReadRequest[] = [];
  for (const file of files.slice(index, index + TOGETHER)) {
    if ('zip' in file || !('path' in file.source) || !QUICK.has(file.format)) break;
    some.push(file);
  }
  return some;
}

/**
 * Reads several files with one message. Null when they took too long or too much, or the process died: each is then
 * to be read by itself, within its own limits, so that only the one whose fault it is comes to grief.
 */
export async function readTogether(
  host: WorkerHost,
  requests: readonly ReadRequest[],
  { onProgress: _ofFiles, milliseconds = LONGEST, ...limits }: JobLimits,
): Promise<readonly ReadJobResult[] | null> {
  const outcome = await host.run('readSome', requests, {
    ...limits,
    milliseconds: Math.min(LONGEST, milliseconds),
  });
  if (outcome.kind !== 'done') return null;
  return outcome.result.map((result) => ('code' in result ? { articles: [], problems: [result] } : result));
}
