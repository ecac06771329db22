import { counted } from '../../core/formats/counted';
import { readWritten } from '../import/read-back-job';
import { packed } from '../pack';
import { realDisk } from '../store/disk';
import { readProject } from '../store/project-store';
import { writeExport } from '../write-export';
import { formatNamed, oneWord, scopeOf, typed } from './arguments';
import type { Command } from './index';
import { Misuse, mainFile, stopping } from './streams';

/** Writes a part of a project in a format, reads the files back from the disk and says what it found. */
export const exportCommand: Command = async (args, streams) => {
  const asked = typed(args, ['format', 'out', 'articles', 'layers', 'status']);
  const folder = oneWord(asked, 'the folder of a project');
  const format = formatNamed(asked, 'format');
  const { out } = asked.options;
  if (out === undefined) throw new Misuse('--out needs a folder, or - for the output');
  const { project } = await readProject(folder);
  const scope = scopeOf(asked, project);
  if (out === '-' && format.container)
    throw new Misuse(`${format.label} is a packed file: --out needs a folder`);
  const writing = packed(format, project, scope);
  if (out === '-') {
    const { losses } = await mainFile(writing, streams);
    for (const { count, label } of losses) streams.complain(`not carried: ${count} ${label}`);
    return 0;
  }
  const written = await stopping((signal) => writeExport(out, writing, realDisk, signal));
  const back = await readWritten(format, project, scope, written.folder, written.files);
  const files = [...written.files, ...written.beside];
  const result = { folder: written.folder, files, loss: written.loss, readBack: back };
  if (asked.json) await streams.write(`${JSON.stringify(result)}\n`);
  else {
    const told = (list: readonly { count: number; label: string }[]) =>
      list.map(({ count, label }) => `  ${count} ${label}\n`).join('');
    await streams.write(`${counted(files.length, 'file', 'files')} written to ${written.folder}\n`);
    if (written.loss.losses.length > 0)
      await streams.write(`not carried by ${format.label}:\n${told(written.loss.losses)}`);
    if (back)
      await streams.write(
        back.differences.length === 0 ? 'read back: identical\n' : `read back:\n${told(back.differences)}`,
      );
  }
  return back?.differences.some(({ grave }) => grave) ? 1 : 0;
};
