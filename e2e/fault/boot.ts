import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { system } from './told';

const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/**
 * Lets processes that ask from now on believe that the computer was started anew: another file lies over the one in
 * which the kernel tells it. `place` is a folder for that file. The result does it once more.
 */
export function believeInBoots(place: string): () => void {
  const file = join(place, 'boot_id');
  const anew = () => writeFileSync(file, `${randomUUID()}\n`);
  anew();
  system('mount', '--bind', file, BOOT_ID);
  return anew;
}

/** Shows the kernel's own again. */
export function endBelief(): void {
  system('umount', BOOT_ID);
}
