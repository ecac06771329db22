import { runsText } from './worker-walls';

/** The line to the process that started this one. */
export interface WorkerPort {
  onMessage(listener: (message: unknown) => void): void;
  post(message: unknown): void;
}

/**
 * The line of this process: Electron's `parentPort` in a utility process, else that of child_process.fork
 * (as in the tests). Throws when there is neither, and in a process that would run text as code.
 */
export function workerPort(): WorkerPort {
  if (runsText()) throw new Error('the worker was started without its walls');
  const parent = process.parentPort as Electron.ParentPort | undefined;
  if (parent) {
    return {
      onMessage: (listener) => void parent.on('message', (event) => listener(event.data)),
      post: (message) => parent.postMessage(message),
    };
  }
  if (!process.send) throw new Error('the worker was not started by the app');
  return {
    onMessage: (listener) => void process.on('message', listener),
    post: (message) => void process.send?.(message),
  };
}
