// npm run package: the app as it is given away, in dist/. Other arguments go to electron-builder, whose installers
// (--linux, --win, --mac: each on its own system, whose Electron is packed) fetch tools of their own; without any it makes the app's folder and needs no network.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { pinnedVersion } from './electron-official.mjs';
import { ensureElectron } from './electron-runtime.mjs';
import { installOwn } from './own-packages.mjs';
import { capture, main, note, root, UserError } from './run.mjs';

const FOLDER = join(root, 'packaging');
const BUILDER = join(FOLDER, 'node_modules/electron-builder/cli.js');

await main(async () => {
  const electron = await ensureElectron();
  await buildIfStale();
  await installOwn(FOLDER, 'electron-builder into packaging/node_modules');
  await rm(join(root, 'dist'), { recursive: true, force: true });
  const { code, stdout, stderr } = await capture([
    process.execPath,
    BUILDER,
    ...(process.argv.length > 2 ? process.argv.slice(2) : ['--dir']),
    '--config=packaging/electron-builder.cjs',
    '--publish=never',
    `-c.electronDist=${electron.dir}`,
    `-c.electronVersion=${electron.version}`,
  ]);
  if (code !== 0) throw new UserError(`${stdout}${stderr}\nelectron-builder failed.`);
  note('The app is in dist/.');
  if (electron.version !== pinnedVersion)
    note(`It is for trying: what is given away needs Electron ${pinnedVersion}, not ${electron.version}.`);
});
