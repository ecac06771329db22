/** Measures everything: in a window, and on the disk. Arguments: files of the plan, page, disk part and results. */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow } from 'electron';
import { PAGE_PARTS, PEERS, partsFor, sizeName } from '../plan.mjs';
import { privateMemory } from './memory.mjs';

/** A call that took longer than the plan allows. */
class TooSlow extends Error {}

const [planFile, page, disk, resultsFile] = process.argv.slice(-4);
const plan = JSON.parse(readFileSync(planFile, 'utf8'));
const results = {
  versions: { ...process.versions },
  floor: null,
  cases: [],
  opening: null,
  table: null,
  saves: [],
  import: null,
  kinds: null,
  exports: null,
  search: null,
  propose: null,
};
let window;

app.commandLine.appendSwitch('js-flags', '--expose-gc');
app.on('window-all-closed', () => {});
// Not awaited: Electron is ready only after this module has been evaluated.
app
  .whenReady()
  .then(measure)
  .then(
    () => app.exit(0),
    (error) => {
      console.error(error);
      app.exit(1);
    },
  );

async function measure() {
  if (plan.parts.includes('paint')) {
    await freshPage();
    results.floor = await call('floor()');
  }
  if (plan.parts.some((part) => PAGE_PARTS.includes(part))) await measureCases();
  if (plan.parts.includes('open')) {
    await freshPage();
    results.opening = await call(`open(${plan.edits})`);
  }
  if (plan.parts.includes('table')) {
    await freshPage();
    results.table = await call(`table(${plan.table})`);
  }
  window?.destroy();
  window = undefined;
  await measureDisk();
  save();
}

async function measureCases() {
  const tired = new Set();
  for (let round = 0; round < plan.rounds; round++) {
    for (const size of plan.sizes) {
      for (const peer of Object.keys(PEERS)) {
        const name = `${peer} ${sizeName(size)}`;
        const parts = partsFor(peer, size, plan.parts);
        if (tired.has(name) || parts.length === 0) continue;
        const began = performance.now();
        const one = await measureCase(peer, size, parts, round);
        one.seconds = (performance.now() - began) / 1_000;
        results.cases.push(one);
        if (one.error || one.paint.firstFrame > plan.slow) tired.add(name);
        console.error(`${round + 1}/${plan.rounds} ${name}: ${summary(one)} (${one.seconds.toFixed(0)} s)`);
        save();
      }
    }
  }
}

/** In this process, as in the app, and on the disk that the repository is on. */
async function measureDisk() {
  const folder = join(dirname(resultsFile), 'disk-test');
  const measures = await import(pathToFileURL(disk).href);
  const { measureExports, measureImport, measureKinds, measureProposing, measureSaves, measureSearch } =
    measures;
  const told = (line) => console.error(line);
  for (const megabytes of plan.parts.includes('save') ? plan.megabytes : []) {
    results.saves.push(await measureSaves(folder, megabytes, megabytes > 20 ? 5 : 15));
    console.error(`save at ${megabytes} MB`);
  }
  if (plan.parts.includes('import')) {
    results.import = await measureImport(folder, plan.imported);
    results.kinds = await measureKinds(folder, plan.kinds, told);
  }
  if (plan.parts.includes('export'))
    results.exports = await measureExports(folder, plan.exported, plan.formats, told);
  const projects = ['import', 'export', 'tag', 'project'].some((part) => plan.parts.includes(part));
  if (projects && plan.formats.length === 0)
    await measures.prepareWindow(join(dirname(resultsFile), 'window'), plan.exported);
  if (plan.parts.includes('search')) results.search = await measureSearch(plan.searched);
  if (plan.parts.includes('propose')) results.propose = measureProposing(plan.proposed);
}

/** Everything about one peer at one size, on a fresh page. */
async function measureCase(peer, size, parts, round) {
  const one = { peer, ...size, round };
  try {
    await freshPage();
    if (!parts.includes('memory') || round > 0) await call(`warmUp('${peer}')`);
    await call(`mount('${peer}', ${size.chars}, ${size.annotations})`);
    const before = parts.includes('memory') ? await memory() : null;
    one.paint = await call('paint()');
    if (parts.includes('memory')) one.memory = before === null ? null : (await memory()) - before;
    if (parts.includes('add') && round < 2) one.edits = await call(`edit(${plan.edits})`);
    if (parts.includes('scroll') && round === 0) {
      one.scroll400 = await call('scroll(400)');
      one.scroll1000 = await call('scroll(1000)');
    }
  } catch (error) {
    one.error = error.message;
    if (error instanceof TooSlow) one.endedAfter = plan.limit;
  }
  return one;
}

/** Private memory of the page's process after its garbage was collected, in bytes; null where unknown. */
async function memory() {
  await window.webContents.executeJavaScript(
    'new Promise((done) => { gc(); setTimeout(() => { gc(); done(); }, 500); })',
  );
  return privateMemory(window.webContents.getOSProcessId());
}

/** Calls a method of the page; ends the page when it takes longer than the plan allows. */
async function call(code) {
  let timer;
  const limit = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new TooSlow(`no result in ${plan.limit / 1_000} s`)), plan.limit);
  });
  try {
    return await Promise.race([window.webContents.executeJavaScript(`bench.${code}`), limit]);
  } catch (error) {
    window.destroy();
    window = undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A new window for every case: nobody inherits another's heap. */
async function freshPage() {
  window?.destroy();
  window = new BrowserWindow({
    width: 1440,
    height: 900,
    useContentSize: true,
    webPreferences: { backgroundThrottling: false },
  });
  window.webContents.on('console-message', (_event, level, message) => {
    if (level === 3) console.error(`page: ${message}`);
  });
  await window.loadFile(page);
}

function save() {
  writeFileSync(resultsFile, JSON.stringify(results));
}

function summary({ error, paint, edits, scroll400 }) {
  if (error) return error;
  const add = edits?.add.map(({ shown }) => shown).sort((a, b) => a - b);
  return [
    `first frame ${Math.round(paint.firstFrame)} ms`,
    add && `add ${add[add.length >> 1].toFixed(1)} ms`,
    scroll400 && `unmarked ${scroll400.unmarked}/60`,
  ]
    .filter(Boolean)
    .join(', ');
}
