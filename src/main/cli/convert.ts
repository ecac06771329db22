import type { Format, FormatFile, Reader } from '../../core/formats/format';
import { FORMATS } from '../../core/formats/registry';
import { filesNamed } from '../import/named-files';
import { writeExport } from '../write-export';
import { formatNamed, readerNamed, typed } from './arguments';
import type { Command } from './index';
import type { Streams } from './streams';

/** From one format to another: files to files, or line by line from the input to the output. */
export const convertCommand: Command = async (args, streams) => {
  const asked = typed(args, ['from', 'to', 'out']);
  const from = readerNamed(asked, 'from');
  const to = formatNamed(asked, 'to');
  const { out = '-' } = asked.options;
  const streaming = asked.words.length === 0 || asked.words[0] === '-';
  const lines = FORMATS.find(({ id }) => id === from.id)?.byLine === true;
  if (streaming && out === '-' && lines && to.byLine) return byLine(from, to, streams);
  const files = streaming
    ? [{ path: `input.${from.extensions[0]}`, data: await streams.all() }]
    : await filesNamed(asked.words);
  const { project, warnings } = from.parse(files);
  for (const warning of warnings) streams.complain(warning);
  const written = to.serialize(project);
  if (out === '-') await streams.write(textOf(written.files[0]!));
  else await writeExport(out, written);
  for (const { count, label } of written.loss.losses) streams.complain(`not carried: ${count} ${label}`);
  return 0;
};

/** One article at a time, so that any number of them takes the memory of one. */
async function byLine(from: Reader, to: Format, streams: Streams): Promise<number> {
  let code = 0;
  let number = 0;
  for await (const line of streams.lines()) {
    number++;
    if (line.trim() === '') continue;
    try {
      const file = { path: `input.${from.extensions[0]}`, data: `${line}\n` };
      const { project, warnings } = from.parse([file]);
      for (const warning of warnings) streams.complain(`line ${number}: ${warning}`);
      await streams.write(textOf(to.serialize(project).files[0]!));
    } catch (error) {
      // The other lines are as good as they were: the batch goes on, and says so at the end.
      streams.complain(`line ${number}: ${(error as Error).message}`);
      code = 1;
    }
  }
  return code;
}

function textOf({ data }: FormatFile): string {
  return data;
}
