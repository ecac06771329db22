import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

const BLOCK = 4096;
/** A disk writes a sector whole or not at all; anything larger may be torn. */
const SECTOR = 512;
const EMPTY = Buffer.alloc(BLOCK);

interface Write {
  readonly at: number;
  readonly bytes: Buffer;
}

/** What a power cut does to the writes that the disk had not yet been told to make durable. */
export interface Luck {
  /** How likely a write is to be kept whole; of the others some are torn. */
  readonly kept: number;
  /** Numbers between 0 and 1. */
  readonly next: () => number;
}

/**
 * A disk with a cache that forgets: it has durable blocks, and the writes since the last flush in the order they
 * came. What is read holds both; what a power cut leaves is the durable blocks and any of those writes.
 */
export class Blocks {
  readonly #durable = new Map<number, Buffer>();
  readonly #current = new Map<number, Buffer>();
  #pending: Write[] = [];
  /** How many writes and flushes there were. */
  writes = 0;
  flushes = 0;

  private constructor(readonly size: number) {}

  /** The disk as an image file holds it. */
  static from(path: string): Blocks {
    const file = openSync(path, 'r');
    const disk = new Blocks(fstatSync(file).size);
    const piece = Buffer.alloc(1 << 20);
    for (let at = 0; at < disk.size; ) {
      const count = readSync(file, piece, 0, piece.length, at);
      if (count === 0) break;
      for (let from = 0; from < count; from += BLOCK) {
        const block = Buffer.from(piece.subarray(from, Math.min(from + BLOCK, count)));
        if (block.equals(EMPTY)) continue;
        disk.#durable.set((at + from) / BLOCK, block);
        disk.#current.set((at + from) / BLOCK, block);
      }
      at += count;
    }
    closeSync(file);
    return disk;
  }

  /** How many writes a power cut might lose now. */
  get unsure(): number {
    return this.#pending.length;
  }

  read(at: number, length: number): Buffer {
    const found = Buffer.alloc(Math.max(0, Math.min(length, this.size - at)));
    for (let done = 0; done < found.length; ) {
      const inside = (at + done) % BLOCK;
      const block = this.#current.get(Math.floor((at + done) / BLOCK)) ?? EMPTY;
      done += block.copy(found, done, inside);
    }
    return found;
  }

  write(at: number, bytes: Buffer): void {
    const write = { at, bytes: Buffer.from(bytes) };
    this.#pending.push(write);
    lay(this.#current, write);
    this.writes++;
  }

  /** From here on, all that was written before is there whatever happens. */
  flush(): void {
    for (const write of this.#pending) lay(this.#durable, write);
    this.#pending = [];
    this.flushes++;
  }

  /** Writes what a power cut at this moment might leave into an image file; how many writes were lost or torn. */
  cut(path: string, { kept, next }: Luck): number {
    const left = new Map(this.#durable);
    let lost = 0;
    for (const write of this.#pending) {
      if (next() < kept) {
        lay(left, write);
        continue;
      }
      lost++;
      if (next() < 0.7) continue;
      const sectors = Math.floor((write.bytes.length / SECTOR) * next());
      lay(left, { at: write.at, bytes: write.bytes.subarray(0, sectors * SECTOR) });
    }
    const file = openSync(path, 'w');
    ftruncateSync(file, this.size);
    for (const [number, block] of left) writeSync(file, block, 0, block.length, number * BLOCK);
    closeSync(file);
    return lost;
  }
}

function lay(blocks: Map<number, Buffer>, { at, bytes }: Write): void {
  for (let done = 0; done < bytes.length; ) {
    const number = Math.floor((at + done) / BLOCK);
    const inside = (at + done) % BLOCK;
    // Never in place: the same block may stand in the other map.
    const block = Buffer.from(blocks.get(number) ?? EMPTY);
    done += bytes.copy(block, inside, done, done + Math.min(bytes.length - done, BLOCK - inside));
    blocks.set(number, block);
  }
}
