import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../app';
import { saved } from '../desk';
import { idsIn } from './survivors';
import { begin, fingerprint, isReadOnly, listen, marksOf, tagOnce } from './tagging';
import { needs, system, tell } from './told';

/** A program that starts Electron without root's right to write where nobody may. */
function humble(folder: string): string {
  const path = join(folder, 'electron');
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH!, 'electron');
  const less = '-dac_override,-dac_read_search';
  writeFileSync(
    path,
    `#!/bin/sh\nexec setpriv --bounding-set=${less} --inh-caps=${less} -- '${electron}' "$@"\n`,
  );
  chmodSync(path, 0o755);
  return path;
}

interface Way {
  readonly name: string;
  readonly needs: readonly string[];
  readonly why: RegExp;
  close(project: string): void;
  open(project: string): void;
}

const WAYS: readonly Way[] = [
  {
    name: 'chattr +i on every file and folder',
    needs: ['root', 'chattr'],
    why: /Nothing can be saved in this folder: there is no permission to write there/,
    close: (project) => void system('chattr', '-R', '+i', project),
    open: (project) => void system('chattr', '-R', '-i', project),
  },
  {
    name: 'a read-only mount',
    needs: ['root', 'mount'],
    why: /Nothing can be saved in this folder: the disk is read-only/,
    close(project) {
      system('mount', '--bind', project, project);
      system('mount', '-o', 'remount,bind,ro', project);
    },
    open: (project) => void system('umount', project),
  },
  {
    name: 'folders that nobody may write in',
    needs: ['setpriv'],
    why: /Nothing can be saved in this folder: there is no permission to write there/,
    close: (project) => void system('chmod', '-R', 'a-w', project),
    open: (project) => void system('chmod', '-R', 'u+w', project),
  },
];

for (const way of WAYS) {
  test(`a project that may not be written: ${way.name}`, async ({ start, folder }) => {
    needs('linux', ...way.needs);
    const project = join(folder, 'project');
    const program = process.getuid!() === 0 ? { program: humble(folder) } : {};
    const first = await start(program);
    await begin(first, folder, project);
    await first.quit();
    const before = fingerprint(project);
    way.close(project);
    try {
      const second = await start({ folder: project, ...program });
      await isReadOnly(second, way.why);
      expect(await marksOf(second.page)).toHaveLength(1);
      await second.quit();
      expect(fingerprint(project)).toBe(before);
    } finally {
      way.open(project);
    }
    tell({
      tried: `read-only: ${way.name}`,
      times: 1,
      opened: 'banner says why, no edit taken, no byte changed',
    });
  });
}

test('a disk that becomes read-only while the project is open', async ({ start, folder }) => {
  needs('linux', 'root', 'mount');
  const disk = join(folder, 'disk');
  const project = join(disk, 'project');
  mkdirSync(disk);
  system('mount', '-t', 'tmpfs', '-o', 'size=4m', 'marginalia-fault', disk);
  try {
    const workbench = await start();
    const { page } = workbench;
    await begin(workbench, folder, project);
    // Open files keep a disk from going read-only by itself; an emergency remount is what a bad sector brings.
    const said = await listen(page);
    const before = [...(await idsIn(project))];
    system('mount', '--bind', project, project);
    system('mount', '-o', 'remount,bind,ro', project);
    await tagOnce(page);
    await tagOnce(page);
    await expect(page.locator('.saved')).toHaveText(/the disk is read-only/);
    expect((await said()).filter((words) => words.startsWith('Saved'))).toEqual([]);
    expect([...(await idsIn(project))]).toEqual(before);
    expect(await marksOf(page)).toHaveLength(3);
    system('umount', project);
    await saved(page);
    expect((await idsIn(project)).size).toBe(3);
    await workbench.quit();
  } finally {
    if (existsSync(project)) system('umount', '--lazy', disk);
  }
  tell({
    tried: 'a disk that becomes read-only under an open project, and writable again',
    times: 1,
    acknowledged: 3,
    lost: 0,
    opened: 'said at once, edits kept and saved when it could be written',
  });
});
