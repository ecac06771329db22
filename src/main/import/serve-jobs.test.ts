import { expect, it } from 'vitest';
import type { JobReply } from './jobs';
import { serveJobs } from './serve-jobs';

/** What a job that throws is answered with. */
async function answerTo(thrown: unknown): Promise<JobReply> {
  let ask: (message: unknown) => void = () => {};
  const answered = new Promise<unknown>((post) => {
    serveJobs(
      {
        onMessage: (listener) => {
          ask = listener;
        },
        post,
      },
      { collect: () => Promise.reject(thrown) },
    );
  });
  ask({ id: 7, kind: 'collect', request: { paths: [] } });
  return (await answered) as JobReply;
}

it('tells why a job failed in words: those of the system are not a person’s', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  expect(await answerTo(full)).toEqual({ id: 7, error: 'the disk is full' });
  expect(await answerTo(new Error('unknown format "x"'))).toEqual({ id: 7, error: 'unknown format "x"' });
  expect(await answerTo('cut short')).toEqual({ id: 7, error: 'cut short' });
});
