import { spawn } from 'node:child_process';

/** The program that is a screen in memory. */
export const XVFB = 'Xvfb';

const START_LIMIT = 15_000;

/** Whether a window can be shown: always on macOS and Windows; on Linux when X11 or Wayland is announced. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work(env)` with a screen: the user's own (`env` is empty), or else an Xvfb of 1600x1000 that lives
 * until `work` has ended or this process leaves. Resolves with what `work` resolves with.
 * Rejects if Xvfb cannot be started.
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work({});
  const xvfb = start();
  const stop = () => xvfb.kill();
  process.once('exit', stop);
  try {
    return await work({ DISPLAY: `:${await displayNumber(xvfb)}` });
  } finally {
    process.removeListener('exit', stop);
    stop();
  }
}

function start() {
  // -displayfd lets the server pick a free display and tell its number on that file descriptor. -noreset
  // keeps it from restarting whenever the last window closes, which loses a client that connects then.
  return spawn(XVFB, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-noreset', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Out of the terminal's process group: Ctrl-C must end the tests first, and the screen after them.
    detached: true,
  });
}

function displayNumber(xvfb) {
  return new Promise((done, fail) => {
    let errors = '';
    let number = '';
    const limit = setTimeout(() => fail(new Error(`Xvfb did not start in time: ${errors}`)), START_LIMIT);
    xvfb.stderr.on('data', (text) => {
      errors += text;
    });
    xvfb.stdio[3].on('data', (text) => {
      number += text;
      if (!number.endsWith('\n')) return;
      clearTimeout(limit);
      done(Number(number));
    });
    xvfb.once('error', fail);
    xvfb.once('exit', (code) => fail(new Error(`Xvfb ended with code ${code}: ${errors}`)));
  });
}
