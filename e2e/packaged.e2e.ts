import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Page } from '@playwright/test';
import { expect, ROOT, test } from './app';
import { annotationsOnDisk, articleFiles, HARBOUR, importFiles, newProject, saved } from './desk';

const packed = join(ROOT, 'dist/linux-unpacked');
const program = join(packed, 'marginalia');
const asRoot = process.getuid?.() === 0;

/** How a fuse stands in the binary: the digit's character code (Electron, "Fuses"). */
const [OFF, ON] = [48, 49];

/** Starts the packed program. A debugger of main is closed to it: its page is driven by Chromium's own port. */
function startPacked(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const flags = [`--user-data-dir=${join(folder, 'packed')}`, ...(asRoot ? ['--no-sandbox'] : [])];
  const child = spawn(program, [...flags, ...args], { env: { ...process.env, ...env } as NodeJS.ProcessEnv });
  let told = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
  return { child, told: () => told };
}

/** The page of the packed program, asked for its port on stderr. */
async function pageOf({ told }: ReturnType<typeof startPacked>): Promise<Page> {
  const port = /DevTools listening on (ws:\S+)/;
  await expect.poll(told).toMatch(port);
  const browser = await chromium.connectOverCDP(port.exec(told())![1]!);
  await expect.poll(() => browser.contexts()[0]!.pages().length).toBe(1);
  return browser.contexts()[0]!.pages()[0]!;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill(signal);
  await gone;
}

test.skip(process.platform !== 'linux', 'packed and driven on Linux only');

test.beforeAll(() => {
  test.setTimeout(600_000);
  execFileSync(process.execPath, [join(ROOT, 'scripts/package.mjs')], { stdio: 'inherit' });
});

test('the back doors of the packed program are shut in the binary itself', async () => {
  const fuses = await getCurrentFuseWire(program);
  const states = Object.fromEntries(
    Object.values(FuseV1Options)
      .filter((option): option is FuseV1Options => typeof option === 'number')
      .map((option) => [FuseV1Options[option], fuses[option]]),
  );
  expect(states).toMatchObject({
    RunAsNode: OFF,
    EnableNodeOptionsEnvironmentVariable: OFF,
    EnableNodeCliInspectArguments: OFF,
    EnableEmbeddedAsarIntegrityValidation: ON,
    OnlyLoadAppFromAsar: ON,
    GrantFileProtocolExtraPrivileges: OFF,
  });
});

test('the packed app opens a project, tags, and has it on the disk', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  await newProject(workbench, project, 'Packed');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await saved(workbench.page);
  await workbench.quit();

  // Nothing lies beside the archive that could be loaded in its place.
  expect(readdirSync(join(packed, 'resources'))).toEqual(['app.asar']);
  const running = startPacked(folder, ['--remote-debugging-port=0', project]);
  try {
    const page = await pageOf(running);
    await expect(page.locator('article')).toContainText('fourteen months');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await expect(page.locator('.mark')).toHaveCount(1);
    await saved(page);
    await ended(running.child, 'SIGTERM');
    expect(annotationsOnDisk(project).map(({ layer }) => layer)).toEqual(['claim']);
  } finally {
    await ended(running.child, 'SIGKILL');
  }
});

test('the packed program is neither a Node nor open to a debugger', async ({ folder }) => {
  const canary = join(folder, 'canary');
  const evil = join(folder, 'evil.cjs');
  writeFileSync(evil, `require('node:fs').writeFileSync(${JSON.stringify(canary)}, '')`);
  const running = startPacked(folder, ['--remote-debugging-port=0', '--inspect=0', evil], {
    ELECTRON_RUN_AS_NODE: '1',
    NODE_OPTIONS: `--require ${evil}`,
  });
  try {
    const page = await pageOf(running);
    await expect(page.locator('.start-view')).toBeVisible();
    expect(running.told()).not.toContain('Debugger listening');
    expect(existsSync(canary)).toBe(false);
  } finally {
    await ended(running.child, 'SIGKILL');
  }
});
