import type { FileMetaData } from 'hyparquet';
import { parquetSchema } from 'hyparquet';
import { getMaxDefinitionLevel, getMaxRepetitionLevel, getTreePath } from 'hyparquet/src/schema.js';
import { deserializeTCompactProtocol, readVarInt } from 'hyparquet/src/thrift.js';

/** Unpacks a page of a codec to so many bytes. */
export type UnpackPage = (codec: string, input: Uint8Array, length: number) => Uint8Array;

/** What a column chunk is checked with. */
interface Chunk {
  readonly unpack: (input: Uint8Array, length: number) => Uint8Array;
  readonly widths: { readonly repetition: number; readonly definition: number };
  /** Values that it may still hold. */
  left: number;
}

const DATA = 0;
const DICTIONARY = 2;
const DATA_V2 = 3;
/** Encodings whose values are numbers of a dictionary. */
const BY_NUMBER: ReadonlySet<number> = new Set([2, 8]);

/**
 * Walks over the pages of a file before they are read: a few bytes may say that a value is repeated 2,000,000,000 times,
 * which the reader would believe. Throws an Error when a page or a run says more than its column holds.
 */
export function checkPages(file: ArrayBuffer, metadata: FileMetaData, unpack: UnpackPage): void {
  const tree = parquetSchema(metadata);
  for (const { columns } of metadata.row_groups) {
    for (const { meta_data: meta } of columns) {
      if (!meta) continue;
      const path = getTreePath(tree, meta.path_in_schema);
      const start = Number(meta.dictionary_page_offset || meta.data_page_offset);
      const bytes = new Uint8Array(file.slice(start, start + Number(meta.total_compressed_size)));
      checkChunk(bytes, {
        unpack: (input, length) => unpack(meta.codec, input, length),
        widths: {
          repetition: width(getMaxRepetitionLevel(path)),
          definition: width(getMaxDefinitionLevel(path)),
        },
        left: Number(meta.num_values),
      });
    }
  }
}

function checkChunk(bytes: Uint8Array, chunk: Chunk): void {
  const reader = { view: viewOf(bytes), offset: 0 };
  while (reader.offset < bytes.length - 1) {
    const head = deserializeTCompactProtocol(reader);
    const size = amount(head.field_3, bytes.length - reader.offset);
    const page = bytes.subarray(reader.offset, reader.offset + size);
    reader.offset += size;
    const unpacked = amount(head.field_2, Number.MAX_SAFE_INTEGER);
    if (head.field_1 === DATA) checkData(page, unpacked, head.field_5, chunk);
    else if (head.field_1 === DATA_V2) checkDataV2(page, unpacked, head.field_8, chunk);
    else if (head.field_1 === DICTIONARY) amount(head.field_7?.field_1, unpacked);
  }
}

type Head = Readonly<Record<`field_${number}`, unknown>> | undefined;

function checkData(page: Uint8Array, size: number, head: Head, chunk: Chunk): void {
  const values = amount(head?.field_1, chunk.left);
  chunk.left -= values;
  const view = viewOf(chunk.unpack(page, size));
  let offset = 0;
  for (const bits of [chunk.widths.repetition, chunk.widths.definition]) {
    if (bits === 0) continue;
    const length = amount(view.getUint32(offset, true), view.byteLength - offset - 4);
    checkRuns(view, offset + 4, bits, values);
    offset += 4 + length;
  }
  checkValues(view, offset, Number(head?.field_2), values);
}

function checkDataV2(page: Uint8Array, size: number, head: Head, chunk: Chunk): void {
  const values = amount(head?.field_1, chunk.left);
  chunk.left -= values;
  const present = values - amount(head?.field_2, values);
  const definitions = amount(head?.field_5, page.length);
  const repetitions = amount(head?.field_6, page.length - definitions);
  if (chunk.widths.repetition > 0) checkRuns(viewOf(page), 0, chunk.widths.repetition, values);
  if (chunk.widths.definition > 0) checkRuns(viewOf(page), repetitions, chunk.widths.definition, values);
  const rest = page.subarray(repetitions + definitions);
  const unpacked = amount(size - repetitions - definitions, size);
  const data = head?.field_7 === false ? rest : chunk.unpack(rest, unpacked);
  checkValues(viewOf(data), 0, Number(head?.field_4), present);
}

function checkValues(view: DataView, offset: number, encoding: number, values: number): void {
  if (!BY_NUMBER.has(encoding) || values === 0) return;
  const bits = amount(view.getUint8(offset), 32);
  if (bits > 0) checkRuns(view, offset + 1, bits, values);
}

/**
 * Runs of repeated and of packed values, as many as are wanted and no more. Packed ones take bytes for each, so that a
 * page holds no more than it can; DuckDB fills the last run up with them.
 */
function checkRuns(view: DataView, from: number, bits: number, values: number): void {
  const reader = { view, offset: from };
  for (let seen = 0; seen < values; ) {
    const head = readVarInt(reader);
    const isPacked = (head & 1) === 1;
    const count = isPacked ? (head >>> 1) * 8 : head >>> 1;
    const room = Math.floor(((view.byteLength - reader.offset) * 8) / bits);
    amount(count, isPacked ? Math.max(room, values - seen + 7) : values - seen);
    reader.offset += isPacked ? (count / 8) * bits : Math.ceil(bits / 8);
    seen += count;
  }
}

function amount(value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
  throw new Error(`a page says ${String(value)} where ${most} is the most`);
}

const width = (level: number) => 32 - Math.clz32(level);

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
