import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { HostOptions, WorkerProcess } from './worker-host';
import { WORKER_FLAGS } from './worker-walls';

/** A worker as one of Electron's utility processes: `createWorkerHost(electronWorker('worker'))`. */
export function electronWorker(entry: string): HostOptions {
  return { spawn: () => spawn(entry), residentBytes };
}

function spawn(entry: string): WorkerProcess {
  const child = utilityProcess.fork(join(import.meta.dirname, `${entry}.js`), [], {
    // Given bare, Electron would hand V8's switches to Node, which comes too late to set them.
    execArgv: WORKER_FLAGS.map((flag) => `--js-flags=${flag}`),
    serviceName: entry === 'search-worker' ? 'Marginalia search' : 'Marginalia reader',
  });
  return {
    get pid() {
      return child.pid;
    },
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    kill() {
      const { pid } = child;
      child.kill();
      // Electron asks nicely (SIGTERM); a parser gone wild need not listen.
      try {
        if (pid !== undefined) process.kill(pid, 'SIGKILL');
      } catch {
        // it has gone
      }
    },
  };
}

/** What the operating system counts as the process's own, in bytes. */
function residentBytes(pid: number): number | undefined {
  const metric = app.getAppMetrics().find((candidate) => candidate.pid === pid);
  return metric && metric.memory.workingSetSize * 1024;
}
