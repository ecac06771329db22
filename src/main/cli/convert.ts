import type { Format, Reader } from '../../core/formats/format';
import { writingOf } from '../../core/formats/writing';
import { filesNamed } from '../import/named-files';
import { packed } from '../pack';
import { realDisk } from '../store/disk';
import { writeExport } from '../write-export';
import { formatNamed, readerNamed, typed } from './arguments';
import type { Command } from './index';
import type { Streams } from './streams';
import { Misuse, mainFile, stopping } from './streams';

/** From one format to another: files to files, or line by line from the input to the output. */
export const convertCommand: Command = async (args, streams) => {
  const asked = typed(args, ['from', 'to', 'out']);
  const from = readerNamed(asked, 'from');
  const to = formatNamed(asked, 'to');
  const { out = '-' } = asked.options;
  const streaming = asked.words.length === 0 || asked.words[0] === '-';
  if (streaming && out === '-' && from.byLine && to.byLine) return byLine(from, to, streams);
  const files = streaming
    ? [{ path: `input.${from.extensions[0]}`, data: await streams.all() }]
    : await filesNamed(asked.words);
  const { project, warnings } = from.parse(files);
  for (const warning of warnings) streams.complain(warning);
  if (out === '-' && to.container) throw new Misuse(`${to.label} is a packed file: --out needs a folder`);
  const writing = packed(to, project);
  const { losses } =
    out === '-'
      ? await mainFile(writing, streams)
      : (await stopping((signal) => writeExport(out, writing, realDisk, signal))).loss;
  for (const { count, label } of losses) streams.complain(`not carried: ${count} ${label}`);
  return warnings.length > 0 ? 1 : 0;
};

/** One article at a time, so that any number of them takes the memory of one. */
async function byLine(
  from: Pick<Reader, 'extensions' | 'parse'>,
  to: Format,
  streams: Streams,
): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of streams.lines()) {
    number++;
    if (line.trim() === '') continue;
    try {
      const file = { path: `input.${from.extensions[0]}`, data: `${line}\n` };
      const { project, warnings } = from.parse([file]);
      for (const warning of warnings) streams.complain(`line ${number}: ${warning}`);
      if (warnings.length > 0) code = 1;
      await mainFile(writingOf(to, project), streams);
    } catch (error) {
      // The other lines are as good as they were: the batch goes on, and says so at the end.
      streams.complain(`line ${number}: ${(error as Error).message}`);
      code = 1;
    }
  }
  return code;
}
