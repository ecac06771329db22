import { mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { FormatFile, LossReport, Serialized } from '../core/formats/format';
import type { ExportDone } from '../shared/api';
import { realDisk } from './store/disk';
import { replaceDurably } from './store/whole-file';

/**
 * Writes an export into `folder`: every file whole or not at all, and `losses.json` beside them when the
 * format could not carry something. Throws the disk's error; what was written until then is whole.
 */
export async function writeExport(
  folder: string,
  { files, loss }: Serialized,
): Promise<Omit<ExportDone, 'readBack'>> {
  const all = loss.losses.length === 0 ? files : [...files, lossFile(loss)];
  const root = resolve(folder);
  for (const { path, data, bytes } of all) {
    const target = resolve(root, ...path.split('/'));
    if (!target.startsWith(root + sep))
      throw new Error(`The export names a file outside its folder (${path}).`);
    await mkdir(dirname(target), { recursive: true });
    await replaceDurably(realDisk, target, [bytes ?? Buffer.from(data, 'utf8')], {
      keepPrevious: false,
      syncFolder: true,
    });
  }
  return { folder: root, files: all.map(({ path }) => relative(root, join(root, path))), loss };
}

function lossFile(loss: LossReport): FormatFile {
  return { path: 'losses.json', data: `${JSON.stringify(loss, null, 2)}\n` };
}
