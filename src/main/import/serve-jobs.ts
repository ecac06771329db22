import type { JobKind, JobMessage, JobReply, Jobs, JobTable } from './jobs';
import type { WorkerPort } from './worker-port';

/** Answers every job that comes in over the line, with its result or the message of what was thrown. */
export function serveJobs(port: WorkerPort, jobs: JobTable): void {
  const answer = (reply: JobReply) => port.post(reply);
  const run = <Kind extends JobKind>({
    id,
    kind,
    request,
  }: JobMessage<Kind>): Promise<Jobs[Kind]['result']> =>
    jobs[kind](request, (progress) => answer({ id, progress }));
  port.onMessage((message) => {
    const job = message as JobMessage;
    run(job).then(
      (result) => answer({ id: job.id, result }),
      (error: unknown) =>
        answer({ id: job.id, error: error instanceof Error ? error.message : String(error) }),
    );
  });
}
