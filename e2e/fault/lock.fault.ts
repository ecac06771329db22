import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from '../app';
import { saved } from '../desk';
import { expect, test } from './fixture';
import { idsAfterOpening } from './survivors';
import { begin, fingerprint, isReadOnly, tagOnce } from './tagging';
import { needs, tell } from './told';

/** Answers the next native question with the button of that number, and tells what was asked. */
async function answerWith({ app }: Workbench, response: number): Promise<() => Promise<string>> {
  await app.evaluate(({ dialog }, button) => {
    const world = globalThis as { asked?: string };
    world.asked = '';
    dialog.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
      world.asked = detail;
      return { response: button, checkboxChecked: false };
    }) as never;
  }, response);
  return () => app.evaluate(() => (globalThis as { asked?: string }).asked ?? '');
}

const TAKE_OVER = 'Take the project over…';

test('two apps on one project, one of which dies', async ({ start, folder }) => {
  needs('linux');
  const project = join(folder, 'project');
  const first = await start();
  await begin(first, folder, project);
  const pid = first.app.process().pid;
  const before = fingerprint(project);

  const second = await start({ userData: join(folder, 'other'), folder: project });
  await isReadOnly(
    second,
    new RegExp(`Another window \\(process ${pid} on \\S+, since .* UTC\\) has this project open`),
  );
  expect(fingerprint(project)).toBe(before);
  await second.quit();
  expect(fingerprint(project)).toBe(before);
  await tagOnce(first.page);
  await saved(first.page);

  const gone = once(first.app.process(), 'exit');
  first.app.process().kill('SIGKILL');
  await gone;
  const third = await start({ userData: join(folder, 'other'), folder: project });
  await expect(third.page.locator('article')).toBeVisible();
  await expect(third.page.locator('.banner')).toHaveCount(0);
  await tagOnce(third.page);
  await saved(third.page);
  await third.quit();
  expect((await idsAfterOpening(project)).size).toBe(3);
  tell({
    tried: 'two apps with different data folders, then kill -9 of the one that has it',
    times: 1,
    acknowledged: 3,
    lost: 0,
    opened: 'the second read-only, naming process and computer; after the kill without a question',
  });
});

test('locks that others left', async ({ start, folder }) => {
  needs('linux');
  const project = join(folder, 'project');
  const first = await start();
  await begin(first, folder, project);
  const lock = JSON.parse(readFileSync(join(project, '.lock'), 'utf8')) as Record<string, unknown>;
  await first.quit();
  const leave = (change: Record<string, unknown>) =>
    writeFileSync(join(project, '.lock'), JSON.stringify({ ...lock, token: 'theirs', ...change }));
  const bornOf = (pid: number) =>
    readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')[19];

  const alive = { pid: process.pid, born: bornOf(process.pid) };
  const respected = [
    { name: 'of another computer', change: { host: 'another-computer' }, why: /on another-computer/ },
    { name: 'of a living process', change: alive, why: new RegExp(`process ${process.pid} on`) },
  ];
  for (const { change, why } of respected) {
    leave(change);
    const workbench = await start({ folder: project });
    const { page } = workbench;
    const before = fingerprint(project);
    await isReadOnly(workbench, why);
    let asked = await answerWith(workbench, 0);
    await page.locator('.banner').getByRole('button', { name: TAKE_OVER }).click();
    await expect.poll(asked).toMatch(why);
    await isReadOnly(workbench, why);
    expect(fingerprint(project)).toBe(before);
    asked = await answerWith(workbench, 1);
    await page.locator('.banner').getByRole('button', { name: TAKE_OVER }).click();
    await expect(page.locator('.banner')).toHaveCount(0);
    await tagOnce(page);
    await saved(page);
    await workbench.quit();
  }

  const stale = [
    { name: 'of a process that is gone', change: {} },
    { name: 'from before a restart', change: { ...alive, boot: 'another-start' } },
    { name: 'of a process whose number another has now', change: { ...alive, born: '1' } },
  ];
  for (const { change } of stale) {
    leave(change);
    const workbench = await start({ folder: project });
    await expect(workbench.page.locator('article')).toBeVisible();
    await expect(workbench.page.locator('.banner')).toHaveCount(0);
    await tagOnce(workbench.page);
    await saved(workbench.page);
    await workbench.quit();
  }
  expect((await idsAfterOpening(project)).size).toBe(1 + respected.length + stale.length);
  const named = (list: readonly { name: string }[]) => list.map(({ name }) => name).join('; ');
  tell({
    tried: `locks: ${named(respected)}`,
    times: respected.length,
    opened: 'read-only, taken over only after asking',
  });
  tell({ tried: `locks: ${named(stale)}`, times: stale.length, opened: 'to write, without a question' });
});
