import type { OpenProject } from '../shared/api';
import type { ProjectStore } from './store/project-store';
import type { OnRead } from './store/table-reading';

/** What opening needs of its window. */
export interface OpeningSurroundings {
  /** Opens the folder; stopped by what `onRead` throws. */
  readonly read: (folder: string, takeOver: boolean, onRead: OnRead) => Promise<ProjectStore>;
  /** What the page is told of it at first; `onTaken` is called when the page has all of the project. */
  readonly handOver: (store: ProjectStore, onTaken: () => Promise<void>) => OpenProject;
  /** The page shall not get more of what it is being handed. */
  readonly forget: (list: string) => void;
  /** Puts it in the place of the project that is open until then. */
  readonly take: (store: ProjectStore) => Promise<void>;
  readonly onProgress: OnRead;
}

/** A project on its way into the window. */
interface Coming {
  readonly folder: string;
  readonly stop: AbortController;
  /** Its reading, and what came of it. */
  readonly read: Promise<{ readonly store: ProjectStore; readonly open: OpenProject } | null>;
}

/**
 * How a project comes into a window: it is read from its folder, handed to the page in portions, and only then takes
 * the place of the one that is open. Until then it can be cancelled, and all is as it was.
 */
export class Opening {
  #coming: Coming | null = null;

  constructor(private readonly around: OpeningSurroundings) {}

  /** Resolves when the project is read, and the page may ask for it; null when it was cancelled. Throws as reading does. */
  async open(folder: string, takeOver: boolean): Promise<OpenProject | null> {
    await this.cancel();
    const stop = new AbortController();
    const coming: Coming = { folder, stop, read: this.#read(folder, takeOver, stop.signal, () => coming) };
    this.#coming = coming;
    try {
      return (await coming.read)?.open ?? null;
    } catch (error) {
      if (stop.signal.aborted) return null;
      if (this.#coming === coming) this.#coming = null;
      throw error;
    }
  }

  /** Stops what is being opened; false when there was nothing to stop. Resolves when its folder is free again. */
  async cancel(): Promise<boolean> {
    const coming = this.#coming;
    if (!coming) return false;
    this.#coming = null;
    coming.stop.abort();
    const read = await coming.read.catch(() => null);
    if (!read) return true;
    this.around.forget(read.open.rows.list);
    await read.store.close();
    return true;
  }

  /**
   * The page that wanted it has gone. What is read already is shown to the one that follows; the folder of what is
   * not, to be opened again, or null.
   */
  async leave(): Promise<string | null> {
    const coming = this.#coming;
    if (!coming) return null;
    coming.stop.abort();
    const read = await coming.read.catch(() => null);
    if (read) await this.#take(coming, read.store);
    else if (this.#coming === coming) this.#coming = null;
    return read ? null : coming.folder;
  }

  async #read(folder: string, takeOver: boolean, stop: AbortSignal, coming: () => Coming) {
    const store = await this.around.read(folder, takeOver, (read) => {
      stop.throwIfAborted();
      this.around.onProgress(read);
    });
    if (!stop.aborted) return { store, open: this.around.handOver(store, () => this.#take(coming(), store)) };
    await store.close();
    return null;
  }

  async #take(coming: Coming, store: ProjectStore): Promise<void> {
    if (this.#coming !== coming) return;
    this.#coming = null;
    await this.around.take(store);
  }
}
