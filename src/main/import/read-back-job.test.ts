import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf, claimOn, projectOf } from '../../core/formats/fixtures/small-project';
import { formatById } from '../../core/formats/registry';
import { writeExport } from '../write-export';
import { readBackJob } from './read-back-job';

test('what is on the disk is read, so a file that was spoilt there is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'read-back-'));
  try {
    const article = articleOf('a1', 'The brakes failed twice. Nobody came.');
    const project = projectOf([article], [claimOn(article, 'c1', [[4, 10]])]);
    const { files } = await writeExport(folder, formatById('marginalia-json').serialize(project));
    const task = { project, formatId: 'marginalia-json', options: {}, scope: {}, folder, files };
    expect(await readBackJob(task)).toMatchObject({ differences: [] });

    const path = join(folder, files[0]!);
    const text = await readFile(path, 'utf8');
    const [span] = /\{ "start": (\d+), "end": \d+ \}/.exec(text.slice(text.indexOf('"annotations"')))!;
    await writeFile(
      path,
      text.replaceAll(
        span,
        span.replace(/\d+/, (start) => String(Number(start) + 1)),
      ),
    );
    expect(await readBackJob(task)).toMatchObject({ differences: [{ kind: 'place', grave: true }] });

    await writeFile(path, text.slice(0, -9));
    expect(await readBackJob(task)).toMatchObject({ problem: expect.stringContaining(files[0]!) });
    await rm(path);
    expect(await readBackJob(task)).toMatchObject({ problem: expect.stringContaining('ENOENT') });
  } finally {
    await rm(folder, { recursive: true });
  }
});
