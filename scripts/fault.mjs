// npm run test:fault: real faults. Options: --points N  --app-points N  --cuts N  --seed N; the rest goes to Playwright.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from './build.mjs';
import { isRoot, prepareElectron } from './prepare.mjs';
import { main, note, run, tool, UserError } from './run.mjs';
import { withDisplay } from './xvfb.mjs';

const NUMBERS = ['points', 'app-points', 'cuts', 'seed'];
const INSIDE = 'FAULT_INSIDE';

await main(async () => {
  const args = process.argv.slice(2);
  // What is mounted in a name space of its own is gone with the last process in it, however this ends.
  if (isRoot && !process.env[INSIDE] && spawnSync('unshare', ['--mount', 'true']).status === 0) {
    const self = [process.execPath, fileURLToPath(import.meta.url), ...args];
    return run(['unshare', '--mount', '--propagation', 'private', ...self], { env: { [INSIDE]: '1' } });
  }
  const { numbers, rest } = readOptions(args);
  if (!isRoot) note('Not root: what needs mounts and special files is skipped.');
  const { env } = await prepareElectron({ screen: 'any' });
  await buildIfStale();
  const command = tool('@playwright/test', 'test', '--config', 'e2e/fault/fault.config.ts', ...rest);
  return withDisplay((display) => run(command, { env: { ...env, ...display, ...numbers } }));
});

function readOptions(args) {
  const numbers = {};
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    const name = args[index].replace(/^--/, '');
    if (!NUMBERS.includes(name)) {
      rest.push(args[index]);
      continue;
    }
    const value = args[++index];
    if (!/^\d+$/.test(value ?? '')) throw new UserError(`--${name} needs a number.`);
    numbers[`FAULT_${name.replace('-', '_').toUpperCase()}`] = value;
  }
  return { numbers, rest };
}
