import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, ROOT, test } from './app';

/** Programs of one run of the app, by what they are for: read from the command lines the system keeps. */
function processesOf(mark: string): readonly { readonly pid: string; readonly kind: string }[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
      const kind = /--type=([\w-]+)/.exec(line)?.[1] ?? 'main';
      return line.includes(mark) ? [{ pid, kind }] : [];
    } catch {
      return [];
    }
  });
}

/** The mode of the system-call filter a process runs under: 0 none, 2 a filter. proc(5), "Seccomp". */
const filterOf = (pid: string) => /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

function works([program, ...args]: readonly string[]): boolean {
  return spawnSync(program!, args).status === 0;
}

test("an ordinary user's page runs behind the system's own sandbox", async ({ folder }) => {
  test.skip(process.platform !== 'linux', 'The file system of processes is read, which only Linux has.');
  const asRoot = process.getuid!() === 0;
  const plain = (...words: string[]) => (asRoot ? ['runuser', '-u', 'nobody', '--', ...words] : words);
  test.skip(
    !works(plain('unshare', '--user', 'true')),
    'This system lets no ordinary user make a name space, without which Chromium has no sandbox.',
  );
  // The user that owns nothing must be able to read the app and Electron, wherever they are kept.
  const electron = join(folder, 'electron');
  const app = join(folder, 'app');
  const data = join(folder, 'data');
  execFileSync('cp', ['-a', process.env.ELECTRON_OVERRIDE_DIST_PATH!, electron]);
  mkdirSync(app);
  for (const part of ['package.json', 'out', 'resources']) {
    cpSync(join(ROOT, part), join(app, part), { recursive: true });
  }
  mkdirSync(data);
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  chmodSync(data, 0o777);
  const [program, ...args] = plain(
    join(electron, 'electron'),
    app,
    `--user-data-dir=${join(data, 'settings')}`,
    '--disable-gpu',
  );
  const env = { ...process.env, HOME: data, XDG_RUNTIME_DIR: data };
  const child = spawn(program!, args, { env, stdio: 'ignore' });
  try {
    const renderer = () => processesOf(data).find(({ kind }) => kind === 'renderer')?.pid;
    await expect.poll(renderer, { timeout: 30_000 }).toBeTruthy();
    await expect.poll(() => filterOf(renderer()!)).toBe('2');
    expect(
      processesOf(data).filter(({ pid }) =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('no-sandbox'),
      ),
    ).toEqual([]);
  } finally {
    const gone = new Promise((done) => child.once('exit', done));
    for (const { pid } of processesOf(data)) process.kill(Number(pid), 'SIGKILL');
    child.kill('SIGKILL');
    await gone;
  }
});
