import type { CancelMessage, JobKind, JobMessage, JobReply, Jobs, ProgressOf } from './jobs';

/** A process that does jobs; how it is started is the caller's affair (electron-worker.ts, or fork in tests). */
export interface WorkerProcess {
  readonly pid: number | undefined;
  postMessage(message: JobMessage | CancelMessage): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: () => void): void;
  /** At once and whatever it is doing. */
  kill(): void;
}

export interface HostOptions {
  spawn(): WorkerProcess;
  /** Resident memory of a process in bytes; undefined when not known. */
  residentBytes?(pid: number): number | undefined;
}

export interface JobLimits<Kind extends JobKind = JobKind> {
  /** Aborting kills the process in the middle of the job. */
  readonly signal?: AbortSignal;
  /** Aborting asks the job to stop, and kills the process only when it has not after so many milliseconds. */
  readonly grace?: number;
  readonly milliseconds?: number;
  readonly bytes?: number;
  onProgress?(progress: ProgressOf<Kind>): void;
}

/** How a job ended. Only 'failed' is a bug of ours; 'stopped' is what hostile or odd files come to. */
export type JobOutcome<Kind extends JobKind> =
  | { readonly kind: 'done'; readonly result: Jobs[Kind]['result'] }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped'; readonly reason: StopReason };

export type StopReason = 'time' | 'memory' | 'crash' | 'cancelled';

export interface WorkerHost {
  /** Runs one job after those asked for before it. Never rejects. */
  run<Kind extends JobKind>(
    kind: Kind,
    request: Jobs[Kind]['request'],
    limits?: JobLimits<Kind>,
  ): Promise<JobOutcome<Kind>>;
  /** Ends the process. A later job starts another. */
  dispose(): void;
}

interface RunningJob {
  readonly id: number;
  readonly limits: JobLimits;
  finish(outcome: JobOutcome<JobKind>): void;
}

/** The limits of a job that is given none. */
const JOB_MILLISECONDS = 30_000;
const JOB_BYTES = 1024 * 1024 * 1024;
const PROBE_EVERY_MILLISECONDS = 200;

/** A host with one process, started at the first job, killed when a job goes beyond its limits. */
export function createWorkerHost({ spawn, residentBytes }: HostOptions): WorkerHost {
  let worker: WorkerProcess | null = null;
  let current: RunningJob | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let lastId = 0;

  const start = (): WorkerProcess => {
    const started = spawn();
    started.onMessage((message) => {
      const reply = message as JobReply;
      if (worker !== started || reply.id !== current?.id) return;
      if ('progress' in reply) current.limits.onProgress?.(reply.progress);
      else if ('error' in reply) current.finish({ kind: 'failed', message: reply.error });
      else current.finish({ kind: 'done', result: reply.result as Jobs[JobKind]['result'] });
    });
    started.onExit(() => {
      if (worker !== started) return;
      worker = null;
      current?.finish({ kind: 'stopped', reason: 'crash' });
    });
    return started;
  };

  const dispose = () => {
    const old = worker;
    worker = null;
    old?.kill();
    current?.finish({ kind: 'stopped', reason: 'cancelled' });
  };

  const runOne = <Kind extends JobKind>(
    kind: Kind,
    request: Jobs[Kind]['request'],
    limits: JobLimits<Kind>,
  ) =>
    new Promise<JobOutcome<JobKind>>((resolve) => {
      const { signal, grace = 0, milliseconds = JOB_MILLISECONDS, bytes = JOB_BYTES } = limits;
      if (signal?.aborted) return resolve({ kind: 'stopped', reason: 'cancelled' });
      const id = ++lastId;
      const stop = (reason: StopReason) => {
        const old = worker;
        worker = null;
        old?.kill();
        current?.finish({ kind: 'stopped', reason });
      };
      let graceOver: ReturnType<typeof setTimeout> | undefined;
      const abort = () => {
        if (grace === 0) return stop('cancelled');
        worker?.postMessage({ cancel: id });
        graceOver = setTimeout(() => stop('cancelled'), grace);
      };
      const probe = () => {
        const pid = worker?.pid;
        if (pid !== undefined && (residentBytes?.(pid) ?? 0) > bytes) stop('memory');
      };
      const timer = setTimeout(() => stop('time'), milliseconds);
      const watch = setInterval(probe, PROBE_EVERY_MILLISECONDS);
      signal?.addEventListener('abort', abort);
      current = {
        id,
        limits: limits as JobLimits,
        finish(outcome) {
          clearTimeout(timer);
          clearTimeout(graceOver);
          clearInterval(watch);
          signal?.removeEventListener('abort', abort);
          current = null;
          resolve(signal?.aborted ? { kind: 'stopped', reason: 'cancelled' } : outcome);
        },
      };
      try {
        worker ??= start();
        worker.postMessage({ id, kind, request });
      } catch (error) {
        worker = null;
        current?.finish({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
      }
    });

  return {
    run<Kind extends JobKind>(kind: Kind, request: Jobs[Kind]['request'], limits: JobLimits<Kind> = {}) {
      const next = queue.then(() => runOne(kind, request, limits));
      queue = next;
      return next as Promise<JobOutcome<Kind>>;
    },
    dispose,
  };
}
