import type { Disk } from './disk';
import { copyOf } from './disk-files.arbitrary';
import type { Fault } from './faulty-disk.arbitrary';
import { faultyDisk } from './faulty-disk.arbitrary';
import type { MemoryDisk } from './memory-disk.arbitrary';

/** What a disk may answer instead of doing what it was asked. */
export const FAULTS = {
  'an error of the disk': { code: 'EIO' },
  'a full disk': { code: 'ENOSPC' },
  'no permission': { code: 'EACCES' },
  'too many open files': { code: 'EMFILE' },
  'a call cut short': { partly: true },
} as const satisfies Readonly<Record<string, Fault>>;

/** Something done to a disk, and what must hold afterwards whatever went wrong on the way. */
export interface Operation<Told> {
  /** The disk before. */
  readonly before: MemoryDisk;
  /** Does it; never throws but what it means to; resolves with what it said was done. */
  readonly act: (disk: Disk) => Promise<Told>;
  /** Looks at the disk afterwards, which is well again. */
  readonly check: (disk: MemoryDisk, told: Told) => Promise<void>;
}

/** Every call with every fault takes minutes; by default every call fails once, and the other faults meet a sample. */
const THOROUGH = Boolean(process.env.EVERY_FAULT);

/**
 * Does an operation again and again, with the first call failing, then the second, … until none is hit; once
 * with that call alone and, for a disk that is full or refuses, with every call from there on. Resolves with how
 * many calls the operation makes. `EVERY_FAULT=1` leaves no call out.
 */
export async function everyCallFails<Told>(
  { before, act, check }: Operation<Told>,
  kind: keyof typeof FAULTS,
): Promise<number> {
  const fault: Fault = FAULTS[kind];
  const first = Object.keys(FAULTS).indexOf(kind);
  const ways = [{ lasting: false, step: THOROUGH || first === 0 ? 1 : 8 }];
  if (THOROUGH || first === 1 || first === 2) ways.push({ lasting: true, step: THOROUGH ? 1 : 8 });
  let calls = 0;
  for (const { lasting, step } of ways) {
    // What is sampled begins at another call for each fault.
    for (let failing = step === 1 ? 1 : first; ; failing += step) {
      let call = 0;
      const disk = copyOf(before);
      const told = await act(
        faultyDisk(disk, () => {
          call++;
          return call === failing || (lasting && call > failing) ? fault : null;
        }),
      );
      await check(disk, told);
      calls = Math.max(calls, call);
      if (call < failing) break;
    }
  }
  return calls;
}
