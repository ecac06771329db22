import { createHash } from 'node:crypto';

/** What may have happened to a file, given its bytes. */
export const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  empty: () => Buffer.alloc(0),
  'zero-filled': (bytes) => Buffer.alloc(bytes.length),
  truncated: (bytes) => bytes.subarray(0, bytes.length >> 1),
  'with a byte order mark': (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  null: () => Buffer.from('null'),
  false: () => Buffer.from('false\n'),
  'of the wrong shape': (bytes) => withData(bytes, '{"wrong":"shape"}'),
  'with a flipped byte': (bytes) => {
    const changed = Buffer.from(bytes);
    changed[bytes.length >> 1]! ^= 4;
    return changed;
  },
  'with another checksum': (bytes) =>
    Buffer.from(bytes.toString().replace(/"sha256": ?"[0-9a-f]{8}/g, '"sha256": "00000000')),
  'nested a hundred thousand deep': (bytes) => withData(bytes, '['.repeat(1e5) + ']'.repeat(1e5)),
  'nested too deep by one': (bytes) => withData(bytes, '['.repeat(201) + ']'.repeat(201)),
  'the work of another program': () => Buffer.from('PK\u0003\u0004\u0000 not of ours \u00ff'),
};

/** The sealed file with other data and a checksum that is right; a file that is not sealed is that data. */
export function withData(bytes: Buffer, data: string): Uint8Array {
  const head = /^\{\n {2}"format": "[^"]*",\n {2}"schema": \d+,\n {2}"sequence": \d+,\n {2}"data": /.exec(
    bytes.toString(),
  );
  if (!head) return Buffer.from(data);
  const body = Buffer.from(`${head[0]}${data},\n`);
  const sum = createHash('sha256').update(body).digest('hex');
  return Buffer.concat([body, Buffer.from(`  "sha256": "${sum}"\n}\n`)]);
}
