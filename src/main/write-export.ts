import type { LossReport, Serialized, Writing } from '../core/formats/format';
import { writeStage } from './import/export-files';
import { discardStage, openExportStage, publishStage } from './import/export-stage';
import type { Disk } from './store/disk';
import { realDisk } from './store/disk';

export interface Exported {
  readonly folder: string;
  /** What the format wrote; the report is beside it where something is lost. */
  readonly files: readonly string[];
  readonly beside: readonly string[];
  readonly loss: LossReport;
}

/**
 * Writes an export into `folder`: all of its files or none, every one whole, and `losses.json` beside them when the
 * format could not carry something. Throws what the disk or the format throws, and when `signal` is aborted.
 */
export async function writeExport(
  folder: string,
  export_: Serialized | Writing,
  disk: Disk = realDisk,
  signal?: AbortSignal,
): Promise<Exported> {
  const stage = await openExportStage(disk, folder);
  try {
    const writing = 'next' in export_ ? export_ : inPieces(export_);
    const written = await writeStage(disk, stage, writing, signal);
    await publishStage(disk, stage, [...written.files, ...written.beside]);
    return { folder: stage.root, ...written };
  } catch (error) {
    await discardStage(disk, stage);
    throw error;
  }
}

function* inPieces({ files, loss }: Serialized): Writing {
  yield* files;
  return loss;
}
