import { unzipSync } from 'fflate';
import type { SampleFile } from './sample';

/** What a zip of our own making holds. */
export function partsOf(bytes: Uint8Array): readonly SampleFile[] {
  return Object.entries(unzipSync(bytes)).map(([path, part]) => ({ path, bytes: part }));
}
