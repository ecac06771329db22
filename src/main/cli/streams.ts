import { once } from 'node:events';
import { createInterface } from 'node:readline';

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

/** An error as one line. */
export function sayError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
