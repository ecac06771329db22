import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inFolder, projectOf } from './project-on-disk.arbitrary';
import { createProject, openProject } from './project-store';

/** Tags without end, several changes at once, with files, checkpoints and backups all the while. */
const DRIVER = `
import { openProject } from ${JSON.stringify(join(import.meta.dirname, 'project-store'))};
import { add, tag } from ${JSON.stringify(join(import.meta.dirname, 'project-on-disk.arbitrary'))};
const store = await openProject(process.argv[2], { followAfter: 1 });
const first = Number(process.argv[3]);
for (let number = first; ; number += 3) {
  const some = [0, 1, 2].map((more) => store.commit('tag', tag(store.project, number + more)));
  if (number % 4 === 0) some.push(store.commit('import', add([1000 + number]), new Map([['a' + (1000 + number), Buffer.from('x')]])));
  if (number % 10 === 0) store.backup('burst').catch(() => {});
  await Promise.all(some);
  process.stdout.write(number + 2 + '\\n');
}
`;

let place = '';
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'marginalia-driver-'));
  await writeFile(join(place, 'driver.ts'), DRIVER);
  await mkdir(join(place, 'out'));
  await build({
    root: place,
    configFile: false,
    logLevel: 'error',
    // The store is TypeScript and the child plain Node: everything goes into one file.
    ssr: { noExternal: true },
    build: {
      ssr: join(place, 'driver.ts'),
      outDir: join(place, 'out'),
      minify: false,
      rollupOptions: { output: { entryFileNames: 'driver.mjs' } },
    },
  });
});
afterAll(() => rm(place, { recursive: true, force: true }));

/** Lets a child write until it has acknowledged so many rounds, then kills it; the last number it told. */
async function killAfter(folder: string, first: number, rounds: number): Promise<number> {
  const child = spawn(process.execPath, [join(place, 'out/driver.mjs'), folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = first - 1;
  let told = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (++told === rounds) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(child.signalCode).toBe('SIGKILL');
  return last;
}

test('a process killed in the middle of a burst loses nothing it had acknowledged, time after time', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(1, 0))).close();
    let first = 0;
    for (let round = 0; round < 8; round++) {
      const last = await killAfter(folder, first, 3 + round * 5);
      const store = await openProject(folder);
      // The lock of the dead process is no obstacle.
      expect(store.readOnly).toBeNull();
      const ids = new Set(store.project.annotations.get('a1')!.map((annotation) => annotation.id));
      for (let number = 0; number <= last; number++) expect(ids).toContain(`n${number}-a1`);
      for (const line of store.report) expect(line).toMatch(/not a whole change|kept as set-aside/);
      first = Math.max(...[...ids].map((id) => Number(/\d+/.exec(id)![0]))) + 1;
      await store.close();
    }
    const store = await openProject(folder);
    expect(store.report).toEqual([]);
    await store.close();
  }));
