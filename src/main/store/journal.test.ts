import { appendFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { realDisk } from './disk';
import { faultyDisk } from './faulty-disk.arbitrary';
import { Journal } from './journal';
import { pruneArchive, readSegments, segmentsOf } from './journal-archive';
import type { JournalEntry } from './journal-line';
import { entryLines, headerLine } from './journal-line';
import { readJournal } from './journal-reading';
import { add, inFolder, projectOf, tag } from './project-on-disk.arbitrary';

const project = projectOf(1, 0);
const entry = (seq: number): JournalEntry => ({
  seq,
  at: '2026-03-12T10:11:12.000Z',
  label: `tag ${seq}`,
  change: tag(project, seq),
});
const entries = [1, 2, 3, 4].map(entry);
const large: JournalEntry = { ...entry(5), change: add([1, 2, 3, 4, 5, 6, 7], 300_000) };
const lines = (list: readonly JournalEntry[]) => list.flatMap((next) => [...entryLines(next)]);
const whole = Buffer.from([headerLine(0), ...lines(entries)].join(''));
const untouched = async () => {};
const inPlace = (task: (folder: string) => Promise<void>) =>
  inFolder(async (folder) => {
    await mkdir(folder);
    await task(folder);
  });
const onDisk = async (folder: string) => readJournal(await readFile(join(folder, 'journal.jsonl')));

test('what was written is read back, small changes and large', () => {
  const reading = readJournal(Buffer.from([headerLine(0), ...lines([...entries, large])].join('')));
  expect(reading).toEqual({
    after: 0,
    entries: [...entries, large],
    bad: [],
    clean: true,
    newer: false,
    older: false,
    jumps: new Set(),
  });
});

test('a large change is cut into lines of bearable length', () => {
  const parts = lines([large]);
  expect(parts.length).toBeGreaterThan(2);
  for (const line of parts) expect(line.length).toBeLessThan(1_500_000);
});

test('cut at every byte, the whole entries before the cut are read and the rest is kept apart', () => {
  const ends = lines(entries).map(
    (_, index) =>
      headerLine(0).length +
      Buffer.byteLength(
        lines(entries)
          .slice(0, index + 1)
          .join(''),
      ),
  );
  for (let cut = 0; cut <= whole.length; cut++) {
    const { entries: read, bad, clean } = readJournal(whole.subarray(0, cut));
    // An entry that lacks nothing but its line end is whole.
    const expected = ends.filter((end) => end - 1 <= cut).length;
    expect(read).toEqual(entries.slice(0, expected));
    expect(clean).toBe(ends.includes(cut) || cut === headerLine(0).length);
    const kept = bad.reduce((sum, piece) => sum + piece.length, 0);
    const start = [0, headerLine(0).length, ...ends].findLast((end) => end <= cut)!;
    expect(kept).toBe(
      clean || expected === ends.filter((end) => end <= cut).length + 1 ? 0 : headOf(cut, start),
    );
  }
});

/** The bytes after the last whole line; a header without its line end is whole, too. */
function headOf(cut: number, start: number): number {
  return cut === headerLine(0).length - 1 ? 0 : cut - start;
}

test('a large change that is not complete does not count at all', () => {
  const parts = lines([large]);
  const reading = readJournal(
    Buffer.from([headerLine(0), ...lines(entries), ...parts.slice(0, -1)].join('')),
  );
  expect(reading.entries).toEqual(entries);
  expect(reading.bad.map((piece) => `${Buffer.from(piece)}\n`)).toEqual(parts.slice(0, -1));
});

test('lines doubled and in any order are the same journal', () => {
  const all = lines([...entries, large]);
  fc.assert(
    fc.property(fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), (shuffled) => {
      const { entries: read, bad } = readJournal(Buffer.from([headerLine(0), ...shuffled].join('')));
      expect(read).toEqual([...entries, large]);
      expect(bad).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a changed byte costs its own line and no other', () => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (index, difference) => {
      const bytes = Buffer.from(whole);
      bytes[index]! ^= difference;
      const reading = readJournal(bytes);
      expect(reading.clean).toBe(false);
      expect(reading.entries.length).toBeGreaterThanOrEqual(entries.length - 2);
      for (const read of reading.entries) expect(entries).toContainEqual(read);
    }),
    { numRuns: 500 },
  );
});

