import { join } from 'node:path';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import { readWhole } from './file-bytes';
import type { JournalEntry } from './journal-line';
import { readJournal } from './journal-reading';

const FOLDER = 'journal';
const NAME = /^(\d{9,})-(\d{9,})\.jsonl$/;

/** A journal filed away: it holds the changes from `first` to `last`. */
export interface Segment {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** `journal/000000001-000000042.jsonl`: the changes in it can be told without reading it. */
export function archivePath(first: number, last: number): string {
  return `${FOLDER}/${String(first).padStart(9, '0')}-${String(last).padStart(9, '0')}.jsonl`;
}

/** The journals that were filed away in a project folder, oldest first. */
export async function segmentsOf(disk: Disk, folder: string): Promise<readonly Segment[]> {
  let names: readonly string[];
  try {
    names = (await disk.list(join(folder, FOLDER))).map((entry) => entry.name);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
  return names
    .flatMap((name) => {
      const match = NAME.exec(name);
      return match
        ? [{ path: join(folder, FOLDER, name), first: Number(match[1]), last: Number(match[2]) }]
        : [];
    })
    .sort((a, b) => a.first - b.first || a.last - b.last);
}

/** Every entry that can be read from the segments, by number, each once. A damaged one gives what it has. */
export async function readSegments(
  disk: Disk,
  segments: readonly Segment[],
): Promise<readonly JournalEntry[]> {
  const entries = new Map<number, JournalEntry>();
  for (const { path } of segments) {
    const { bytes } = await readWhole(disk, path);
    for (const entry of readJournal(bytes).entries) entries.set(entry.seq, entry);
  }
  return [...entries.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * Removes the oldest segments beyond `limit` bytes, but none with a change newer than number `needed`: the
 * newest backups and the segments since them can always make every file anew.
 */
export async function pruneArchive(disk: Disk, folder: string, limit: number, needed: number): Promise<void> {
  const segments = await segmentsOf(disk, folder);
  const sizes = await Promise.all(segments.map(async ({ path }) => (await disk.stat(path)).size));
  let total = sizes.reduce((sum, size) => sum + size, 0);
  for (const [index, { path, last }] of segments.entries()) {
    if (total <= limit || last > needed) return;
    await disk.remove(path);
    total -= sizes[index]!;
  }
}
