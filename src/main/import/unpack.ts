import type { FormatFile } from '../../core/formats/format';
import { decode } from './decode';
import { openZip } from './zip';

/** Packed files in packed files are opened so far: some tools pack each annotator's work by itself. */
const DEEPEST = 2;

/**
 * The files that a file of another tool holds: a text is itself, a packed file what is in it, by their paths there.
 * What is no text has only its bytes. Throws a Refusal for packed files that are damaged, locked or hostile.
 */
export async function unpack(path: string, bytes: Uint8Array, depth = 0): Promise<readonly FormatFile[]> {
  if (isZip(bytes)) return depth < DEEPEST ? unzip(path, bytes, depth) : [{ path, data: '', bytes }];
  if (bytes.length === 0) return [{ path, data: '' }];
  const decoded = decode(bytes, path);
  return ['code' in decoded ? { path, data: '', bytes } : { path, data: decoded.text }];
}

async function unzip(path: string, bytes: Uint8Array, depth: number): Promise<readonly FormatFile[]> {
  const zip = await openZip(bytes);
  const files: FormatFile[] = [];
  for (const name of zip.names) {
    if (name.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) continue;
    // A packed file within one keeps its name as a folder, or two of them might hold files of one name.
    const within = depth === 0 ? name : `${path.replace(/\.zip$/i, '')}/${name}`;
    files.push(...(await unpack(within, (await zip.read(name))!, depth + 1)));
  }
  return files;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
