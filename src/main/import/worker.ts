import { exportJob } from './export-job';
import type { JobMessage, JobReply, JobTable } from './jobs';
import { readFileJob } from './read-file';
import { workerPort } from './worker-port';

/**
 * Entry of the process in which untrusted files are read. It can hang, balloon or crash: the host
 * (worker-host.ts) kills it and only the file at hand is lost. One job at a time comes in; each is answered.
 */
const jobs: JobTable = {
  read: readFileJob,
  export: exportJob,
};

const port = workerPort();

port.onMessage((message) => {
  const { id, kind, request } = message as JobMessage;
  (jobs[kind] as (typeof jobs)[typeof kind])(request as never, (progress) => answer({ id, progress })).then(
    (result) => answer({ id, result }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});

function answer(reply: JobReply): void {
  port.post(reply);
}
