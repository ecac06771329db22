import { existsSync, readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inTemporaryFolder } from './cache.mjs';
import { capture, note } from './run.mjs';

/** A download that brings nothing for this long is given up. */
const STALLED_AFTER = 20_000;

const require = createRequire(import.meta.url);
const manifest = require.resolve('electron/package.json');
const packageFolder = dirname(manifest);

/** The version of Electron that package.json pins. */
export const pinnedVersion = JSON.parse(readFileSync(manifest, 'utf8')).version;

/** Where an Electron build keeps its program, relative to its folder. */
export const programPath =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';

/** The installed official Electron as `{ dir, executable, version }`, or undefined when it is not there. */
export function installedOfficial() {
  const dir = join(packageFolder, 'dist');
  const executable = join(dir, programPath);
  const version = versionIn(dir);
  // The installer writes path.txt last: without it, the folder is half unpacked.
  const complete = existsSync(join(packageFolder, 'path.txt')) && existsSync(executable);
  return complete && version === pinnedVersion ? { dir, executable, version } : undefined;
}

/** The version an Electron folder says it is (its file `version`), or undefined. */
export function versionIn(dir) {
  try {
    return readFileSync(join(dir, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/**
 * Downloads the pinned Electron with its own installer, which checks it against the checksums of its
 * package, and resolves with what `installedOfficial` finds.
 * Rejects with the installer's message when it fails, or when nothing arrives for 20 seconds.
 */
export async function downloadOfficial() {
  note(`Downloading Electron ${pinnedVersion} (about 120 MB, once) …`);
  return inTemporaryFolder(async (temporary) => {
    let stopWatching;
    let stalled = false;
    const { code, stderr } = await capture([process.execPath, join(packageFolder, 'install.js')], {
      // The installer downloads into the system's temporary folder; one of its own makes progress visible.
      env: { TMPDIR: temporary, TMP: temporary, TEMP: temporary },
      onStart(child) {
        stopWatching = whenStalled([temporary, join(packageFolder, 'dist')], () => {
          stalled = true;
          child.kill('SIGKILL');
        });
      },
    }).finally(() => stopWatching?.());
    const installed = code === 0 ? installedOfficial() : undefined;
    if (installed) return installed;
    throw new Error(stalled ? 'no data arrived for 20 seconds' : (stderr.trim().split('\n')[0] ?? ''));
  });
}

function whenStalled(folders, giveUp) {
  let size = -1;
  let changed = Date.now();
  const timer = setInterval(async () => {
    const now = (await Promise.all(folders.map(sizeOf))).reduce((sum, each) => sum + each, 0);
    if (now !== size) changed = Date.now();
    size = now;
    if (Date.now() - changed > STALLED_AFTER) giveUp();
  }, 1_000);
  return () => clearInterval(timer);
}

async function sizeOf(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(folder, name)).then(
        (file) => file.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}
