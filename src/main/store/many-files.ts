import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Stamp } from './disk';

/** A file read to its end, and what was found out about its bytes on the way. */
export interface FileRead {
  readonly bytes: Uint8Array;
  readonly stamp: Stamp;
  /** SHA-256 (hex) of all bytes but the last TAIL_LENGTH, as the seal of a file is made; absent: not known yet. */
  readonly digest?: string;
  /** Does it nest deeper than MAX_DEPTH? Absent: not known yet. */
  readonly deep?: boolean;
}

/** Reads many files in threads of their own. */
export interface ManyFiles {
  /** The files in the order asked for, or what the system said of one; rejects when the threads cannot be used. */
  read(paths: readonly string[]): Promise<readonly (FileRead | Error)[]>;
  /** How many questions keep all threads busy. */
  readonly atOnce: number;
  end(): void;
}

/** What a thread answers: one stretch of bytes for all files, and where each lies in it. */
export interface ManyRead {
  readonly bytes: ArrayBuffer;
  readonly files: readonly (
    | {
        readonly at: number;
        readonly length: number;
        readonly stamp: Stamp;
        readonly digest: string;
        readonly deep: boolean;
      }
    | { readonly code: string | undefined; readonly message: string }
  )[];
}

/** One thread for each processor but that of whoever makes objects of what they read; more than these do not help. */
const MOST_THREADS = 3;

/** The threads that read files, started at once. The caller ends them. */
export function manyFiles(entry = join(import.meta.dirname, 'read-thread.js')): ManyFiles {
  const count = Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1));
  const threads = Array.from({ length: count }, () => new Thread(entry));
  let turn = 0;
  return {
    atOnce: 2 * count,
    read: (paths) => threads[turn++ % count]!.read(paths),
    end() {
      for (const thread of threads) thread.end();
    },
  };
}

/** What a thread answered, file by file. */
export function unpacked({ bytes, files }: ManyRead): readonly (FileRead | Error)[] {
  return files.map((file) => {
    if ('message' in file) return Object.assign(new Error(file.message), { code: file.code });
    const { at, length, ...known } = file;
    return { bytes: new Uint8Array(bytes, at, length), ...known };
  });
}

/** One thread; it answers in the order in which it was asked. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: { done: (read: ManyRead) => void; fail: (error: Error) => void }[] = [];
  #gone: Error | null = null;

  constructor(entry: string) {
    this.#worker = new Worker(entry);
    this.#worker.on('message', (read: ManyRead) => this.#waiting.shift()?.done(read));
    this.#worker.on('error', (error: Error) => this.#lost(error));
    this.#worker.on('exit', () => this.#lost(new Error('the reading thread has ended')));
  }

  async read(paths: readonly string[]): Promise<readonly (FileRead | Error)[]> {
    if (this.#gone) throw this.#gone;
    const read = await new Promise<ManyRead>((done, fail) => {
      this.#waiting.push({ done, fail });
      this.#worker.postMessage(paths);
    });
    return unpacked(read);
  }

  end(): void {
    void this.#worker.terminate();
  }

  #lost(error: Error): void {
    this.#gone ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#gone);
  }
}
