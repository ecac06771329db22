import { basename, dirname } from 'node:path';
import type { Disk, FolderEntry, OpenFile, Stamp } from './disk';

/** A file's bytes as programs see them, and as the disk itself has them. */
interface Node {
  readonly number: number;
  now: Buffer;
  /** Null while nothing of it was ever synced. */
  durable: Buffer | null;
  modified: number;
}

/** A folder's names as programs see them, and as the disk itself has them. */
interface Folder {
  readonly now: Map<string, Node | Folder>;
  durable: Map<string, Node | Folder>;
}

/** What a power cut leaves of what was not synced: asked anew for every name, every file, every sector. */
export interface Luck {
  /** Is a change of a name there that the folder's sync had not made durable? Asked for each name by itself. */
  names(): boolean;
  /** Of the bytes written since the last sync, this share is there, 0 to 1; the rest of the file is missing. */
  bytes(): number;
  /** Instead of `bytes`: each sector by itself, those after it may have reached the disk and those before it not. */
  readonly sectors?: {
    /** Did the file's new length reach the disk? */
    length(): boolean;
    written(): boolean;
  };
}

/** What a disk writes in one piece, in bytes. */
const SECTOR = 512;

/**
 * A disk in memory that promises no more than a real one: bytes are kept for certain once their file was
 * synced, and names once their folder was. `cut` is the disk as the next start of the computer finds it.
 */
export class MemoryDisk implements Disk {
  #clock = 1;
  #numbers = 1;

  constructor(private readonly root: Folder = newFolder()) {}

  /** A disk with what a power cut would leave now. */
  cut(luck: Luck): MemoryDisk {
    const keepFolder = ({ now, durable }: Folder): Folder => {
      const names = new Map<string, Node | Folder>();
      for (const name of new Set([...durable.keys(), ...now.keys()])) {
        const same = now.get(name) === durable.get(name);
        const node = (same || luck.names() ? now : durable).get(name);
        if (node) names.set(name, keep(node));
      }
      return { now: new Map(names), durable: names };
    };
    const keep = (node: Node | Folder): Node | Folder => {
      if (!('number' in node)) return keepFolder(node);
      const left = (luck.sectors ? bySector : fromTheStart)(node, luck);
      return { ...node, now: Buffer.from(left), durable: Buffer.from(left) };
    };
    const next = new MemoryDisk(keepFolder(this.root));
    next.#clock = this.#clock + 1;
    next.#numbers = this.#numbers + 1000;
    return next;
  }

  async open(path: string, flags: 'r' | 'r+' | 'wx+'): Promise<OpenFile> {
    const folder = this.#folder(dirname(path));
    let found = path === '/' ? this.root : folder.now.get(basename(path));
    if (flags === 'wx+') {
      if (found) throw failure('EEXIST', path);
      found = { number: ++this.#numbers, now: Buffer.alloc(0), durable: null, modified: ++this.#clock };
      folder.now.set(basename(path), found);
    }
    if (!found) throw failure('ENOENT', path);
    return 'number' in found ? this.#file(found) : folderFile(found);
  }

  async rename(from: string, to: string): Promise<void> {
    this.#folder(dirname(to)).now.set(basename(to), this.#node(from));
    this.#folder(dirname(from)).now.delete(basename(from));
  }

  async link(from: string, to: string): Promise<void> {
    const folder = this.#folder(dirname(to));
    if (folder.now.has(basename(to))) throw failure('EEXIST', to);
    folder.now.set(basename(to), this.#node(from));
  }

  async remove(path: string): Promise<void> {
    this.#node(path);
    this.#folder(dirname(path)).now.delete(basename(path));
  }

  async makeFolder(path: string): Promise<void> {
    let folder = this.root;
    for (const name of path.split('/').filter(Boolean)) {
      const next = folder.now.get(name) ?? newFolder();
      if ('number' in next) throw failure('EEXIST', path);
      folder.now.set(name, next);
      folder = next;
    }
  }

  async removeFolder(path: string): Promise<void> {
    if (this.#folder(path).now.size > 0) throw failure('ENOTEMPTY', path);
    this.#folder(dirname(path)).now.delete(basename(path));
  }

  async list(path: string): Promise<readonly FolderEntry[]> {
    return [...this.#folder(path).now].map(([name, node]) => ({
      name,
      kind: 'number' in node ? 'file' : 'folder',
    }));
  }

  async stat(path: string): Promise<Stamp> {
    return stampOf(this.#node(path));
  }

  #folder(path: string): Folder {
    let folder: Node | Folder | undefined = this.root;
    for (const name of path.split('/').filter(Boolean)) {
      folder = 'number' in folder ? undefined : folder.now.get(name);
      if (!folder) throw failure('ENOENT', path);
    }
    if ('number' in folder) throw failure('ENOTDIR', path);
    return folder;
  }

  #node(path: string): Node {
    const node = this.#folder(dirname(path)).now.get(basename(path));
    if (!node || !('number' in node)) throw failure('ENOENT', path);
    return node;
  }

  #file(node: Node): OpenFile {
    const sync = async () => {
      node.durable = Buffer.from(node.now);
    };
    return {
      write: async (bytes, position) => {
        const next = Buffer.alloc(Math.max(node.now.length, position + bytes.length));
        node.now.copy(next);
        next.set(bytes, position);
        node.now = next;
        node.modified = ++this.#clock;
        return bytes.length;
      },
      read: async (into, position) => node.now.copy(into, 0, position),
      datasync: sync,
      sync,
      truncate: async (length) => {
        node.now = node.now.subarray(0, length);
        node.modified = ++this.#clock;
      },
      stat: async () => stampOf(node),
      close: async () => {},
    };
  }
}

/** Bytes reached the disk in the order written, up to some point. */
function fromTheStart({ now, durable }: Node, luck: Luck): Buffer {
  const same = durable === null ? 0 : commonStart(now, durable);
  const more = same + Math.floor((now.length - same) * luck.bytes());
  // A file that was only cut may have its old length; one that was never synced may be empty.
  return durable && same === now.length ? durable : now.subarray(0, more);
}

/** Each sector is as it was or as it was written; where the length had not reached the disk there are zeros. */
function bySector({ now, durable }: Node, luck: Luck): Buffer {
  const before = durable ?? Buffer.alloc(0);
  const left = Buffer.alloc(luck.sectors!.length() ? now.length : before.length);
  for (let from = 0; from < left.length; from += SECTOR) {
    const [old, fresh] = [before, now].map((bytes) => bytes.subarray(from, from + SECTOR));
    (old!.equals(fresh!) || luck.sectors!.written() ? fresh! : old!).copy(left, from);
  }
  return left;
}

function folderFile(folder: Folder): OpenFile {
  const refuse = async () => {
    throw failure('EISDIR', '');
  };
  const sync = async () => {
    folder.durable = new Map(folder.now);
  };
  return {
    write: refuse,
    read: refuse,
    truncate: refuse,
    stat: refuse,
    datasync: sync,
    sync,
    close: async () => {},
  };
}

function newFolder(): Folder {
  return { now: new Map(), durable: new Map() };
}

function stampOf({ now, modified, number }: Node): Stamp {
  return { size: now.length, modified, number };
}

function commonStart(a: Buffer, b: Buffer): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code });
}
