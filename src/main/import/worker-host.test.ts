import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pdf } from './fixtures/documents';
import { forkedWorkers } from './fixtures/fork-worker';
import type { ReadRequest } from './jobs';
import type { WorkerHost } from './worker-host';
import { createWorkerHost } from './worker-host';

const pasted = (fileName: string): ReadRequest => ({
  fileName,
  format: 'txt',
  source: { text: 'Some words here.' },
});
const alive = (pid: number | undefined) => {
  try {
    return process.kill(pid!, 0);
  } catch {
    return false;
  }
};

/** Real processes, started with Node's fork where the app uses Electron's. */
describe('the worker host', () => {
  let workers: Awaited<ReturnType<typeof forkedWorkers>>;
  let host: WorkerHost;

  beforeAll(async () => {
    workers = await forkedWorkers();
    host = createWorkerHost(workers);
  });
  afterAll(() => host.dispose());

  it('runs jobs one after the other in one process', async () => {
    const outcomes = await Promise.all([
      host.run('read', pasted('a.txt')),
      host.run('read', pasted('b.txt')),
    ]);
    expect(outcomes).toMatchObject([
      {
        kind: 'done',
        result: { articles: [{ encodingCertain: true, draft: { text: 'Some words here.' } }] },
      },
      { kind: 'done', result: { articles: [{ draft: { origin: { fileName: 'b.txt' } } }] } },
    ]);
    expect(workers.started).toHaveLength(1);
  });

  it('hands back what a job throws', async () => {
    expect(await host.run('read', pasted('throw.txt'))).toEqual({ kind: 'failed', message: 'on purpose' });
  });

  it('kills a process that hangs, and goes on with another', async () => {
    const { pid } = workers.started.at(-1)!;
    const begun = performance.now();
    expect(await host.run('read', pasted('hang.txt'), { milliseconds: 700 })).toEqual({
      kind: 'stopped',
      reason: 'time',
    });
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(await host.run('read', pasted('after.txt'))).toMatchObject({ kind: 'done' });
    expect(alive(pid)).toBe(false);
  });

  it.skipIf(process.platform !== 'linux')(
    'kills a process that balloons, and goes on with another',
    async () => {
      const outcome = await host.run('read', pasted('balloon.txt'), { bytes: 400 * 1024 * 1024 });
      expect(outcome).toEqual({ kind: 'stopped', reason: 'memory' });
      expect(await host.run('read', pasted('after.txt'))).toMatchObject({ kind: 'done' });
    },
  );

  it('outlives the promises that pdf.js leaves behind over a damaged file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'marginalia-pdf-'));
    const lines = [[['One', 40, 700, 11]], [['Two', 40, 700, 11]]] as const;
    // Its last object does not end.
    const bytes = Buffer.from(pdf(lines))
      .toString('latin1')
      .replace(/endobj\nxref/u, 'BT ET\nxref');
    const path = join(folder, 'a.pdf');
    await writeFile(path, bytes, 'latin1');
    const request: ReadRequest = { fileName: 'a.pdf', format: 'pdf', source: { path } };
    const before = workers.started.length;
    for (let times = 0; times < 2; times++)
      expect(await host.run('read', request)).toMatchObject({
        kind: 'done',
        result: { articles: [{ draft: { text: expect.stringContaining('One') } }] },
      });
    expect(workers.started).toHaveLength(before);
    await rm(folder, { recursive: true });
  });

  it('survives a crash', async () => {
    expect(await host.run('read', pasted('crash.txt'))).toEqual({ kind: 'stopped', reason: 'crash' });
    expect(await host.run('read', pasted('after.txt'))).toMatchObject({ kind: 'done' });
  });

  it('cancels in the middle of a job, and before one', async () => {
    const controller = new AbortController();
    const running = host.run('read', pasted('hang.txt'), { signal: controller.signal });
    setTimeout(() => controller.abort(), 300);
    expect(await running).toEqual({ kind: 'stopped', reason: 'cancelled' });
    expect(await host.run('read', pasted('a.txt'), { signal: controller.signal })).toEqual({
      kind: 'stopped',
      reason: 'cancelled',
    });
    expect(await host.run('read', pasted('after.txt'))).toMatchObject({ kind: 'done' });
  });

  it('ends its process, and starts another when asked again', async () => {
    host.dispose();
    const before = workers.started.length;
    expect(await host.run('read', pasted('after.txt'))).toMatchObject({ kind: 'done' });
    expect(workers.started).toHaveLength(before + 1);
  });

  it('reports a process that cannot be started', async () => {
    const broken = createWorkerHost({
      spawn() {
        throw new Error('no such program');
      },
    });
    expect(await broken.run('read', pasted('a.txt'))).toEqual({ kind: 'failed', message: 'no such program' });
  });

  it('does no work in a process that would run text as code', async () => {
    const open = createWorkerHost(await forkedWorkers(undefined, []));
    expect(await open.run('read', pasted('a.txt'))).toEqual({ kind: 'stopped', reason: 'crash' });
    open.dispose();
  });
});
