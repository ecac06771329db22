// npm test: every check in turn; `npm test -- unit` (lint, e2e, …) runs one, and gives it the other arguments.
// `npm test -- long` is not among them: thousands of gestures in the app, which take a quarter of an hour.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { closingLine, countPlaywright, countsOf, countVitest, sum } from './counts.mjs';
import { prepareElectron } from './prepare.mjs';
import { main, note, run, tool, UserError } from './run.mjs';
import { withDisplay } from './xvfb.mjs';

const reports = mkdtempSync(join(tmpdir(), 'marginalia-test-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

const parts = {
  typecheck: (args) => check(tool('typescript', '-b', ...args)),
  lint: (args) => check(tool('@biomejs/biome', 'ci', '.', ...args)),
  knip: (args) => check(tool('knip', ...args)),
  unit,
  build: () => buildIfStale().then(() => countsOf(0, { passed: 1, failed: 0, skipped: 0 })),
  e2e,
};

const more = { long: () => e2e(['e2e/long-use'], { MARGINALIA_LONG: '1' }) };

await main(async () => {
  const [only, ...args] = process.argv.slice(2);
  if (only && !Object.hasOwn({ ...parts, ...more }, only)) {
    throw new UserError(
      `There is no part "${only}"; the parts are ${Object.keys({ ...parts, ...more }).join(', ')}.`,
    );
  }
  const results = {};
  for (const name of only ? neededFor(only) : Object.keys(parts)) {
    results[name] = await timed(name, () => attempt(name, results, name === only ? args : []));
  }
  const total = sum(Object.values(results));
  console.log(closingLine(total));
  return total.failed > 0 ? 1 : 0;
});

function neededFor(part) {
  return part === 'e2e' || part === 'long' ? ['build', part] : [part];
}

/** A part that cannot be run failed; the parts after it are run all the same. */
async function attempt(name, results, args) {
  if (results.build?.failed > 0) {
    note('Not run: there is no build to test.');
    return { passed: 0, failed: 0, skipped: 1 };
  }
  try {
    return await { ...parts, ...more }[name](args);
  } catch (error) {
    note(error instanceof UserError ? error.message : error.stack);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function check(command) {
  const failed = (await run(command)) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed, skipped: 0 };
}

async function unit(args) {
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(tool('vitest', 'run', ...reporters, ...args));
  return countsOf(code, read(report, countVitest));
}

async function e2e(args, environment = {}) {
  const { env } = await prepareElectron({ screen: 'any' });
  const report = join(reports, 'e2e.json');
  const command = tool('@playwright/test', 'test', '--reporter=list,json', ...args);
  const code = await withDisplay((display) =>
    run(command, { env: { ...env, ...environment, ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: report } }),
  );
  return countsOf(code, read(report, countPlaywright));
}

function read(report, count) {
  try {
    return count(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return undefined;
  }
}

async function timed(name, work) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = Date.now();
  const result = await work();
  console.log(`── ${name}: ${closingLine(result)} (${((Date.now() - start) / 1_000).toFixed(1)} s)\n`);
  return result;
}
