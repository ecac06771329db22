// npm run test:fuzz: files that went wrong on the way, for everything that reads files. See src/main/import/fuzz.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { main, note, root, UserError } from './run.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    seed: { type: 'string', default: String(Date.now()) },
    count: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
    processes: { type: 'string', default: '2' },
  },
});

await main(async () => {
  const { module } = await runnerImport(join(root, 'src/main/import/fuzz/drive.ts'), {
    configFile: false,
    logLevel: 'error',
  });
  const { fuzz, importerIds, lineOf, said } = module;
  const ids = importerIds();
  const unknown = values.only?.find((id) => !ids.includes(id));
  if (unknown) throw new UserError(`There is no importer "${unknown}"; there are ${ids.join(', ')}.`);
  const [count, from, processes] = ['count', 'from', 'processes'].map((name) => wholeNumber(name));
  console.log(`seed ${values.seed}`);
  const failures = await fuzz({
    counts: new Map((values.only ?? ids).map((id) => [id, count])),
    seed: values.seed,
    from,
    processes,
    onDone: (id, sum) => console.log(lineOf(id, sum)),
    onFailure: (failure) => note(said(failure)),
  });
  console.log(failures.length === 0 ? 'nothing went wrong' : `${failures.length} kinds of faults`);
  return failures.length === 0 ? 0 : 1;
});

function wholeNumber(name) {
  if (!/^\d{1,12}$/.test(values[name])) throw new UserError(`--${name} is a whole number.`);
  return Number(values[name]);
}
