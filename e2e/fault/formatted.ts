import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { system } from './told';

/** A folder on an ext4 of its own, in a file of so many MiB; `mount` again after `unmount` finds what was kept. */
export function formatted(image: string, folder: string, size: number) {
  writeFileSync(image, '');
  truncateSync(image, size << 20);
  system('mkfs.ext4', '-q', '-E', 'root_owner=0:0', image);
  mkdirSync(folder, { recursive: true });
  const mount = () => void system('mount', '-o', 'loop', image, folder);
  mount();
  return { mount, unmount: () => void system('umount', folder) };
}