test('an append that fails at any call leaves the file cut back, and the next one is complete', () =>
  inPlace(async (folder) => {
    for (let failing = 1; failing <= 3; failing++) {
      await rm(join(folder, 'journal.jsonl'), { force: true });
      let call = 0;
      let armed = false;
      const disk = faultyDisk(realDisk, (operation) => {
        if (!armed || ++call < failing) return null;
        return operation === 'write' && call === failing ? { partly: true } : { code: 'ENOSPC' };
      });
      const journal = await Journal.begin(disk, folder, 0, entries.slice(0, 2), untouched);
      const { size } = journal;
      armed = true;
      await expect(journal.append([entry(3)])).rejects.toThrow('ENOSPC');
      expect(journal.last).toBe(2);
      armed = false;
      await journal.append([entry(3), entry(4)]);
      expect(journal.size).toBeGreaterThan(size);
      await journal.close();
      expect(await onDisk(folder)).toMatchObject({ entries, clean: true });
    }
  }));

test('appends that come together share one sync', () =>
  inPlace(async (folder) => {
    const synced: string[] = [];
    const disk = faultyDisk(realDisk, (operation) => {
      if (operation === 'datasync') synced.push(operation);
      return null;
    });
    const journal = await Journal.begin(disk, folder, 0, [], untouched);
    await journal.append(entries);
    expect(synced.length).toBe(1);
    await journal.close();
  }));

test('another file in its place, or bytes that others wrote into it, are kept by the caller and ours restored', () =>
  inPlace(async (folder) => {
    const path = join(folder, 'journal.jsonl');
    const kept: string[] = [];
    const journal = await Journal.begin(realDisk, folder, 0, entries.slice(0, 1), async (name) => {
      kept.push(await readFile(name, 'utf8').catch(() => 'missing'));
    });
    const spoil = [
      async () => appendFile(path, 'theirs'),
      async () => rm(path),
      async () => truncate(path, 10),
      async () => {
        await rm(path);
        await writeFile(path, 'another');
      },
    ];
    for (const [index, next] of spoil.entries()) {
      await next();
      if (index < 3) await journal.append([entry(index + 2)]);
    }
    expect(await journal.archive(4)).toBe(true);
    await journal.close();
    expect(kept[1]).toBe('missing');
    expect(kept[0]).toContain('theirs');
    expect(kept.at(-1)).toBe('another');
    expect(await readSegments(realDisk, await segmentsOf(realDisk, folder))).toEqual(entries);
  }));

test('filed away, the journal begins anew, and everything can be read from the archive', () =>
  inPlace(async (folder) => {
    const journal = await Journal.begin(realDisk, folder, 0, [], untouched);
    expect(await journal.archive(0)).toBe(false);
    await journal.append(entries.slice(0, 2));
    expect(await journal.archive(1)).toBe(false);
    expect(await journal.archive(2)).toBe(true);
    expect(await onDisk(folder)).toEqual({
      after: 2,
      entries: [],
      bad: [],
      clean: true,
      newer: false,
      older: false,
      jumps: new Set(),
    });
    await journal.append(entries.slice(2));
    expect(await journal.archive(4)).toBe(true);
    await journal.close();
    const segments = await segmentsOf(realDisk, folder);
    expect(segments.map(({ first, last }) => [first, last])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(await readSegments(realDisk, segments)).toEqual(entries);
  }));

test('the archive is bounded, but never gives up what the backups need', () =>
  inPlace(async (folder) => {
    const journal = await Journal.begin(realDisk, folder, 0, [], untouched);
    for (const next of entries) {
      await journal.append([next]);
      await journal.archive(next.seq);
    }
    await journal.close();
    await pruneArchive(realDisk, folder, 0, 0);
    expect(await readdir(join(folder, 'journal'))).toHaveLength(4);
    const sizes = (await segmentsOf(realDisk, folder)).map(async ({ path }) => (await stat(path)).size);
    const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size);
    await pruneArchive(realDisk, folder, total - 1, 9);
    expect((await segmentsOf(realDisk, folder)).map(({ first }) => first)).toEqual([2, 3, 4]);
    await pruneArchive(realDisk, folder, 0, 3);
    expect((await segmentsOf(realDisk, folder)).map(({ first }) => first)).toEqual([4]);
  }));
