import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { capture, note, UserError } from './run.mjs';

/**
 * Installs the packages of a folder that has a package.json and a lock file of its own, unless they are there as the
 * lock says. `what` names them for the person who waits. Rejects with a `UserError` that shows what npm printed.
 */
export async function installOwn(folder, what) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  const stamp = join(folder, 'node_modules/.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  note(`Installing ${what}.`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { code, stderr } = await capture([npm, 'ci', '--no-audit', '--no-fund'], { cwd: folder });
  if (code !== 0) throw new UserError(`${stderr}\nnpm ci failed in ${folder}.`);
  writeFileSync(stamp, lock);
}
