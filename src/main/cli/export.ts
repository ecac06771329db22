import { readBack } from '../../core/formats/read-back';
import { filesNamed } from '../import/named-files';
import { readProject } from '../store/project-store';
import { writeExport } from '../write-export';
import { formatNamed, oneWord, scopeOf, typed } from './arguments';
import type { Command } from './index';
import { Misuse } from './streams';

/** Writes a part of a project in a format, reads the files back from the disk and says what it found. */
export const exportCommand: Command = async (args, streams) => {
  const asked = typed(args, ['format', 'out', 'articles', 'layers', 'status']);
  const folder = oneWord(asked, 'the folder of a project');
  const format = formatNamed(asked, 'format');
  const { out } = asked.options;
  if (out === undefined) throw new Misuse('--out needs a folder');
  const scope = scopeOf(asked);
  const { project } = await readProject(folder);
  const written = await writeExport(out, format.serialize(project, scope));
  const files = (await filesNamed([written.folder])).filter(({ path }) => written.files.includes(path));
  const back = readBack(format, project, scope, files);
  const result = { folder: written.folder, files: written.files, loss: written.loss, readBack: back };
  if (asked.json) await streams.write(`${JSON.stringify(result)}\n`);
  else {
    const told = (list: readonly { count: number; label: string }[]) =>
      list.map(({ count, label }) => `  ${count} ${label}\n`).join('');
    await streams.write(`${written.files.length} files written to ${written.folder}\n`);
    if (written.loss.losses.length > 0)
      await streams.write(`not carried by ${format.label}:\n${told(written.loss.losses)}`);
    if (back)
      await streams.write(
        back.differences.length === 0 ? 'read back: identical\n' : `read back:\n${told(back.differences)}`,
      );
  }
  return back?.differences.some(({ grave }) => grave) ? 1 : 0;
};
