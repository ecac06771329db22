import { manyTimes, oddWord } from './odd-values';
import type { Random } from './random';

/** Bytes of which readers of binary and text files make something of their own. */
const BYTES = [
  0, 1, 2, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x27, 0x2f, 0x3c, 0x3e, 0x5b, 0x7b, 0x7f, 0x80, 0xbf, 0xc0,
];
const MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xfe, 0, 0],
  [0, 0, 0xfe, 0xff],
];
const SEQUENCES = [
  ...MARKS,
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0x80],
  [0xf8, 0x88],
  [0x80],
];
const INTEGERS = [0, 1, 0x7f, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff];

/** Changes bytes without knowing what they mean. `other`: a file to take a piece of. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.int(bytes.length + 1);
  const length = random.chance(0.7) ? 1 + random.int(16) : random.int(bytes.length - at + 1);
  const piece = bytes.subarray(at, at + length);
  const put = (given: Uint8Array, instead = 0) =>
    Buffer.concat([bytes.subarray(0, at), given, bytes.subarray(at + instead)]);
  switch (random.int(12)) {
    case 0: {
      const copy = Buffer.from(bytes);
      for (let times = 1 + random.int(4); times > 0 && copy.length > 0; times--)
        copy[random.int(copy.length)]! ^= 1 << random.int(8);
      return copy;
    }
    case 1:
      return put(Buffer.from([random.chance(0.5) ? random.pick(BYTES) : random.int(256)]), 1);
    case 2:
      return put(Buffer.from(random.pick(SEQUENCES)));
    case 3:
      return put(new Uint8Array(), length);
    case 4:
      return put(piece);
    case 5:
      return bytes.subarray(0, at);
    case 6:
      return bytes.subarray(at);
    case 7:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(random.int(other.length + 1))]);
    case 8: {
      const from = random.int(other.length + 1);
      return put(other.subarray(from, from + length), random.chance(0.5) ? length : 0);
    }
    case 9: {
      const copy = Buffer.from(bytes);
      const value = random.pick(INTEGERS);
      if (at + 4 > copy.length) return copy;
      if (random.chance(0.3)) copy.writeUInt16LE(value & 0xffff, at);
      else if (random.chance(0.5)) copy.writeUInt32LE(value, at);
      else copy.writeUInt32BE(value, at);
      return copy;
    }
    case 10:
      return put(
        Buffer.from(random.chance(0.5) ? manyTimes(random) : oddWord(random), 'utf8'),
        random.int(3),
      );
    default: {
      const to = random.int(bytes.length + 1);
      const rest = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
      return Buffer.concat([rest.subarray(0, to), piece, rest.subarray(to)]);
    }
  }
}
