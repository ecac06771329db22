import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixture';
import { formatted } from './formatted';
import { idsAfterOpening, idsIn } from './survivors';
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
    try {
      way.close(project);
    } catch (error) {
      // Some file systems know no such attribute.
      test.skip(true, `skipped: ${(error as Error).message}`);
    }
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
  needs('linux', 'root', 'loop', 'mkfs.ext4');
  const disk = join(folder, 'disk');
  const project = join(disk, 'project');
  const { mount, unmount } = formatted(join(folder, 'image'), disk, 32);
  try {
    const workbench = await start();
    const { page } = workbench;
    await begin(workbench, folder, project);
    const before = [...(await idsIn(project))];
    const said = await listen(page);
    // What the kernel does when a disk fails under a file system: from here on nothing is written.
    system('mount', '-o', 'remount,abort', disk);
    for (let word = 0; word < 3; word++) await tagOnce(page);
    await expect(page.locator('.saved')).toHaveText(/Not saved: the disk (?:is read-only|reported an error)/);
    expect((await said()).filter((words) => words.startsWith('Saved'))).toEqual([]);
    expect(await marksOf(page)).toHaveLength(4);
    expect([...(await idsIn(project))]).toEqual(before);
    // Nothing can be saved any more; the person goes all the same.
    const gone = once(workbench.app.process(), 'exit');
    workbench.app.process().kill('SIGTERM');
    await gone;
    unmount();
    mount();
    expect([...(await idsAfterOpening(project))]).toEqual(before);
  } finally {
    unmount();
  }
  tell({
    tried: 'a disk that fails and becomes read-only under an open project',
    times: 1,
    acknowledged: 1,
    lost: 0,
    opened:
      'said at the first edit, never “Saved”, old data readable; to write once the disk was mounted again',
  });
});
