// npm run test:walls: the built app under electronegativity, whose findings must be the ones explained here.
//
// The tool ends with 0 whatever it finds, so its CSV is read. It is fetched once into the cache, not kept among the
// dependencies: it brings 400 packages of its own.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { cacheFolder } from './cache.mjs';
import { capture, main, note, root } from './run.mjs';

const TOOL = '@doyensec/electronegativity';
const VERSION = '1.10.3';

/** Findings that stay, and why. Any other fails the run; so does one of these that is found no more. */
const ACCEPTED = {
  CSP_GLOBAL_CHECK:
    'The policy is a header of app:// (src/main/protocol.ts), which the tool does not see; e2e/walls asks for it.',
  AUXCLICK_JS_CHECK:
    'A middle click opens nothing: every new window is denied (src/main/walls.ts), as e2e/walls tries.',
  REMOTE_MODULE_JS_CHECK: 'Electron has had no remote module since version 14.',
  PRELOAD_JS_CHECK:
    'The preload is a loop over the contract (src/preload/index.ts); e2e/walls compares what it exposes.',
};

await main(async () => {
  await buildIfStale();
  const tool = await fetched();
  if (!tool) {
    note(`Skipped: ${TOOL} ${VERSION} is not here and could not be fetched.`);
    return 0;
  }
  const folder = await mkdtemp(join(tmpdir(), 'marginalia-walls-'));
  try {
    const report = join(folder, 'findings.csv');
    await capture([process.execPath, tool, '-i', join(root, 'out'), '-o', report]);
    return judge(findingsIn(await readFile(report, 'utf8')));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The tool's program, or undefined where it cannot be had. Its install scripts are not run. */
async function fetched() {
  const folder = join(cacheFolder(), `electronegativity-${VERSION}`);
  const program = join(folder, 'node_modules', TOOL, 'dist/index.js');
  if (existsSync(program)) return program;
  await mkdir(folder, { recursive: true });
  const flags = ['--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--no-save'];
  const { code } = await capture(['npm', 'install', ...flags, `${TOOL}@${VERSION}`]);
  if (code === 0 && existsSync(program)) return program;
  await rm(folder, { recursive: true, force: true });
  return undefined;
}

/**
 * The kinds of findings, each as often as it was found: from the address of its explanation, the last thing in a row.
 * The tool writes its rows all at once, and at times one tears the beginning of another.
 */
function findingsIn(report) {
  return [...report.matchAll(/\/wiki\/([A-Z_]+)/g)].map(([, issue]) => issue);
}

function judge(found) {
  for (const issue of found) console.log(`${issue}: ${ACCEPTED[issue] ?? 'NOT EXPLAINED'}`);
  const open = found.filter((issue) => !Object.hasOwn(ACCEPTED, issue));
  const gone = Object.keys(ACCEPTED).filter((issue) => !found.includes(issue));
  for (const issue of gone) console.log(`${issue} is explained and was not found: take its explanation out.`);
  console.log(`${found.length} findings, ${open.length} not explained`);
  return open.length + gone.length > 0 ? 1 : 0;
}
