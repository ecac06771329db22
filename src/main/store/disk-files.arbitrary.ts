import { join } from 'node:path';
import type { Disk } from './disk';
import { readWhole } from './file-bytes';
import type { MemoryDisk } from './memory-disk.arbitrary';

/** The bytes of a file. */
export async function get(disk: Disk, path: string): Promise<Buffer> {
  return Buffer.from((await readWhole(disk, path)).bytes);
}

/** Puts bytes in a file's place, as another program would: with a number and a time of its own. */
export async function put(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await disk.remove(path).catch(() => {});
  const file = await disk.open(path, 'wx+');
  await file.write(bytes, 0);
  await file.close();
}

/** Every file below a folder, by its path within it. */
export async function filesIn(disk: Disk, folder: string, within = ''): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const { name, kind } of await disk.list(join(folder, within))) {
    const path = within === '' ? name : `${within}/${name}`;
    if (kind === 'folder')
      for (const [next, bytes] of await filesIn(disk, folder, path)) found.set(next, bytes);
    else found.set(path, await get(disk, join(folder, path)));
  }
  return found;
}

/** The paths whose bytes are not the same in both, those in one alone among them. */
export function differing(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((path) => {
    const [one, other] = [a.get(path), b.get(path)];
    return !one || !other || !one.equals(other);
  });
}

/** The same disk once more, with everything on it synced. */
export function copyOf(disk: MemoryDisk): MemoryDisk {
  return disk.cut({ names: () => true, bytes: () => 1 });
}
