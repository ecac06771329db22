import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { LossReport, Writing } from '../../core/formats/format';

/** Where a command reads and writes: the process's own streams, or a test's. */
export interface Streams {
  /** The lines of the input, without their ends. */
  readonly lines: () => AsyncIterable<string>;
  /** Everything of the input. */
  readonly all: () => Promise<string>;
  /** Writes to the output and waits while whoever reads it is slower. */
  readonly write: (text: string) => Promise<void>;
  /** One line to a person, beside the output. */
  readonly complain: (line: string) => void;
}

/** Called wrongly: the message says how. */
export class Misuse extends Error {}

/** The streams of this process. */
export function processStreams(): Streams {
  return {
    lines: () => createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }),
    async all() {
      const parts: Buffer[] = [];
      for await (const part of process.stdin) parts.push(part as Buffer);
      return Buffer.concat(parts).toString('utf8');
    },
    async write(text) {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    complain: (line) => void process.stderr.write(`${line}\n`),
  };
}

/** Writes the main file of an export to the output as it is made; the files beside it are left out. */
export async function mainFile(writing: Writing, streams: Streams): Promise<LossReport> {
  let main: string | undefined;
  for (;;) {
    const next = writing.next();
    if (next.done) return next.value;
    main ??= next.value.path;
    if (next.value.path === main) await streams.write(next.value.data);
  }
}

/** Does something that can be stopped from the keyboard (Ctrl C) and then clears up after itself. */
export async function stopping<Value>(task: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error('stopped; nothing was written'));
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await task(controller.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

/** An error as one line. */
export function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
