/**
 * The default app of an Electron that was shipped without one: starts the app named on the command line,
 * as `electron <folder|file>` of an official build does.
 *
 * An ES module on purpose: Electron waits for its top-level await before it emits `ready`, and only until
 * then may an app register privileged schemes. A CommonJS loader would load the app too late.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { modules, target } = readArguments(process.argv.slice(1));

// Read first, then load: Playwright's module rewrites process.argv.
const requireFromHere = createRequire(join(process.cwd(), 'index.js'));
for (const module of modules) requireFromHere(module);

if (target === undefined) {
  console.error('Usage: electron [options] <folder or file of an app> [arguments]');
  app.exit(1);
} else {
  try {
    await load(resolve(target));
  } catch (error) {
    console.error('App threw an error during load');
    console.error(error?.stack ?? error);
    // Not thrown on: Electron would show a dialog, and wait for somebody to close it.
    app.exit(1);
  }
}

/** The modules of `-r`/`--require`, and the first argument that is no option: the app. */
function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') {
      index += 1;
      if (args[index] === undefined) throw new Error(`${argument} needs the name of a file`);
      modules.push(args[index]);
    } else if (argument.startsWith('--app=')) {
      return { modules, target: argument.slice('--app='.length) };
    } else if (!argument.startsWith('-')) {
      return { modules, target: argument };
    }
  }
  return { modules };
}

/** Makes this process the app's: its name, version and path, then its main file. */
async function load(path) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const manifestFile = join(path, 'package.json');
  const isPackage = existsSync(manifestFile);
  if (isPackage) {
    const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
    if (manifest.version) app.setVersion(manifest.version);
    if (manifest.productName ?? manifest.name) app.name = manifest.productName ?? manifest.name;
    app.setDesktopName(manifest.desktopName ?? `${app.name}.desktop`);
    if (manifest.v8Flags) (await import('node:v8')).setFlagsFromString(manifest.v8Flags);
  }
  // Node's own resolution: a folder's "main" or index.js, or the file itself.
  const main = requireFromHere.resolve(path);
  app.setAppPath(isPackage ? path : dirname(main));
  await import(pathToFileURL(main).href);
}
