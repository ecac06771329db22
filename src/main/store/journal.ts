import { dirname, join } from 'node:path';
import type { Disk, OpenFile } from './disk';
import { stampOf, syncFolder, writeAll } from './file-bytes';
import { archivePath } from './journal-archive';
import type { JournalEntry } from './journal-line';
import { entryLines, headerLine } from './journal-line';
import { keepAs } from './keep-file';
import { JOURNAL } from './layout';
import { inBlocks } from './pretty-json';
import { Serial } from './serial';
import { replaceDurably } from './whole-file';

/** What a journal does when another program has changed or replaced its file; may throw to stop it. */
export type OnForeign = (path: string) => Promise<void>;

/**
 * `journal.jsonl`: every change since the last checkpoint, one line each, on the disk before it is
 * acknowledged. The one object that writes it; its methods may be called at any time and take their turn.
 */
export class Journal {
  readonly #path: string;
  readonly #turns = new Serial();
  #file: OpenFile | null = null;
  /** How many bytes of the file are known to be good, and on the disk. */
  #length = 0;
  #number = 0;
  /** True when bytes of a failed write may lie behind the good ones. */
  #torn = false;
  /** What the file holds, so that it can be written again if another program spoils it. */
  #entries: JournalEntry[] = [];
  #after = 0;

  private constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly onForeign: OnForeign,
  ) {
    this.#path = join(folder, JOURNAL);
  }

  /** Begins a new file after change number `after`, in place of any that is there. */
  static async begin(
    disk: Disk,
    folder: string,
    after: number,
    entries: readonly JournalEntry[],
    onForeign: OnForeign,
  ): Promise<Journal> {
    const journal = new Journal(disk, folder, onForeign);
    await journal.#rewrite(after, entries);
    return journal;
  }

  /** Goes on with a file that was read and found clean. */
  static async resume(
    disk: Disk,
    folder: string,
    after: number,
    entries: readonly JournalEntry[],
    onForeign: OnForeign,
  ): Promise<Journal> {
    const journal = new Journal(disk, folder, onForeign);
    await journal.#open(after, entries);
    return journal;
  }

  /** The number of the last change that is on the disk. */
  get last(): number {
    return this.#entries.at(-1)?.seq ?? this.#after;
  }

  /** The number of good bytes. */
  get size(): number {
    return this.#length;
  }

  /**
   * Resolves when all entries are on the disk, with one sync for all. When anything fails the file is cut back
   * to its last good line, and the error thrown: none of the entries is saved then.
   */
  append(entries: readonly JournalEntry[]): Promise<void> {
    return this.#turns.run(async () => {
      await this.#lookForOthers();
      const file = this.#file!;
      let end = this.#length;
      try {
        for (const block of inBlocks(linesOf(this.last, entries))) {
          await writeAll(file, block, end);
          end += block.byteLength;
        }
        await file.datasync();
      } catch (error) {
        this.#torn = true;
        await this.#cut().catch(() => {});
        throw error;
      }
      this.#length = end;
      for (const entry of entries) this.#entries.push(entry);
    });
  }

  /** Looks whether another program has changed the file, as every append does first. */
  look(): Promise<void> {
    return this.#turns.run(() => this.#lookForOthers());
  }

  /** Would `archive` have anything to do? */
  canArchive(last: number): boolean {
    return this.#entries.length > 0 && this.last === last;
  }

  /**
   * Files the journal away and begins a new one, if `last` is still its last change: to be called when
   * everything up to that number is durable elsewhere. False when there was nothing to file.
   */
  archive(last: number): Promise<boolean> {
    return this.#turns.run(async () => {
      if (!this.canArchive(last)) return false;
      await this.#lookForOthers();
      const to = join(this.folder, archivePath(this.#entries[0]!.seq, last));
      await this.disk.makeFolder(dirname(to));
      await keepAs(this.disk, this.#path, to);
      await syncFolder(this.disk, dirname(to));
      await this.#rewrite(last, []);
      return true;
    });
  }

  /** Waits for what is under way and closes the file. */
  close(): Promise<void> {
    return this.#turns.run(async () => {
      const file = this.#file;
      this.#file = null;
      await file?.close();
    });
  }

  async #rewrite(after: number, entries: readonly JournalEntry[]): Promise<void> {
    const blocks = inBlocks(withHeader(after, entries));
    await replaceDurably(this.disk, this.#path, blocks, { keepPrevious: false, syncFolder: true });
    await this.#open(after, entries);
  }

  async #open(after: number, entries: readonly JournalEntry[]): Promise<void> {
    const file = await this.disk.open(this.#path, 'r+');
    const previous = this.#file;
    try {
      const stamp = await file.stat();
      this.#number = stamp.number;
      this.#length = stamp.size;
    } catch (error) {
      await file.close().catch(() => {});
      throw error;
    }
    this.#file = file;
    this.#after = after;
    this.#entries = [...entries];
    this.#torn = false;
    await previous?.close().catch(() => {});
  }

  /**
   * A sync service or an editor may have put another file in our file's place, and what we then wrote would
   * go into a file without a name. Ours is written again from memory; theirs is kept by `onForeign`.
   */
  async #lookForOthers(): Promise<void> {
    if (!this.#file) throw new Error('the journal is closed');
    if (this.#torn) await this.#cut();
    const stamp = await stampOf(this.disk, this.#path);
    if (stamp?.number === this.#number && stamp.size === this.#length) return;
    await this.onForeign(this.#path);
    await this.#rewrite(this.#after, this.#entries);
  }

  async #cut(): Promise<void> {
    await this.#file!.truncate(this.#length);
    await this.#file!.datasync();
    this.#torn = false;
  }
}

/** Where numbers are left out, because files from elsewhere had run ahead, a header says so: it is no gap. */
function* linesOf(after: number, entries: readonly JournalEntry[]): Generator<string> {
  let last = after;
  for (const entry of entries) {
    if (entry.seq > last + 1) yield headerLine(entry.seq - 1);
    yield* entryLines(entry);
    last = entry.seq;
  }
}

function* withHeader(after: number, entries: readonly JournalEntry[]): Generator<string> {
  yield headerLine(after);
  yield* linesOf(after, entries);
}
