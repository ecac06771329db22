import { parentPort } from 'node:worker_threads';
import { readMany } from './read-many';

/** A thread that reads files: paths in, bytes out. */
parentPort?.on('message', (paths: readonly string[]) => {
  const read = readMany(paths);
  parentPort!.postMessage(read, [read.bytes]);
});
