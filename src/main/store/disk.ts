import * as fs from 'node:fs';
import { promisify } from 'node:util';
import type { ManyFiles } from './many-files';

/** What tells one state of a file from another without reading it. */
export interface Stamp {
  readonly size: number;
  /** Time of the last change, in milliseconds with a fraction. */
  readonly modified: number;
  /** The file's number on its disk: a file put in another's place has another one. */
  readonly number: number;
}

/** An open file. Every call may fail with the system's error code (`ENOSPC`, `EIO`, …) in `code`. */
export interface OpenFile {
  /** Writes some of the bytes, perhaps not all of them, and says how many: use writeAll. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Reads into the buffer, perhaps not filling it, and says how many bytes came; 0 at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Resolves when the bytes, and what is needed to find them, are on the disk. */
  datasync(): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  stat(): Promise<Stamp>;
  close(): Promise<void>;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/**
 * Every operation that the store does to a disk, and no other: whoever wraps this object sees, counts, delays
 * or fails all of them. Nothing in the store reaches for `node:fs` past it.
 */
export interface Disk {
  /** `r` read, `r+` read and write, `wx+` make a new file (refused with EEXIST) to write and read. */
  open(path: string, flags: 'r' | 'r+' | 'wx+'): Promise<OpenFile>;
  /** Puts `from` in the place of `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Gives the file a second name; refused with EEXIST when that name is taken. */
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes the folder and those above it; one that is there already is no error. */
  makeFolder(path: string): Promise<void>;
  /** Removes a folder that is empty. */
  removeFolder(path: string): Promise<void>;
  list(folder: string): Promise<readonly FolderEntry[]>;
  stat(path: string): Promise<Stamp>;
  /** Threads that read many files faster than one call after the other does; absent where there are none. */
  readonly many?: () => ManyFiles;
}

// Descriptors and callbacks rather than `fs.promises`: opening ten thousand files is a third faster.
const open = promisify(fs.open);
const write = promisify(fs.write);
const read = promisify(fs.read);
const fdatasync = promisify(fs.fdatasync);
const fsync = promisify(fs.fsync);
const ftruncate = promisify(fs.ftruncate);
const fstat = promisify(fs.fstat);
const close = promisify(fs.close);
const mkdir = promisify(fs.mkdir);
const readdir = promisify(fs.readdir);
const stat = promisify(fs.stat);

/** The real disk. */
export const realDisk: Disk = {
  open: async (path, flags) => openFile(await open(path, flags)),
  rename: promisify(fs.rename),
  link: promisify(fs.link),
  remove: promisify(fs.unlink),
  makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  removeFolder: promisify(fs.rmdir),
  list: async (folder) =>
    (await readdir(folder, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other',
    })),
  stat: async (path) => stampOf(await stat(path)),
};

function openFile(descriptor: number): OpenFile {
  return {
    write: async (bytes, position) =>
      (await write(descriptor, bytes, 0, bytes.byteLength, position)).bytesWritten,
    read: async (into, position) => (await read(descriptor, into, 0, into.byteLength, position)).bytesRead,
    datasync: () => fdatasync(descriptor),
    sync: () => fsync(descriptor),
    truncate: (length) => ftruncate(descriptor, length),
    stat: async () => stampOf(await fstat(descriptor)),
    close: () => close(descriptor),
  };
}

function stampOf(stats: fs.Stats): Stamp {
  return { size: stats.size, modified: stats.mtimeMs, number: stats.ino };
}
