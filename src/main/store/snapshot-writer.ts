import { dirname, join } from 'node:path';
import { sameValue } from '../../core/change/same-value';
import type { Project } from '../../core/project/model';
import { forEachBounded } from './bounded';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import type { Seen } from './durable-json';
import { asIs, DurableJson, writeStored } from './durable-json';
import { holdsExactly } from './envelope';
import { readWhole, stampOf, syncFolder } from './file-bytes';
import type { TableFile } from './layout';
import { formatOf, tableFile } from './layout';
import { Refusal } from './refusal';
import type { SetAside } from './rows';
import { dataOf } from './rows';

/** Leaves threads of the pool to the journal, whose syncs a person waits for. */
const AT_ONCE = 2;
/** To look at a file's stamp costs next to nothing, and there may be ten thousand. */
const LOOKS_AT_ONCE = 16;

/** What a writer starts from, and whom it tells of files that others have changed. */
export interface WriterOptions {
  /** Files as they were last read or written here. */
  readonly seen: Map<string, Seen>;
  readonly setAside: Map<string, readonly SetAside[]>;
  /** Files whose content on the disk is damaged: it must not become the `.bak`. */
  readonly damaged: ReadonlySet<string>;
  /** Decides where our version of a file goes that another program has changed; may throw to stop it all. */
  readonly onConflict: (path: string) => Promise<string>;
}

/** Brings the files of a project up to date with its state, some time after the journal. */
export class SnapshotWriter {
  #dirty = new Set<string>();
  /** Files that others have changed, and where our version of each is kept instead. */
  readonly #conflicts = new Map<string, string>();
  readonly #damaged: Set<string>;
  /** Folders that are known to be there and to stay. */
  readonly #folders = new Set<string>(['articles']);
  #stopped = false;
  /** Is told of each file written, and of how many that wait together. */
  onProgress: (done: number, total: number) => void = () => {};

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly options: WriterOptions,
  ) {
    this.#damaged = new Set(options.damaged);
  }

  /** The files of the project as they were last read or written here. */
  get seen(): ReadonlyMap<string, Seen> {
    return this.options.seen;
  }

  /** Is every file up to date, so that the journal is not needed to read the project? */
  get isClean(): boolean {
    return this.#dirty.size === 0 && this.#conflicts.size === 0;
  }

  /** Does any file wait to be written? */
  get isDirty(): boolean {
    return this.#dirty.size > 0;
  }

  /** Begins no more files: the folder is about to be given free, or is another's already. */
  stop(): void {
    this.#stopped = true;
  }

  /** Keeps more records that cannot be used, by the file they belong to, beside those that are kept there. */
  keepAside(more: ReadonlyMap<string, readonly SetAside[]>): void {
    for (const [path, records] of more) {
      const kept = this.options.setAside.get(path) ?? [];
      const fresh = records.filter(({ record }) => !kept.some((other) => sameValue(other.record, record)));
      if (fresh.length === 0 || !tableFile(path)) continue;
      this.options.setAside.set(path, [...kept, ...fresh]);
      this.mark([path]);
    }
  }

  /** Every record that cannot be used, with the file it is kept in. */
  get aside(): readonly { readonly path: string; readonly record: unknown }[] {
    return [...this.options.setAside].flatMap(([path, records]) =>
      records.map(({ record }) => ({ path, record })),
    );
  }

  /** No longer keeps these records aside: they are annotations again, and kept elsewhere as they were. */
  release(gone: ReadonlySet<unknown>): void {
    for (const [path, records] of this.options.setAside) {
      const kept = records.filter(({ record }) => !gone.has(record));
      if (kept.length === records.length) continue;
      if (kept.length > 0) this.options.setAside.set(path, kept);
      else this.options.setAside.delete(path);
      this.mark([path]);
    }
  }

  /** Says that files are out of date. */
  mark(paths: Iterable<string>): void {
    for (const path of paths) this.#dirty.add(path);
  }

  /**
   * Writes every file that is out of date as it is in this project, which holds the changes up to `sequence`.
   * Resolves when all are durable; what could not be written stays out of date, and the first error is thrown.
   */
  async round(project: Project, sequence: number): Promise<void> {
    const paths = [...this.#dirty];
    const open = new Set(paths);
    const done: string[] = [];
    const folders = new Set<string>();
    this.#dirty = new Set();
    try {
      await forEachBounded(paths, AT_ONCE, async (path) => {
        await this.#write(tableFile(path)!, { project, sequence }, folders);
        open.delete(path);
        this.onProgress(done.push(path), paths.length);
      });
      for (const folder of folders) await syncFolder(this.disk, join(this.folder, folder));
      for (const folder of folders) this.#folders.add(folder);
    } catch (error) {
      this.mark(open);
      this.mark(done);
      throw error;
    }
  }

  /**
   * Finds the files that another program has changed since they were read or written here. Each is left alone
   * from then on, and ours is out of date until it is written beside it.
   */
  async look(): Promise<void> {
    await forEachBounded([...this.options.seen.keys()], LOOKS_AT_ONCE, async (path) => {
      if (!this.#stopped && (await this.#yielded(path))) this.mark([path]);
    });
  }

  /** Has the file just been found changed by another program? */
  async #yielded(path: string): Promise<boolean> {
    if (this.#conflicts.has(path) || !(await this.#changedByOthers(path))) return false;
    this.#conflicts.set(path, await this.options.onConflict(path));
    return true;
  }

  async #write(
    file: TableFile,
    state: { readonly project: Project; readonly sequence: number },
    folders: Set<string>,
  ): Promise<void> {
    if (this.#stopped) throw new Refusal('closed', 'The project is closed.');
    const { path } = file;
    await this.#yielded(path);
    const target = this.#conflicts.get(path) ?? path;
    const data = dataOf(state.project, file, this.options.setAside.get(path) ?? []);
    await this.#prepareFolder(dirname(path), folders);
    if (data === null) {
      await this.#remove(target);
      return;
    }
    const how = { keepPrevious: target === path && !this.#damaged.has(path), syncFolder: false };
    const adapter = new DurableJson(this.disk, join(this.folder, target), formatOf(file.kind), asIs, how);
    const seen = await writeStored(adapter, { sequence: state.sequence, data });
    if (target === path) this.options.seen.set(path, seen);
    this.#damaged.delete(path);
  }

  /** The copy before first: a moment in which only the `.bak` is there would look like a vanished file. */
  async #remove(path: string): Promise<void> {
    for (const name of [`${path}.bak`, path]) {
      await this.disk.remove(join(this.folder, name)).catch((error) => {
        if (!isMissing(error)) throw error;
      });
    }
    this.options.seen.delete(path);
  }

  /** A file whose date alone has changed (a copy put back, a sync service) is not a conflict. */
  async #changedByOthers(path: string): Promise<boolean> {
    const full = join(this.folder, path);
    const stamp = await stampOf(this.disk, full);
    if (!stamp) return false;
    const seen = this.options.seen.get(path);
    // One whose bytes the disk did not give was never seen either; it is made anew, and is nobody's.
    if (!seen) return !this.#damaged.has(path);
    const { size, modified, number } = seen.stamp;
    if (stamp.size === size && stamp.modified === modified && stamp.number === number) return false;
    return !holdsExactly((await readWhole(this.disk, full)).bytes, seen.checksum);
  }

  async #prepareFolder(folder: string, folders: Set<string>): Promise<void> {
    folders.add(folder === '.' ? '' : folder);
    if (folder === '.' || this.#folders.has(folder)) return;
    await this.disk.makeFolder(join(this.folder, folder));
    folders.add(dirname(folder));
  }
}
