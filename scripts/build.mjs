import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { note, root, run, tool, UserError } from './run.mjs';

const SOURCES = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

// In out/main, because every other build (npm run dev, npm run build) empties that folder first: what those
// leave is not taken for this build.
const STAMP = join(root, 'out/main/.built');

/**
 * Builds the app into out/ unless it was built from exactly the sources that are there now.
 * Rejects with a `UserError` when the build fails.
 */
export async function buildIfStale() {
  const sources = describeSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return;
  const code = await run(tool('electron-vite', 'build'));
  if (code !== 0) throw new UserError('The build failed.');
  writeFileSync(STAMP, sources);
  note('Built into out/.');
}

/** The newest change and the number of files. Folders count too: deleting a file changes its folder. */
function describeSources() {
  let newest = 0;
  let count = 0;
  for (const source of SOURCES.map((name) => join(root, name)).filter((path) => existsSync(path))) {
    const inside = statSync(source).isDirectory() ? readdirSync(source, { recursive: true }) : [];
    for (const path of [source, ...inside.map((name) => join(source, name))]) {
      newest = Math.max(newest, statSync(path).mtimeMs);
      count += 1;
    }
  }
  return `${newest} ${count}\n`;
}
