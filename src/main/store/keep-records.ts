import { join } from 'node:path';
import type { Disk } from './disk';
import { asIs, DurableJson, writeStored } from './durable-json';
import { uniqueStamp } from './times';

/** Keeps records word for word in a file of `set-aside/`; nothing for none. Throws the disk's error. */
export async function keepRecords(
  disk: Disk,
  folder: string,
  records: readonly unknown[],
  now: Date,
): Promise<void> {
  if (records.length === 0) return;
  const path = join(folder, 'set-aside', `repaired-records.${uniqueStamp(now)}.json`);
  await writeStored(new DurableJson(disk, path, 'marginalia/records', asIs), {
    sequence: 0,
    data: { records },
  });
}
