import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import { SCHEMA } from '../../core/project/model';
import { InvalidError } from '../../core/project/validate';
import { DamagedFile } from './damage';
import type { Disk, Stamp } from './disk';
import { codeOf, isMissing } from './disk-errors';
import type { Stored } from './envelope';
import { checksumOf, seal, unseal } from './envelope';
import { readWhole } from './file-bytes';
import type { FileRead } from './many-files';
import type { Replacing } from './whole-file';
import { replaceDurably } from './whole-file';

/** What a file was when it was last read or written here: how a change by others is noticed. */
export interface Seen {
  readonly stamp: Stamp;
  readonly checksum: string;
  /** The number of the last change that is in it; -1 when it could not be read. */
  readonly sequence: number;
  /** The schema it was written in; 0 when it could not be read. */
  readonly schema: number;
}

/**
 * Our lowdb adapter. lowdb's own ones never sync (30 of 30 simulated power cuts lost acknowledged writes)
 * and take a damaged file for an empty one. This one writes through `replaceDurably`, and reading it gives
 * `null` for a missing file only: anything else that is not as it was written throws DamagedFile, and what a
 * later version wrote throws NewerSchema.
 */
export class DurableJson<Data> implements Adapter<Stored<Data>> {
  /** The file as last read or written through this adapter. */
  seen: Seen | null = null;

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly format: string,
    /** Checks the shape of the data; what it throws is damage. */
    private readonly parse: (data: unknown) => Data,
    private readonly how: Replacing = { keepPrevious: true, syncFolder: true },
    /** Gives the file's bytes, where somebody has read them already; rejects as the disk does. */
    private readonly bytes: () => Promise<FileRead> = () => readWhole(disk, path),
  ) {}

  async read(): Promise<Stored<Data> | null> {
    const found = await this.#bytes();
    if (!found) return null;
    this.seen = { stamp: found.stamp, checksum: checksumOf(found.bytes), sequence: -1, schema: 0 };
    const { schema, sequence, data } = unseal(this.path, this.format, found.bytes, found);
    this.seen = { ...this.seen, sequence, schema };
    try {
      return { sequence, data: this.parse(data) };
    } catch (error) {
      throw new DamagedFile(this.path, sayShape(error));
    }
  }

  async write(stored: Stored<Data>): Promise<void> {
    let checksum = '';
    const blocks = watching(seal(this.format, stored), (last) => {
      checksum = checksumOf(last);
    });
    const stamp = await replaceDurably(this.disk, this.path, blocks, this.how);
    this.seen = { stamp, checksum, sequence: stored.sequence, schema: SCHEMA };
  }

  async #bytes(): Promise<FileRead | null> {
    try {
      return await this.bytes();
    } catch (error) {
      if (isMissing(error)) return null;
      // What a bad sector gives: the file is there and its bytes are not.
      if (codeOf(error) === 'EIO') throw new DamagedFile(this.path, 'cannot be read from the disk', true);
      throw error;
    }
  }
}

/** What is wrong with the shape, or where: a checker's own words ("expected object") are not for people. */
function sayShape(error: unknown): string {
  const invalid = error instanceof InvalidError;
  const why = invalid ? error.path.join(' › ') : error instanceof TypeError ? '' : (error as Error).message;
  return `is not of the right shape${why === '' ? '' : ` (${why})`}`;
}

function* watching(blocks: Iterable<Uint8Array>, look: (block: Uint8Array) => void): Generator<Uint8Array> {
  for (const block of blocks) {
    look(block);
    yield block;
  }
}

/** For data that is only written, or is checked elsewhere. */
export function asIs(data: unknown): unknown {
  return data;
}

const MISSING = { sequence: -1, data: null } as const;

/** Reads through lowdb: the file's content, or null when there is no file. Throws as the adapter does. */
export async function readStored<Data>(adapter: DurableJson<Data>): Promise<Stored<Data> | null> {
  const low = new Low<Stored<Data | null>>(adapter as Adapter<Stored<Data | null>>, MISSING);
  await low.read();
  return low.data === MISSING ? null : (low.data as Stored<Data>);
}

/** Writes through lowdb; resolves with what the file is now, when it is on the disk. */
export async function writeStored<Data>(adapter: DurableJson<Data>, stored: Stored<Data>): Promise<Seen> {
  await new Low(adapter, stored).write();
  return adapter.seen!;
}
