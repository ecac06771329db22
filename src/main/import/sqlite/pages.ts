import { damaged } from '../../../core/import/problem';

/** The file format is described at sqlite.org/fileformat2.html; numbers are big-endian, pages count from 1. */
const MAGIC = 'SQLite format 3\0';

/** Are these the bytes of a SQLite database? */
export function isSqlite(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).toString('latin1') === MAGIC;
}

/** The pages of a database. Every page is given out once: one that is part of two things, or of itself, is a fault. */
export class Pages {
  readonly #buffer: Buffer;
  readonly #size: number;
  readonly #given = new Set<number>();
  /** Bytes of a page that hold content. */
  readonly usable: number;
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';

  /** Throws a Refusal when the header is none. */
  constructor(bytes: Uint8Array) {
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (!isSqlite(bytes) || bytes.length < 512) throw damaged('it is no database');
    const size = this.#buffer.readUInt16BE(16);
    this.#size = size === 1 ? 65_536 : size;
    const isPower = (this.#size & (this.#size - 1)) === 0;
    if (this.#size < 512 || !isPower) throw damaged(`its pages are said to be of ${this.#size} bytes`);
    this.usable = this.#size - this.#buffer[20]!;
    if (this.usable < 480) throw damaged('its pages have no room for content');
    // How long it is, if that was kept up to date by all who wrote to it.
    const isSaid = this.#buffer.readUInt32BE(24) === this.#buffer.readUInt32BE(92);
    if (isSaid && this.#buffer.readUInt32BE(28) * this.#size > bytes.length) throw damaged('it is cut off');
    // A database without a table says 0.
    const encodings = ['utf8', 'utf8', 'utf16le', 'utf16be'] as const;
    this.encoding = encodings[this.#buffer.readUInt32BE(56)] ?? 'utf8';
  }

  /** The bytes of a page. Throws a Refusal when there is no such page, or when it was given out before. */
  take(number: number): Buffer {
    const start = (number - 1) * this.#size;
    if (number < 1 || start + this.#size > this.#buffer.length)
      throw damaged(`its page ${number} is missing`);
    if (this.#given.has(number)) throw damaged(`its page ${number} is used twice`);
    this.#given.add(number);
    return this.#buffer.subarray(start, start + this.#size);
  }
}
