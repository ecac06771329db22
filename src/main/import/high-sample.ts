/** chardet counts the bytes it is given; more only takes longer. */
const ENOUGH = 128 * 1024;
/** Bytes kept on either side of a byte that is not ASCII, so that words stay words. */
const AROUND = 40;

/**
 * The parts of a file that tell encodings apart: the bytes beyond ASCII with what stands around them. The
 * first such byte of a long English text may come after megabytes.
 */
export function highSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= ENOUGH) return bytes;
  const parts: Uint8Array[] = [];
  let length = 0;
  for (let index = 0; index < bytes.length && length < ENOUGH; index++) {
    if (bytes[index]! < 0x80) continue;
    const from = Math.max(0, index - AROUND);
    let to = index + 1;
    while (to < bytes.length && to - index < 4096 && hasHigh(bytes, to, to + AROUND)) to += AROUND;
    const part = bytes.subarray(from, Math.min(bytes.length, to + AROUND));
    parts.push(part);
    length += part.length;
    index = to + AROUND;
  }
  return Buffer.concat(parts);
}

function hasHigh(bytes: Uint8Array, from: number, to: number): boolean {
  for (let index = from; index < to && index < bytes.length; index++) if (bytes[index]! >= 0x80) return true;
  return false;
}
