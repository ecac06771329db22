import { damaged } from '../../../core/import/problem';
import type { Pages } from './pages';
import { count, varint } from './record';

/** A row of a table as it is stored. */
export interface StoredRow {
  readonly id: number;
  readonly payload: Buffer;
}

const INTERIOR = 0x05;
const LEAF = 0x0d;

/** Is the page the root of a table of rows with numbers? Tables without are stored as an index is. */
export function isTable(page: Buffer, isFirst: boolean): boolean {
  const kind = page[isFirst ? 100 : 0];
  return kind === INTERIOR || kind === LEAF;
}

/** The rows of the table whose tree begins at page `root`, in their order. Throws a Refusal for whatever is damaged. */
export function* rowsOf(pages: Pages, root: number): Generator<StoredRow> {
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const page = pages.take(number);
    const start = number === 1 ? 100 : 0; // the first page begins with the header of the file
    if (!isTable(page, number === 1)) throw damaged(`its page ${number} is none of a table`);
    const isLeaf = page[start] === LEAF;
    const cells = page.readUInt16BE(start + 3);
    const pointers = start + (isLeaf ? 8 : 12);
    if (pointers + 2 * cells > pages.usable) throw damaged(`its page ${number} overflows`);
    const places = Array.from({ length: cells }, (_, at) => page.readUInt16BE(pointers + 2 * at));
    if (places.some((place) => place + 4 > pages.usable))
      throw damaged(`its page ${number} points outside itself`);
    if (isLeaf) yield* leafRows(pages, page, places);
    else {
      waiting.push(page.readUInt32BE(start + 8));
      for (const place of places.reverse()) waiting.push(page.readUInt32BE(place));
    }
  }
}

function* leafRows(pages: Pages, page: Buffer, places: readonly number[]): Generator<StoredRow> {
  let sum = 0;
  for (const place of places) {
    const size = count(page, place, Number.MAX_SAFE_INTEGER);
    const id = varint(page, size.next);
    const local = localSize(size.value, pages.usable);
    const end = id.next + local;
    sum += local;
    // Rows that share their bytes could make much of little.
    const needed = local === size.value ? end : end + 4;
    if (needed > pages.usable || sum > pages.usable) throw damaged('a row in it runs over its page');
    const first = page.subarray(id.next, end);
    const payload =
      local === size.value ? first : withOverflow(pages, first, size.value, page.readUInt32BE(end));
    yield { id: Number(id.value), payload };
  }
}

/** How much of a row of `size` bytes is in its own page. */
function localSize(size: number, usable: number): number {
  if (size <= usable - 35) return size;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const most = least + ((size - least) % (usable - 4));
  return most <= usable - 35 ? most : least;
}

/** A long row goes on in pages of its own, each of which names the next. */
function withOverflow(pages: Pages, first: Buffer, size: number, next: number): Buffer {
  const parts = [first];
  let left = size - first.length;
  for (let number = next; left > 0; ) {
    const page = pages.take(number);
    const part = page.subarray(4, Math.min(pages.usable, 4 + left));
    parts.push(part);
    left -= part.length;
    number = page.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}
