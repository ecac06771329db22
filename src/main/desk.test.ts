import { expect, test } from 'vitest';
import { createDesk } from './desk';
import { DAMAGES } from './store/damages.arbitrary';
import { copyOf, filesIn, get, put } from './store/disk-files.arbitrary';
import { everyCallFails, FAULTS } from './store/every-fault.arbitrary';
import { MemoryDisk } from './store/memory-disk.arbitrary';

const PLACE = '/home/settings';
const PATH = `${PLACE}/desk.json`;

/** Settings that were kept twice: an annotator of their own, and then a theme. */
async function keptDesk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder('/home');
  const desk = await createDesk(PLACE, null, disk);
  const settings = { ...desk.now().settings, annotator: { id: 'rs', name: 'R. S.' } };
  await desk.save({ settings });
  await desk.save({ settings: { ...settings, theme: 'dark' } });
  return disk;
}

test('settings that are damaged in any way are those of the time before, and nothing is thrown away', async () => {
  const kept = await keptDesk();
  for (const [damage, spoil] of Object.entries(DAMAGES)) {
    const disk = copyOf(kept);
    const spoilt = Buffer.from(spoil(await get(disk, PATH)));
    await put(disk, PATH, spoilt);
    const desk = await createDesk(PLACE, null, disk);
    expect(desk.now().settings, damage).toMatchObject({ annotator: { id: 'rs' }, theme: 'system' });
    await desk.save({ last: '/home/project' });
    const files = [...(await filesIn(disk, PLACE)).values()];
    expect(
      files.some((bytes) => bytes.equals(spoilt)),
      damage,
    ).toBe(true);
    expect((await createDesk(PLACE, null, disk)).now()).toMatchObject({ last: '/home/project' });
  }
});

test('whichever call fails while settings are kept, the next start finds the old ones or the new', async () => {
  const before = await keptDesk();
  for (const kind of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
    await everyCallFails(
      {
        before,
        act: async (disk) => {
          const desk = await createDesk(PLACE, null, disk).catch(() => null);
          return (
            (await desk?.save({ last: '/home/new' }).then(
              () => 'saved',
              () => 'refused',
            )) === 'saved'
          );
        },
        check: async (disk, saved) => {
          const { last, settings } = (await createDesk(PLACE, null, disk)).now();
          if (saved) expect(last).toBe('/home/new');
          // With both versions unreadable at once there is nothing to go by but a first state.
          if (!saved) expect(settings.annotator.id).toBe('rs');
        },
      },
      kind,
    );
  }
});
