import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, ROOT, test } from './app';
import { articleFiles, HARBOUR, importFiles, MARKET, newProject, saved, selectText } from './desk';

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly said: string;
}

/** Runs the command line as a process of its own, as a script would. */
function marginalia(args: readonly string[], input = ''): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts/marginalia.mjs'), ...args]);
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      out += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, said }));
    child.stdin.end(input);
  });
}

test('the command line reads a project that is open in the app, exports it, converts lines and adds articles', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await selectText(workbench.page, 'a forgery');
  await workbench.page.keyboard.press('c');
  await saved(workbench.page);

  // While the window holds the lock: what it says is saved is seen, and the lock is left alone.
  const lock = readFileSync(join(project, '.lock'), 'utf8');
  const info = await marginalia(['info', project, '--json']);
  expect(info.code).toBe(0);
  expect(JSON.parse(info.out)).toMatchObject({
    name: 'Harbour',
    articles: 1,
    annotations: 1,
    layers: { claim: 1 },
  });
  expect(readFileSync(join(project, '.lock'), 'utf8')).toBe(lock);
  const market = articleFiles(join(folder, 'more'), { 'market.txt': MARKET })[0]!;
  const refused = await marginalia(['import', project, market]);
  expect(refused.code).toBe(3);
  expect(refused.said).toMatch(/nothing was added/);
  await workbench.quit();

  const added = await marginalia(['import', project, market, join(folder, 'nothing.txt'), '--json']);
  expect(added.code).toBe(1); // one of the two was not there, and is named
  expect(JSON.parse(added.out)).toMatchObject({
    added: [{ title: 'Fish market to stay open' }],
    duplicates: 0,
  });
  expect(added.said).toContain('nothing.txt: This file is not there');
  const [twin] = articleFiles(join(folder, 'more'), { 'market-again.txt': MARKET });
  const again = await marginalia(['import', project, market, twin!, '--json']);
  expect(JSON.parse(again.out)).toMatchObject({ added: [], duplicates: 2 });
  expect(await marginalia(['validate', project])).toMatchObject({ code: 0, out: 'valid\n' });

  const out = join(folder, 'out');
  mkdirSync(out);
  const exported = await marginalia(['export', project, '--format', 'jsonl', '--out', out, '--json']);
  expect(exported.code).toBe(0);
  expect(JSON.parse(exported.out).readBack.annotations).toBe(1);
  const lines = readFileSync(join(out, readdirSync(out).find((name) => name.endsWith('.jsonl'))!), 'utf8');
  expect(lines.trim().split('\n')).toHaveLength(2);

  // To the output as it is made; with options, under the ids of today and of before.
  const streamed = await marginalia(['export', project, '--format', 'jsonl', '--out', '-']);
  expect(streamed).toMatchObject({ code: 0, out: lines });
  const iob = ['export', project, '--format', 'conll-2003', '--out', '-', '--layers', 'claim'];
  const biluo = await marginalia([...iob, '--option', 'tags=BILUO']);
  expect(biluo.out).toMatch(/^a -X- _ B-claim\nforgery -X- _ L-claim$/m);
  const before = iob.map((word) => (word === 'conll-2003' ? 'conll-2003-biluo' : word));
  expect((await marginalia(before)).out).toBe(biluo.out);
  const unknown = ['export', project, '--format', 'jsonl', '--out', '-', '--layers', 'clam'];
  expect(await marginalia(unknown)).toMatchObject({
    code: 2,
    said: expect.stringContaining('no layer “clam”'),
  });
  const wrong = await marginalia([...iob, '--option', 'tags=IOB3']);
  expect(wrong).toMatchObject({ code: 2, said: expect.stringContaining('IOB1 or IOB2 or BILUO') });
  const tables = join(folder, 'tables');
  const made = await marginalia(
    ['export', project, '--format', 'dataset', '--out', tables, '--json'].concat(
      ['pseudonyms=yes', 'splits=1/1', 'seed=s', 'licence=CC-BY-4.0'].flatMap((each) => ['--option', each]),
    ),
  );
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out).readBack).toMatchObject({ annotations: 1, differences: [] });
  expect(readFileSync(join(tables, 'README.md'), 'utf8')).toContain('How to cite: to be filled in');
  expect(readdirSync(tables).filter((name) => name.startsWith('.'))).toEqual([]);

  // Line in, line out; a bad line is named and the others go through.
  const spoilt = `${lines.split('\n')[0]}\n{"text": 7}\n${lines.split('\n')[1]}\n`;
  const converted = await marginalia(['convert', '--from', 'jsonl', '--to', 'jsonl', '-'], spoilt);
  expect(converted.code).toBe(1);
  expect(converted.out).toBe(lines);
  expect(converted.said).toContain('line 2');

  // Projects of other programs are packed; ours goes there and back, and theirs are opened.
  const packed = await marginalia([
    'export',
    project,
    '--format',
    'refi-qda',
    '--out',
    join(folder, 'qda'),
    '--json',
  ]);
  expect(packed.code).toBe(0);
  expect(JSON.parse(packed.out)).toMatchObject({
    files: ['Harbour.qdpx'],
    readBack: { annotations: 1, differences: [] },
  });
  const qdpx = join(folder, 'qda/Harbour.qdpx');
  expect(readFileSync(qdpx).subarray(0, 2).toString()).toBe('PK');
  expect((await marginalia(['convert', '--from', 'refi-qda', '--to', 'jsonl', qdpx])).out).toBe(lines);
  expect(await marginalia(['convert', '--from', 'jsonl', '--to', 'refi-qda', '-'], lines)).toMatchObject({
    code: 2,
  });
  const taguette = join(ROOT, 'src/core/formats/taguette/fixtures/good/project.sqlite3');
  const opened = await marginalia(['convert', '--from', 'taguette', '--to', 'jsonl', taguette]);
  expect(JSON.parse(opened.out.split('\n')[0]!)).toMatchObject({
    title: 'Talk 1',
    project_name: 'Ferry talks',
  });
  expect(opened.said).toContain('2 highlights are nowhere in the text');
  expect(opened.code).toBe(1); // something to look at

  const bad = join(folder, 'bad.jsonl');
  writeFileSync(bad, '{"text": "no end');
  const invalid = await marginalia(['validate', bad, '--format', 'jsonl', '--json']);
  expect(invalid.code).toBe(1);
  expect(JSON.parse(invalid.out).problems[0]).toMatch(/bad\.jsonl:1:\d+/);

  // Of two files with the same text one is added.
  const [one, two] = articleFiles(join(folder, 'twins'), {
    '1.txt': 'Twins\n\nA word.',
    '2.txt': 'Twins\n\nA word.',
  });
  const twins = await marginalia(['import', project, one!, two!]);
  expect(twins).toMatchObject({ code: 0, out: expect.stringContaining('1 already there, not added again') });

  expect((await marginalia(['--help'])).code).toBe(0);
  expect((await marginalia(['frobnicate'])).code).toBe(2);
  expect((await marginalia(['info', project, '--colour', 'red'])).code).toBe(2);
  expect((await marginalia(['info', join(folder, 'nowhere')])).code).toBe(3);
});
