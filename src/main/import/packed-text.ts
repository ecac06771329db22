import { damaged } from '../../core/import/problem';
import { decode } from './decode';
import type { OpenZip } from './zip';

/** A part of a packed file as text, by its byte order mark or as UTF-8; null when there is none. */
export async function packedText(zip: OpenZip, name: string): Promise<string | null> {
  const bytes = await zip.read(name);
  if (bytes === null) return null;
  const decoded = decode(bytes, name);
  if ('code' in decoded) throw damaged(`its part “${name.slice(0, 100)}” is no text`);
  return decoded.text;
}

/** The same for a part without which there is nothing to read. Throws a Refusal. */
export async function neededText(zip: OpenZip, name: string): Promise<string> {
  const text = await packedText(zip, name);
  if (text === null) throw damaged(`its part “${name.slice(0, 100)}” is missing`);
  return text;
}
