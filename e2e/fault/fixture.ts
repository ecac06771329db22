import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test as base, expect, launch } from '../app';

/**
 * As the test of the other end-to-end tests, but what still runs at the end is killed: an app that could not save
 * asks before it closes, and nobody would answer.
 */
export const test = base.extend({
  start: async ({ folder }, use) => {
    const running: ChildProcess[] = [];
    await use(async (options = {}) => {
      const workbench = await launch({ userData: join(folder, 'user'), ...options });
      running.push(workbench.app.process());
      return workbench;
    });
    for (const program of running) {
      if (program.exitCode !== null || program.signalCode !== null) continue;
      const gone = once(program, 'exit');
      program.kill('SIGKILL');
      await gone;
    }
  },
});
export { expect };
