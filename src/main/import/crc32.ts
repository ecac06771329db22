const TABLE = new Uint32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  TABLE[byte] = rest;
}

/** The checksum that zips have of their files (CRC-32, ISO-HDLC), of blocks as they come. */
export class Crc32 {
  #rest = -1;

  add(block: Uint8Array): void {
    let rest = this.#rest;
    for (let at = 0; at < block.length; at++) rest = TABLE[(rest ^ block[at]!) & 0xff]! ^ (rest >>> 8);
    this.#rest = rest;
  }

  get value(): number {
    return ~this.#rest >>> 0;
  }
}
