import { appendFileSync } from 'node:fs';
import type { Disk, OpenFile } from '../../../src/main/store/disk';
import { realDisk } from '../../../src/main/store/disk';
import { openProject } from '../../../src/main/store/open-project';
import { add, tag } from '../../../src/main/store/project-on-disk.arbitrary';

/**
 * Tags without end with the app's own store, several changes at once, with imports, files, checkpoints and backups
 * all the while. Prints each number when the store has said that it is saved, and when that was (ns, steady clock).
 * argv: the folder, the first number, and `careless` for a disk whose syncs do nothing: a check of the check.
 */
const [folder, first, how] = process.argv.slice(2) as [string, string, string?];

const careless: Disk = {
  ...realDisk,
  async open(path, flags) {
    const file = await realDisk.open(path, flags);
    const nothing = async () => {};
    return { ...file, sync: nothing, datasync: nothing } satisfies OpenFile;
  },
};

const options = { followAfter: 1, ...(how === 'careless' && { disk: careless }) };
let store = await openProject(folder, options);
for (let number = Number(first), round = 1; ; number += 3, round++) {
  // Closing files the journal away, and opening settles what was left: they may be struck, too.
  if (round % 40 === 0) {
    await store.close();
    store = await openProject(folder, options);
  }
  const numbers = [number, number + 1, number + 2];
  const some = numbers.map((next) => store.commit('tag', tag(store.project, next)));
  if (number % 4 === 0) {
    const bytes = new Map([[`a${1000 + number}`, Buffer.from('x')]]);
    some.push(store.commit('import', add([1000 + number]), bytes));
  }
  if (number % 10 === 0) store.backup('burst').catch(() => {});
  await Promise.all(some);
  const at = process.hrtime.bigint();
  appendFileSync(1, numbers.map((next) => `${next} ${at}\n`).join(''));
}
