import { damaged } from '../../../core/import/problem';

/** What a cell of a table holds. Bytes that are no text are null: nothing that is read here is kept in them. */
export type SqlValue = string | number | null;

/** A number of 1 to 9 bytes, seven bits in each but the ninth; and where the next thing begins. */
export function varint(bytes: Buffer, at: number): { readonly value: bigint; readonly next: number } {
  let value = 0n;
  for (let index = 0; index < 9; index++) {
    const byte = bytes[at + index];
    if (byte === undefined) throw damaged('a number in it is cut off');
    if (index === 8) return { value: BigInt.asIntN(64, (value << 8n) | BigInt(byte)), next: at + 9 };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw damaged('a number in it is cut off');
}

/** A varint that counts something in the file. Throws a Refusal for more than `most`. */
export function count(
  bytes: Buffer,
  at: number,
  most: number,
): { readonly value: number; readonly next: number } {
  const { value, next } = varint(bytes, at);
  if (value < 0n || value > BigInt(most)) throw damaged('a length in it is impossible');
  return { value: Number(value), next };
}

/** The values of a record, in the order of the columns; fewer where columns were added later. */
export function readRecord(payload: Buffer, encoding: 'utf8' | 'utf16le' | 'utf16be'): readonly SqlValue[] {
  const header = count(payload, 0, payload.length);
  const values: SqlValue[] = [];
  let at = header.value;
  for (let place = header.next; place < header.value; ) {
    const { value: type, next } = varint(payload, place);
    place = next;
    const size = sizeOf(type);
    if (at + size > payload.length) throw damaged('a row in it is cut off');
    values.push(decoded(payload.subarray(at, at + size), Number(type), encoding));
    at += size;
  }
  return values;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function sizeOf(type: bigint): number {
  if (type < 0n || type > 0x7fff_ffffn) throw damaged('a value in it is impossible');
  if (type < 10n) return SIZES[Number(type)]!;
  if (type < 12n) throw damaged('a value in it is of an unknown type');
  return Math.floor((Number(type) - 12) / 2);
}

function decoded(bytes: Buffer, type: number, encoding: 'utf8' | 'utf16le' | 'utf16be'): SqlValue {
  if (type === 0) return null;
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  if (type === 6) return Number(bytes.readBigInt64BE());
  if (type === 7) return bytes.readDoubleBE();
  if (type < 10) return type - 8;
  if (type % 2 === 0) return null;
  if (encoding === 'utf16be')
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le');
  return bytes.toString(encoding);
}
