// npm run test:interop: every export, read by programs that share no code with us, and what they write, read by us.
// Options: --only PATTERN (of formats, readers and writers)  --keep
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { buildIfStale } from './build.mjs';
import { importAll } from './interop-import.mjs';
import { asTable, closing, READ, WRITTEN } from './interop-report.mjs';
import { findJava, pythonWith } from './python.mjs';
import { capture, main, note, root, UserError } from './run.mjs';

const source = join(root, 'e2e/interop');

await main(async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, keep: { type: 'boolean' } } });
  const { python, missing } = await pythonWith(
    join(source, 'requirements.txt'),
    join(source, 'constraints.txt'),
    join(source, 'requirements-alone.txt'),
  );
  if (missing) {
    console.log(`Nothing was read: ${missing}. Skipped.`);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-interop-'));
  if (values.keep) note(`Everything stays in ${folder}.`);
  else process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await buildIfStale();
  await writeProjects(folder);
  const { runCli } = await import(pathToFileURL(join(root, 'out/main/cli.js')).href);
  const run = await pythonIn(python, folder);
  await exportAll(runCli, folder);
  const shown = (results, columns) => {
    console.log(asTable(results, columns));
    console.log(closing(results));
    return results;
  };
  const read = shown(await run('run.py', values.only), READ);
  const cases = await run('write.py', values.only, join(folder, 'written'));
  await importAll(runCli, cases, join(folder, 'blank'));
  const results = await run('read_back.py', values.only, join(folder, 'written'));
  const written = shown([...results, ...(values.only ? [] : await unwritten(runCli, results))], WRITTEN);
  const failed = ({ problems, faults }) => problems.length > 0 || faults.some(([, noticed]) => !noticed);
  return [...read, ...written].some(failed) ? 1 : 0;
});

/** The proof projects, by a bundle of their own, as they are TypeScript. */
async function writeProjects(folder) {
  const outDir = join(folder, 'bundle');
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20.18',
      rollupOptions: {
        input: join(source, 'projects/proofs.ts'),
        output: { format: 'es', entryFileNames: 'proofs.mjs' },
      },
    },
  });
  const program = [process.execPath, join(outDir, 'proofs.mjs'), root];
  const folders = ['proofs', 'faults', 'blank'].map((name) => join(folder, name));
  const made = await capture([...program, ...folders]);
  if (made.code !== 0) throw new UserError(made.stderr);
}

/** Converts by the command line as it was built; resolves with its exit code and all that it said. */
async function convert(runCli, ...args) {
  let said = '';
  const hear = (text) => {
    said += text;
  };
  const streams = { write: async (text) => hear(text), complain: hear };
  return { code: await runCli(['convert', ...args], streams), said };
}

/** What can be named after --from or --to: asked for what there is not, it lists what there is. */
async function named(runCli, ...args) {
  const { said } = await convert(runCli, ...args);
  return /needs one of ([a-z0-9, -]+)/.exec(said)[1].split(', ');
}

/** A row for each format that is read, and that no writer writes. */
async function unwritten(runCli, results) {
  const known = new Set(results.map(({ format }) => format));
  const row = { writer: 'none', unit: '', texts: 0, spans: 0, problems: [], faults: [] };
  return (await named(runCli, '--from', '?'))
    .filter((format) => !known.has(format))
    .map((format) => ({ ...row, format, skipped: 'no writer has been written for it' }));
}

/** Every project in every format. */
async function exportAll(runCli, folder) {
  const from = ['--from', 'marginalia-json'];
  const formats = await named(runCli, ...from, '--to', '?');
  for (const kind of ['proofs', 'faults']) {
    for (const name of readdirSync(join(folder, kind))) {
      const project = join(folder, kind, name);
      for (const format of formats) {
        const out = join(project, format);
        const to = ['--to', format, '--out', out, join(project, 'project.json')];
        const { code, said } = await convert(runCli, ...from, ...to);
        if (code !== 0) throw new UserError(`${name} cannot be written as ${format}: ${said}`);
      }
    }
  }
}

/** Runs one of the programs in Python on the projects; resolves with what it found, one row for each and each format. */
async function pythonIn(python, folder) {
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const java = await findJava();
  const env = {
    INTEROP_SCRATCH: scratch,
    INTEROP_JAVA: java ?? '',
    PYTHONUTF8: '1',
    PYTHONDONTWRITEBYTECODE: '1',
    PYSPARK_PYTHON: python,
    // Nothing is asked of any network.
    HF_HUB_OFFLINE: '1',
    HF_DATASETS_OFFLINE: '1',
    HF_HOME: join(scratch, 'huggingface'),
  };
  return async (program, only = '', ...more) => {
    const out = join(folder, 'results.json');
    const args = [join(source, program), join(folder, 'proofs'), join(folder, 'faults'), ...more, out, only];
    const ran = await capture([python, ...args], {
      env,
      onStart: (child) => child.stdout.on('data', (text) => process.stderr.write(text)),
    });
    if (ran.code !== 0) throw new UserError(ran.stderr);
    return JSON.parse(readFileSync(out, 'utf8'));
  };
}
