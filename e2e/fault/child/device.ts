import { spawnSync } from 'node:child_process';
import { openSync, read as readFile, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { seeded } from '../seeded';
import { Blocks } from './blocks';

/**
 * A disk whose power can be cut: a file system of one file, `disk`, spoken to the kernel through /dev/fuse. A loop
 * device on that file gives it every write and every flush in the order a real disk would get them, so no kernel
 * module is needed (dm-log-writes does the same, where a kernel has it). The protocol is linux/fuse.h, 7.31.
 *
 * argv: the image to begin with, and the folder to mount on. Prints "ready"; then each line of stdin, `{path, kept,
 * seed, unsure}`, makes an image of what a power cut leaves as soon as so many writes are not flushed (or after
 * 300 ms), and is answered by `{at, writes, flushes, lost}`, `at` being the time on the system's steady clock (ns).
 */
const [image, folder] = process.argv.slice(2) as [string, string];
const blocks = Blocks.from(image);

const [LOOKUP, FORGET, GETATTR, SETATTR, OPEN, READ, WRITE] = [1, 2, 3, 4, 14, 15, 16] as const;
const [STATFS, RELEASE, FSYNC, FLUSH, INIT, OPENDIR] = [17, 18, 20, 25, 26, 27] as const;
const [RELEASEDIR, INTERRUPT, BATCH_FORGET] = [29, 36, 42] as const;
const [ENOENT, ENOSYS] = [2, 38] as const;
const [ROOT, DISK] = [1, 2] as const;
const LARGEST_WRITE = 1 << 20;
const HEADER = 40;

interface Order {
  readonly path: string;
  readonly kept: number;
  readonly seed: number;
  readonly unsure: number;
}
let ordered: Order | null = null;
let patience: NodeJS.Timeout | undefined;

const channel = openSync('/dev/fuse', 'r+');
const mounting = spawnSync(
  'mount',
  ['-i', '-t', 'fuse', '-o', 'fd=3,rootmode=40000,user_id=0,group_id=0,allow_other', 'cuttable', folder],
  { stdio: ['ignore', 'ignore', 'inherit', channel] },
);
if (mounting.status !== 0) throw new Error(`mount -t fuse ended with ${mounting.status}`);
process.stdout.write('ready\n');

createInterface({ input: process.stdin })
  .on('line', (line) => {
    ordered = JSON.parse(line) as Order;
    clearTimeout(patience);
    patience = setTimeout(cut, 300);
    cutIfDue();
  })
  .on('close', () => process.exit());

const read = promisify(readFile);
const request = Buffer.alloc(LARGEST_WRITE + 4096);
for (;;) {
  let length: number;
  try {
    length = (await read(channel, request, 0, request.length, null)).bytesRead;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENODEV') process.exit(); // unmounted
    if (code === 'ENOENT' || code === 'EINTR' || code === 'EAGAIN') continue;
    throw error;
  }
  const message = request.subarray(0, length);
  const answer = answerTo(message);
  if (answer !== null) reply(message, answer);
}

function cutIfDue(): void {
  if (ordered && blocks.unsure >= ordered.unsure) cut();
}

function cut(): void {
  if (!ordered) return;
  const { path, kept, seed } = ordered;
  ordered = null;
  const at = String(process.hrtime.bigint());
  const { writes, flushes } = blocks;
  const lost = blocks.cut(path, { kept, next: seeded(seed) });
  process.stdout.write(`${JSON.stringify({ at, writes, flushes, lost })}\n`);
}

/** The data of an answer, the number of an error, or null where none is expected. */
function answerTo(message: Buffer): Buffer | number | null {
  const body = message.subarray(HEADER);
  const node = Number(message.readBigUInt64LE(16));
  switch (message.readUInt32LE(4)) {
    case FORGET:
    case BATCH_FORGET:
    case INTERRUPT:
      return null;
    case INIT:
      return init(body);
    case LOOKUP: {
      const name = body.subarray(0, body.indexOf(0)).toString();
      return node === ROOT && name === 'disk' ? entry() : ENOENT;
    }
    case GETATTR:
    case SETATTR:
      return Buffer.concat([Buffer.alloc(16), attributes(node)]);
    case OPEN: {
      const opened = Buffer.alloc(16);
      opened.writeUInt32LE(1, 8); // FOPEN_DIRECT_IO: nothing is kept on the way
      return opened;
    }
    case OPENDIR:
      return Buffer.alloc(16);
    case READ:
      return blocks.read(Number(body.readBigUInt64LE(8)), body.readUInt32LE(16));
    case WRITE: {
      const size = body.readUInt32LE(16);
      blocks.write(Number(body.readBigUInt64LE(8)), body.subarray(40, 40 + size));
      // Before the answer: whoever wrote it does not know yet that it was done.
      cutIfDue();
      const written = Buffer.alloc(8);
      written.writeUInt32LE(size, 0);
      return written;
    }
    case FSYNC:
      blocks.flush();
      return Buffer.alloc(0);
    case FLUSH: // close(2), which promises nothing
    case RELEASE:
    case RELEASEDIR:
      return Buffer.alloc(0);
    case STATFS:
      return Buffer.alloc(80);
    default:
      return ENOSYS;
  }
}

/** Answers with data, or with the number of an error. */
function reply(message: Buffer, what: Buffer | number): void {
  const data = typeof what === 'number' ? Buffer.alloc(0) : what;
  const head = Buffer.alloc(16);
  head.writeUInt32LE(16 + data.length, 0);
  head.writeInt32LE(typeof what === 'number' ? -what : 0, 4);
  message.copy(head, 8, 8, 16);
  try {
    writeSync(channel, Buffer.concat([head, data]));
  } catch (error) {
    // Whoever asked has gone meanwhile.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function init(asked: Buffer): Buffer {
  const [MAX_PAGES, BIG_WRITES] = [1 << 22, 1 << 5];
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(31, 4);
  out.writeUInt32LE(asked.readUInt32LE(8), 8);
  out.writeUInt32LE((asked.readUInt32LE(12) & (MAX_PAGES | BIG_WRITES)) >>> 0, 12);
  out.writeUInt16LE(16, 16);
  out.writeUInt16LE(12, 18);
  out.writeUInt32LE(LARGEST_WRITE, 20);
  out.writeUInt32LE(1, 24);
  out.writeUInt16LE(LARGEST_WRITE / 4096, 28);
  return out;
}

function attributes(node: number): Buffer {
  const out = Buffer.alloc(88);
  out.writeBigUInt64LE(BigInt(node), 0);
  out.writeBigUInt64LE(BigInt(node === DISK ? blocks.size : 0), 8);
  out.writeUInt32LE(node === DISK ? 0o100600 : 0o40700, 60);
  out.writeUInt32LE(1, 64);
  out.writeUInt32LE(4096, 80);
  return out;
}

function entry(): Buffer {
  const head = Buffer.alloc(40);
  head.writeBigUInt64LE(BigInt(DISK), 0);
  return Buffer.concat([head, attributes(DISK)]);
}
