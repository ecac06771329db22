import { sayWhy } from '../store/disk-errors';
import type { CancelMessage, JobKind, JobMessage, JobReply, Jobs, JobTable, ProgressOf } from './jobs';
import type { WorkerPort } from './worker-port';

/** Answers every job that comes in over the line, with its result or the message of what was thrown. */
export function serveJobs<Kind extends JobKind>(port: WorkerPort, jobs: Pick<JobTable, Kind>): void {
  const running = new Map<number, AbortController>();
  const answer = (reply: JobReply) => port.post(reply);
  const run = async ({ id, kind, request }: JobMessage<Kind>): Promise<Jobs[Kind]['result']> => {
    if (!Object.hasOwn(jobs, kind)) throw new Error(`this worker does no ${kind}`);
    const controller = new AbortController();
    running.set(id, controller);
    return jobs[kind](
      request,
      (progress) => answer({ id, progress: progress as ProgressOf<JobKind> }),
      controller.signal,
    );
  };
  port.onMessage((message) => {
    const job = message as JobMessage<Kind> | CancelMessage;
    if ('cancel' in job) return running.get(job.cancel)?.abort();
    run(job)
      .then(
        (result) => answer({ id: job.id, result }),
        (error: unknown) => answer({ id: job.id, error: sayWhy(error) }),
      )
      .finally(() => running.delete(job.id));
  });
}
