import type { FormatFile } from './format';
import { FormatError } from './format';

/** Names that Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;

/**
 * A project's name as the beginning of a file name that every system takes: no separators, control or
 * reserved characters, no dot or space at its ends, at most 80 characters. "project" if nothing is left.
 */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .replace(/\s+/gu, '-');
  const short = [...plain]
    .slice(0, 80)
    .join('')
    .replace(/^[.-]+|[.-]+$/gu, '');
  if (short === '') return 'project';
  return RESERVED.test(short.split('.')[0]!) ? `project-${short}` : short;
}

/** The first file whose name ends with `extension` (with its dot). Throws FormatError when there is none. */
export function fileWith(files: readonly FormatFile[], extension: string): FormatFile {
  const file = files.find(({ path }) => path.toLowerCase().endsWith(extension));
  if (file) return file;
  throw new FormatError(`a file that ends in ${extension} was expected`, files[0]?.path ?? '', 1, 1);
}
