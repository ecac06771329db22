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
 * are had one by one, and those that cannot be had at all are left out.
 *
 * Resolves with `{ python }`, its path, or `{ missing }`: why there is none.
 */
export async function pythonWith(requirements, constraints) {
  const found = await findPython();
  if (!found) return { missing: `Python ${OLDEST.join('.')} or newer is not installed` };
  const wanted = [requirements, constraints].map((path) => readFileSync(path, 'utf8')).join('\n');
  const key = createHash('sha256').update(`${found.version}\n${wanted}`).digest('hex').slice(0, 16);
  const folder = join(cacheFolder(), `python-${key}`);
  const python = join(folder, ...(onWindows ? ['Scripts', 'python.exe'] : ['bin', 'python']));
  const stamp = join(folder, '.installed');
  if (existsSync(stamp)) return { python };
  return await withLock(async () => {
    if (existsSync(stamp)) return { python };
    note(
      `Python ${found.version}: installing what ${requirements} lists into ${folder}; this takes minutes.`,
    );
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const made = await capture([...found.command, '-m', 'venv', folder]);
    if (made.code !== 0) return { missing: `Python cannot make an environment (${lastLine(made)})` };
    const missing = await install(python, requirements, constraints);
    if (missing) return { missing };
    await writeFile(stamp, '');
    return { python };
  });
}

/** Why nothing could be installed, or undefined. */
async function install(python, requirements, constraints) {
  const pip = (...args) =>
    capture([python, '-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '-q', ...args]);
  const together = await pip('-r', requirements, '-c', constraints);
  if (together.code === 0) return undefined;
  note(`Not all at once (${lastLine(together)}); one by one:`);
  const lines = readFileSync(requirements, 'utf8').split('\n');
  let installed = 0;
  let last = together;
  for (const name of lines.map((line) => line.replace(/#.*/, '').trim()).filter(Boolean)) {
    last = await pip(name);
    if (last.code === 0) installed++;
    else note(`${name} cannot be had (${lastLine(last)}).`);
    // The first is small: when it cannot be had, there is no way to any.
    if (installed === 0) break;
  }
  return installed > 0 ? undefined : `no package can be had (${lastLine(last)})`;
}

const lastLine = ({ stderr, stdout }) => (stderr || stdout).trim().split('\n').at(-1);

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
