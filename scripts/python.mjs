import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, withLock } from './cache.mjs';
import { capture, note } from './run.mjs';

/** The oldest Python that the pinned packages run on. */
const OLDEST = [3, 11];

/** Spark needs Java of at least this version. */
const OLDEST_JAVA = 17;

const onWindows = process.platform === 'win32';

/**
 * A Python with the packages of a requirements file (exact versions, `#` for comments) in an environment of its own in
 * the cache, made when there is none. `constraints` pins what those need in turn; packages that cannot be had together
 * are had one by one, and those that cannot be had at all are left out. `alone` lists packages that are had without
 * what they need, as that contradicts the others.
 *
 * Resolves with `{ python }`, its path, or `{ missing }`: why there is none.
 */
export async function pythonWith(requirements, constraints, alone) {
  const found = await findPython();
  if (!found) return { missing: `Python ${OLDEST.join('.')} or newer is not installed` };
  const wanted = [requirements, constraints, alone].map((path) => readFileSync(path, 'utf8')).join('\n');
  const key = createHash('sha256').update(`${found.version}\n${wanted}`).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), `python-${key}`);
  const python = join(folder, ...(onWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  // What could not be had when the environment was made; it is tried again each time.
  const stamp = join(folder, '.lacks');
  const lacking = () => (existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined);
  if (lacking() === '') return { python };
  return await withLock(async () => {
    if (lacking() === '') return { python };
    note(
      `Python ${found.version}: installing what ${requirements} lists into ${folder}; this takes minutes.`,
    );
    if (lacking() === undefined) {
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const made = await capture([...found.command, '-m', 'venv', folder]);
      if (made.code !== 0) return { missing: `Python cannot make an environment (${fault(made)})` };
    }
    const { installed, lacks } = await install(python, requirements, constraints, alone);
    if (installed === 0) return { missing: `no package can be had (${lacks[0]})` };
    await writeFile(stamp, lacks.join('\n'));
    return { python };
  });
}

/** How many packages are there now, and why each of the others is not. */
async function install(python, requirements, constraints, alone) {
  const pip = (...args) =>
    capture([python, '-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '-q', ...args]);
  const lines = readFileSync(requirements, 'utf8').split('\n');
  const names = lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
  const together = await pip('-r', requirements, '-c', constraints);
  if (together.code === 0) {
    const others = await pip('--no-deps', '-r', alone);
    return { installed: names.length, lacks: others.code === 0 ? [] : [fault(others)] };
  }
  note(`Not all at once (${fault(together)}); one by one:`);
  const lacks = [];
  for (const name of names) {
    const alone = await pip(name);
    if (alone.code !== 0) {
      lacks.push(`${name}: ${fault(alone)}`);
      note(lacks.at(-1));
    }
    // The first is small: when it cannot be had, there is no way to any.
    if (name === names[0] && lacks.length > 0) return { installed: 0, lacks };
  }
  return { installed: names.length - lacks.length, lacks };
}

/** What a program complained of first. */
function fault({ stderr, stdout }) {
  const lines = (stderr || stdout).trim().split('\n');
  return lines.find((line) => line.startsWith('ERROR')) ?? lines.at(-1);
}

async function findPython() {
  const named = process.env.MARGINALIA_PYTHON;
  const commands = named ? [[named]] : [['python3'], ['python'], ...(onWindows ? [['py', '-3']] : [])];
  for (const command of commands) {
    const said = await capture([...command, '-c', 'import sys; print(*sys.version_info[:3], sep=".")']).catch(
      () => undefined,
    );
    const [major, minor] = said?.stdout.trim().split('.').map(Number) ?? [];
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
      return { command, version: said.stdout.trim() };
    }
  }
  return undefined;
}

/** The program of a Java that Spark runs on, or undefined. */
export async function findJava() {
  const home = process.env.JAVA_HOME;
  const program = home ? join(home, 'bin', 'java') : 'java';
  const said = await capture([program, '-version']).catch(() => undefined);
  const version = Number(/version "(?:1\.)?(\d+)/.exec(`${said?.stderr}${said?.stdout}`)?.[1]);
  return version >= OLDEST_JAVA ? program : undefined;
}
