// npm run bench: our figures beside the peers', in one run. Options: --only paint,add  --formats brat,csv  --quick  --full
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../scripts/build.mjs';
import { installOwn } from '../scripts/own-packages.mjs';
import { isRoot, prepareElectron } from '../scripts/prepare.mjs';
import { main, note, run, UserError } from '../scripts/run.mjs';
import { withDisplay } from '../scripts/xvfb.mjs';
import { describeMachine } from './machine.mjs';
import { APP_PARTS, makePlan, PARTS } from './plan.mjs';
import { measureBeginnings, measureWindow } from './window.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  const { electron, env } = await prepareElectron({ screen: 'any' });
  await installOwn(folder, 'the peers into bench/node_modules');
  const plan = makePlan(options);
  const [{ buildDisk, buildPage }, { judge }, { asMarkdown, asText }] = await Promise.all([
    // Not at the top: they need packages that may have just been installed.
    import('./build.mjs'),
    import('./goals.mjs'),
    import('./report.mjs'),
  ]);
  const bundles = [await buildPage(), await buildDisk()];
  const machine = describeMachine(electron.version);
  const started = new Date();
  const measured = await inElectron(electron, env, plan, bundles);
  // Who asks for formats wants to know of these, and of nothing else.
  if (plan.formats.length === 0) Object.assign(measured, await measureApp(plan, electron, env));
  const minutes = (Date.now() - started) / 60_000;
  const report = {
    date: started.toISOString(),
    minutes,
    machine,
    plan,
    rows: judge(measured, plan.parts),
    measured,
  };
  const file = join(folder, 'results', `${report.date.replaceAll(':', '-').slice(0, 19)}.json`);
  mkdirSync(join(folder, 'results'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(file.replace('.json', '.md'), asMarkdown(report));
  console.log(asText(report));
  note(`Written: bench/results/${file.split(/[\\/]/).at(-1)} and the same as .md`);
});

function readOptions(args) {
  const options = { only: [], formats: [], quick: false, full: false };
  for (let index = 0; index < args.length; index++) {
    const name = args[index].replace(/^--/, '');
    if (name === 'only' || name === 'formats') options[name] = (args[++index] ?? '').split(',');
    else if (name === 'quick' || name === 'full') options[name] = true;
    else
      throw new UserError(
        `Unknown option ${args[index]}; there are --only ${PARTS.join(',')}, --formats, --quick and --full.`,
      );
  }
  const unknown = options.only.find((part) => !PARTS.includes(part));
  if (unknown !== undefined)
    throw new UserError(`There is no part "${unknown}"; the parts are ${PARTS.join(', ')}.`);
  return options;
}

/** Runs the window to its end and reads what it measured. */
async function inElectron(electron, env, plan, bundles) {
  const planFile = join(folder, 'out/plan.json');
  const resultsFile = join(folder, 'out/results.json');
  writeFileSync(planFile, JSON.stringify(plan));
  // Nobody needs to read here that this machine has no message bus and no graphics card.
  const options = ['--log-level=3', ...(isRoot ? ['--no-sandbox'] : [])];
  const command = [electron.executable, ...options, join(folder, 'app'), planFile, ...bundles, resultsFile];
  const code = await withDisplay((display) => run(command, { env: { ...env, ...display } }));
  if (code !== 0) throw new UserError(`The window ended with code ${code}.`);
  return JSON.parse(readFileSync(resultsFile, 'utf8'));
}

/** What is measured with the built app itself. */
async function measureApp(plan, electron, env) {
  if (plan.parts.some((part) => APP_PARTS.includes(part))) await buildIfStale();
  // Where Playwright looks for Electron.
  Object.assign(process.env, env);
  const projects = join(folder, 'out/window');
  // Tagging changes the project, so that opening it comes first.
  const measured = await measureBeginnings(projects, plan, electron, env);
  measured.window = await measureWindow(projects, plan, env);
  rmSync(projects, { recursive: true, force: true });
  return measured;
}
