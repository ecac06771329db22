import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Interface } from 'node:readline';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { child } from './children';
import { isMounted, system } from './told';

/** A file system to be tried: what makes it, how it is mounted, and the least size it takes (MiB). */
export interface FileSystem {
  readonly name: string;
  readonly maker: string;
  readonly make: readonly string[];
  readonly options: string;
  readonly size: number;
}

/** What a cut left: an image, and how much of what was on its way was lost or torn. */
export interface Cut {
  readonly image: string;
  /** When, on the system's steady clock (ns). */
  readonly at: string;
  readonly writes: number;
  readonly flushes: number;
  readonly lost: number;
}

/** A real file system on a disk whose power can be cut (child/device.ts). */
export class CuttableDisk {
  readonly #answers: AsyncIterator<string>;
  #cuts = 0;

  private constructor(
    private readonly place: string,
    private readonly device: ChildProcessByStdio<Writable, Readable, null>,
    lines: Interface,
    private readonly loop: string,
    /** Where the file system is mounted. */
    readonly folder: string,
  ) {
    this.#answers = lines[Symbol.asyncIterator]() as AsyncIterator<string>;
  }

  static async start(place: string, { maker, make, options, size }: FileSystem): Promise<CuttableDisk> {
    const [image, fuse, folder] = ['image', 'fuse', 'mounted'].map((name) => join(place, name)) as [
      string,
      string,
      string,
    ];
    for (const name of [fuse, folder]) mkdirSync(name, { recursive: true });
    writeFileSync(image, '');
    truncateSync(image, size << 20);
    system(maker, ...make, image);
    const device = spawn(process.execPath, [child('device'), image, fuse], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: device.stdout });
    const [ready] = (await once(lines, 'line')) as [string];
    if (ready !== 'ready') throw new Error(ready);
    const loop = system('losetup', '--find', '--show', join(fuse, 'disk'));
    system('mount', '-o', options, loop, folder);
    return new CuttableDisk(place, device, lines, loop, folder);
  }

  /**
   * What is left if the power goes as soon as `unsure` writes are not flushed; `kept` is how likely each of them is
   * there all the same.
   */
  async cut(how: { unsure: number; kept: number; seed: number }): Promise<Cut> {
    const image = join(this.place, `cut-${this.#cuts++}`);
    this.device.stdin.write(`${JSON.stringify({ path: image, ...how })}\n`);
    const { value } = await this.#answers.next();
    return { image, ...(JSON.parse(value as string) as Omit<Cut, 'image'>) };
  }

  /** Takes it all down; the images of the cuts stay. */
  async stop(): Promise<void> {
    const gone = once(this.device, 'exit');
    if (isMounted(this.folder)) system('umount', this.folder);
    system('losetup', '--detach', this.loop);
    system('umount', join(this.place, 'fuse'));
    this.device.stdin.end();
    await gone;
    rmSync(join(this.place, 'image'));
  }
}

/** Does something with the file system of an image, mounted as after the power came back. */
export async function mounted<Value>(
  image: string,
  at: string,
  task: (folder: string) => Promise<Value>,
): Promise<Value> {
  mkdirSync(at, { recursive: true });
  system('mount', '-o', 'loop', image, at);
  try {
    return await task(at);
  } finally {
    system('umount', at);
  }
}
