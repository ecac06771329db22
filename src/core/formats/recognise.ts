import type { FormatFile, Reader } from './format';
import { READERS } from './registry';

/** The reader for these files, by their names and first lines; null when they are of no format that is read. */
export function recognise(files: readonly FormatFile[]): Reader | null {
  return READERS.find(({ recognises }) => recognises(files)) ?? null;
}
