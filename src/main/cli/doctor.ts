import { stat } from 'node:fs/promises';
import { examine } from '../doctor/examine';
import { repair } from '../doctor/repair';
import { reportText } from '../doctor/report-text';
import { realDisk } from '../store/disk';
import { oneWord, typed } from './arguments';
import type { Command } from './index';

/** Looks a project through and says what is wrong; 1 when anything is. With --repair it is mended first. */
export const doctorCommand: Command = async (args, streams) => {
  const asked = typed(args, [], ['repair']);
  const folder = oneWord(asked, 'the folder of a project');
  await stat(folder);
  const { before, after } = asked.flags.has('repair')
    ? await repair(realDisk, folder, () => new Date())
    : await examine(realDisk, folder).then((report) => ({ before: null, after: report }));
  const healthy = !after.findings.some(({ grave }) => grave);
  if (asked.json)
    await streams.write(
      `${JSON.stringify({ healthy, ...after, ...(before && { before: before.findings }) })}\n`,
    );
  else {
    if (before) await streams.write(`Before the repair:\n${reportText(before)}\nAfter it:\n`);
    await streams.write(reportText(after));
  }
  return healthy ? 0 : 1;
};
