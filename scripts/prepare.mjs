import { electronEnv, ensureElectron } from './electron-runtime.mjs';
import { UserError } from './run.mjs';
import { ensureSystem } from './system.mjs';
import { hasDisplay } from './xvfb.mjs';

/** Electron refuses to start as root with its sandbox on. */
export const isRoot = process.platform === 'linux' && process.getuid() === 0;

/**
 * Electron and all it needs on this machine. Resolves with the environment to run it in.
 * `screen: 'own'` rejects at once, before anything is fetched, when there is no screen to show a window on;
 * `screen: 'any'` makes sure that a virtual one can be started.
 */
export async function prepareElectron({ screen }) {
  if (screen === 'own' && !hasDisplay()) {
    throw new UserError(
      'There is no display to open a window on. To see the app here, run `npm run tour`: it uses the app on a virtual screen and leaves screenshots.',
    );
  }
  const electron = await ensureElectron();
  await ensureSystem({ executable: electron.executable, display: screen === 'any' });
  return { electron, env: electronEnv(electron) };
}
