import { createHash, type Hash } from 'node:crypto';
import { dirname } from 'node:path';
import type { FormatFile, LossReport, Writing } from '../../core/formats/format';
import { lossFile } from '../../core/formats/loss-file';
import { forEachBounded } from '../store/bounded';
import type { Disk, OpenFile } from '../store/disk';
import { digestOf, writeAll } from '../store/file-bytes';
import type { ExportStage } from './export-stage';
import { placeIn } from './export-stage';

/** What lies in the stage: the files that the format wrote, and the report beside them where it wrote none. */
export interface StagedFiles {
  readonly files: readonly string[];
  readonly beside: readonly string[];
  readonly loss: LossReport;
}

/** So many bytes of a file are gathered before they are written, and so many files are kept open. */
const BLOCK = 1 << 18;
const OPEN = 64;
/** So many files are written or looked at again at once. */
const AT_ONCE = 16;

interface Growing {
  readonly place: string;
  readonly hash: Hash;
  blocks: Uint8Array[];
  waiting: number;
  length: number;
  there: boolean;
  file: OpenFile | null;
}

/**
 * Writes an export into its stage, piece by piece as the format has them, so that nothing is held as a whole. Every
 * file is on the disk then, and was read again as it was written. Throws what the disk or the format throws, and when
 * `signal` is aborted.
 */
export async function writeStage(
  disk: Disk,
  { folder }: ExportStage,
  writing: Writing,
  signal?: AbortSignal,
): Promise<StagedFiles> {
  /** In the order in which they were first written. */
  const all = new Map<string, Growing>();
  /** Those with bytes that wait or a file that is open; the one used last stands last. */
  const busy = new Set<Growing>();
  const made = new Set<string>();
  const rest = async (growing: Growing) => {
    if (growing.blocks.length > 0) await flush(disk, growing);
    const { file } = growing;
    growing.file = null;
    busy.delete(growing);
    await file?.close();
  };
  try {
    const add = async (piece: FormatFile) => {
      let growing = all.get(piece.path);
      if (!growing) {
        const place = placeIn(folder, piece.path);
        if (!made.has(dirname(place))) await disk.makeFolder(dirname(place));
        made.add(dirname(place));
        const hash = createHash('sha256');
        growing = { place, hash, blocks: [], waiting: 0, length: 0, there: false, file: null };
        all.set(piece.path, growing);
      }
      busy.delete(growing);
      busy.add(growing);
      const bytes = piece.bytes ?? Buffer.from(piece.data, 'utf8');
      growing.blocks.push(bytes);
      growing.waiting += bytes.byteLength;
      if (growing.waiting >= BLOCK) await flush(disk, growing);
      if (busy.size > OPEN) await forEachBounded([...busy].slice(0, OPEN / 2), AT_ONCE, rest);
    };
    for (;;) {
      signal?.throwIfAborted();
      const next = writing.next();
      if (!next.done) {
        await add(next.value);
        continue;
      }
      const loss = next.value;
      const files = [...all.keys()];
      const report = lossFile(loss);
      const lacks = loss.losses.length > 0 && !all.has(report.path);
      if (lacks) await add(report);
      await forEachBounded([...busy], AT_ONCE, rest);
      await forEachBounded(all.values(), AT_ONCE, (growing) => seal(disk, growing));
      return { files, beside: lacks ? [report.path] : [], loss };
    }
  } finally {
    for (const { file } of busy) await file?.close().catch(() => {});
  }
}

async function flush(disk: Disk, growing: Growing): Promise<void> {
  if (!growing.file) {
    growing.file = await disk.open(growing.place, growing.there ? 'r+' : 'wx+');
    growing.there = true;
  }
  const bytes = growing.blocks.length === 1 ? growing.blocks[0]! : Buffer.concat(growing.blocks);
  growing.hash.update(bytes);
  await writeAll(growing.file, bytes, growing.length);
  growing.length += bytes.byteLength;
  growing.blocks = [];
  growing.waiting = 0;
}

/** Has the file on the disk, and looks whether it is what was written. */
async function seal(disk: Disk, { place, hash, length }: Growing): Promise<void> {
  const file = await disk.open(place, 'r+');
  try {
    await file.sync();
    if ((await digestOf(file, length)) !== hash.digest('hex'))
      throw Object.assign(new Error(`${place} did not read back as it was written`), { code: 'EIO' });
  } finally {
    await file.close();
  }
}
