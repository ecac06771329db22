import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { capture, note, UserError } from './run.mjs';
import { hasDisplay, XVFB } from './xvfb.mjs';

/** What Electron loads, by Debian's names. */
const LIBRARIES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libxkbcommon0',
  'libnotify4',
];
const FONTS = ['fonts-liberation', 'fonts-noto-color-emoji'];
const SCREEN = ['xvfb', 'xauth'];

/** Another apt-get may be at work on a fresh machine. */
const WAIT = '-oDPkg::Lock::Timeout=300';

/**
 * Makes sure that Linux has what `executable` (Electron) needs, and with `display: true` a screen for it.
 * As root on Debian or Ubuntu it installs what is missing; elsewhere, or when that does not help, it
 * rejects with a `UserError` that names what is missing and the command to type. Silent when all is there.
 */
export async function ensureSystem({ executable, display }) {
  if (process.platform !== 'linux') return;
  const missing = await findMissing(executable, display);
  if (missing.packages.length === 0) return;
  const packages = await availableNames(missing.packages);
  const canInstall = isDebian() && process.getuid() === 0;
  if (!canInstall) throw new UserError(explain(missing.reasons, packages));
  note(`Installing with apt-get, for ${missing.reasons.join(', ')} …`);
  await install(missing.packages);
  const still = await findMissing(executable, display);
  if (still.packages.length > 0)
    throw new UserError(explain(still.reasons, await availableNames(still.packages)));
}

async function findMissing(executable, display) {
  const missing = { reasons: [], packages: [] };
  const { stdout } = await capture(['ldd', executable]);
  const libraries = stdout.split('\n').filter((line) => line.includes('not found'));
  if (libraries.length > 0) {
    missing.reasons.push(...libraries.map((line) => line.trim().split(' ')[0]));
    missing.packages.push(...LIBRARIES);
  }
  if (!hasFonts()) {
    missing.reasons.push('fonts');
    missing.packages.push(...FONTS);
  }
  if (display && !hasDisplay() && !onPath(XVFB)) {
    missing.reasons.push('Xvfb (a screen for tests)');
    missing.packages.push(...SCREEN);
  }
  return missing;
}

function hasFonts() {
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts'];
  folders.push(join(homedir(), '.fonts'), join(homedir(), '.local/share/fonts'));
  return folders.some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc|pfb)$/i.test(name)),
  );
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function isDebian() {
  try {
    const release = readFileSync('/etc/os-release', 'utf8');
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(release) && onPath('apt-get');
  } catch {
    return false;
  }
}

async function install(packages) {
  // A failing update (one mirror of several, say) is no reason to stop: the install tells.
  await capture(['apt-get', 'update', WAIT]);
  const names = await availableNames(packages);
  const { code, stderr } = await capture(
    ['apt-get', 'install', WAIT, '-y', '--no-install-recommends', ...names],
    {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
  if (code !== 0) throw new UserError(`apt-get could not install ${names.join(' ')}:\n${stderr.trim()}`);
}

/** Since the 64-bit time_t change (Ubuntu 24.04, Debian 13) some libraries are called libgtk-3-0t64. */
async function availableNames(packages) {
  if (!isDebian()) return packages;
  const { stdout } = await capture(
    ['apt-cache', 'policy', ...packages, ...packages.map((name) => `${name}t64`)],
    {
      env: { LC_ALL: 'C' },
    },
  );
  const available = new Set();
  for (const [, name, candidate] of stdout.matchAll(/^(\S+):\n(?: .*\n)*? {2}Candidate: (.*)$/gm)) {
    if (candidate !== '(none)') available.add(name);
  }
  return packages.map((name) => (!available.has(name) && available.has(`${name}t64`) ? `${name}t64` : name));
}

function explain(reasons, packages) {
  const what = `Missing on this machine: ${reasons.join(', ')}.`;
  if (isDebian()) return `${what}\nInstall it with:\n\n  sudo apt-get install -y ${packages.join(' ')}\n`;
  return `${what}\nInstall it with your system's package manager. On Debian the packages are: ${packages.join(' ')}`;
}
