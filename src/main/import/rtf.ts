import iconv from 'iconv-lite';
import { readRtf } from '../../core/import/rtf/document';
import type { FoundText } from './readers';

const NAMES: Readonly<Record<number, string>> = { 10000: 'macintosh', 65001: 'utf-8' };

/** A Rich Text file, each run in its own code page. Throws a Refusal. */
export async function rtfBytes(bytes: Uint8Array): Promise<readonly FoundText[]> {
  const source = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^(?:ï»¿)?\s+(?=\{)/u, '');
  const text = readRtf(source, (run, codePage) => {
    const name = NAMES[codePage] ?? `cp${codePage}`;
    // As a plain question: iconv-lite's own types would have it that there are no other names.
    const known: boolean = iconv.encodingExists(name);
    return iconv.decode(Buffer.from(run, 'latin1'), known ? name : 'windows-1252');
  });
  return [{ text, encoding: codePageOf(source) }];
}

/** What the file says of itself, for the record of where the text came from. */
function codePageOf(source: string): string {
  const page = /\\ansicpg(\d{3,5})/u.exec(source.slice(0, 1000))?.[1];
  return page === '65001' ? 'utf-8' : `windows-${page ?? '1252'}`;
}
