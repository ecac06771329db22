import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder; every script works from here, wherever it was called from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const children = new Set();
let interruptedBy;
let listening = false;

/** A problem that the person at the keyboard can solve: shown as its message alone, without a stack. */
export class UserError extends Error {}

/** Prints one line for a person. On stderr, so that output meant for programs stays clean. */
export function note(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's body and ends the process with the exit code it returns (nothing means 0).
 * A `UserError` ends it with 1 and its message; any other error also shows its stack.
 */
export async function main(body) {
  handleSignals();
  try {
    process.exit((await body()) ?? 0);
  } catch (error) {
    note(error instanceof UserError ? error.message : (error?.stack ?? String(error)));
    process.exit(1);
  }
}

/**
 * Passes SIGINT, SIGTERM and SIGHUP on to the running children and leaves once the last one has ended.
 * Leaving through `process.exit` is the point: it runs the 'exit' listeners that end Xvfb and free locks.
 */
function handleSignals() {
  if (listening) return;
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interruptedBy = signal;
      for (const child of children) child.kill(signal);
      leaveIfInterrupted();
    });
  }
}

function leaveIfInterrupted() {
  if (interruptedBy && children.size === 0) process.exit(exitCode(null, interruptedBy));
}

function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}

/**
 * Runs a program to its end with this terminal, from the repository's root.
 * Resolves with its exit code (128 + number when a signal ended it); rejects if it cannot be started.
 */
export async function run([command, ...args], { env = {}, cwd = root } = {}) {
  handleSignals();
  return (await finish(spawn(command, args, { cwd, env: merged(env), stdio: 'inherit' }))).code;
}

/**
 * Runs a program to its end and keeps what it prints. Resolves with `{ code, stdout, stderr }`;
 * rejects if it cannot be started. `onStart` is given the child, for a caller that may have to end it.
 */
export async function capture([command, ...args], { env = {}, cwd = root, onStart } = {}) {
  const child = spawn(command, args, { cwd, env: merged(env), stdio: ['ignore', 'pipe', 'pipe'] });
  const kept = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr']) {
    child[name].setEncoding('utf8').on('data', (text) => {
      kept[name] += text;
    });
  }
  onStart?.(child);
  return { ...(await finish(child)), ...kept };
}

/** The command line of a tool that an installed package brings, run by this Node (so also on Windows). */
export function tool(packageName, ...args) {
  // By path: some packages do not export their package.json.
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return [process.execPath, join(folder, Object.values(bin)[0]), ...args];
}

// A value of undefined removes the variable.
function merged(env) {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(([, value]) => value !== undefined),
  );
}

function finish(child) {
  children.add(child);
  return new Promise((done, fail) => {
    child.once('error', (error) => {
      children.delete(child);
      fail(error);
    });
    child.once('close', (code, signal) => {
      children.delete(child);
      leaveIfInterrupted();
      done({ code: exitCode(code, signal) });
    });
  });
}
