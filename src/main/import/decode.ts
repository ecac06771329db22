import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { ImportProblem } from '../../core/import/draft';
import { binaryFile, emptyFile, importProblem } from '../../core/import/problem';
import { binaryKind, looksBinary } from './binary';
import { highSample } from './high-sample';
import { utf16WithoutMark } from './utf16';

/** Bytes read as text. */
export interface Decoded {
  readonly text: string;
  /** iconv-lite's name, lower-case. */
  readonly encoding: string;
  /** True for a byte order mark or valid UTF-8; otherwise the encoding is a guess to be looked at. */
  readonly certain: boolean;
}

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/**
 * Reads bytes as text: by the byte order mark, as strict UTF-8, as UTF-16 by its pattern, by what a page
 * declares of itself, or as chardet guesses. The mark stays off the text. A problem when the bytes are none,
 * or are no text at all. iconv-lite decodes throughout: Node 20's own TextDecoder is wrong for windows-1252.
 */
export function decode(bytes: Uint8Array, fileName: string): Decoded | ImportProblem {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  const body = mark ? bytes.subarray(mark.bytes.length) : bytes;
  if (body.length === 0) return emptyFile(fileName);
  const kind = binaryKind(bytes);
  if (kind) return binaryFile(fileName, kind);
  if (mark) return { text: decodeAs(body, mark.encoding), encoding: mark.encoding, certain: true };
  const utf16 = utf16WithoutMark(bytes);
  if (utf16) return { text: decodeAs(bytes, utf16), encoding: utf16, certain: false };
  if (looksBinary(bytes)) return binaryFile(fileName, 'a program’s own file');
  if (isUtf8(bytes)) return { text: decodeAs(bytes, 'utf-8'), encoding: 'utf-8', certain: true };
  const encoding = declared(bytes) ?? guess(bytes);
  return { text: decodeAs(bytes, encoding), encoding, certain: false };
}

/**
 * Reads bytes in the encoding that the researcher chose. `certain` is false when some bytes mean nothing in
 * it. A problem when there is no such encoding.
 */
export function recode(bytes: Uint8Array, encoding: string, fileName: string): Decoded | ImportProblem {
  if (bytes.length === 0) return emptyFile(fileName);
  if (!isKnown(encoding)) {
    return importProblem(
      fileName,
      'encoding',
      `The encoding “${encoding.slice(0, 60)}” is not known here. Choose one from the list.`,
    );
  }
  const text = decodeAs(bytes, encoding);
  return { text, encoding: encoding.toLowerCase(), certain: !text.includes('\ufffd') };
}

/** As a plain question: iconv-lite's own types would have it that there are no other names. */
function isKnown(encoding: string): boolean {
  return iconv.encodingExists(encoding);
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
}

/** `<meta charset>` or the XML declaration within the first kilobyte, if iconv-lite knows the name. */
function declared(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (!/<(?:!doctype|html|head|meta|\?xml)/iu.test(head)) return undefined;
  const name = /(?:charset\s*=\s*|encoding\s*=\s*)["']?\s*([\w-]{2,40})/iu.exec(head)?.[1]?.toLowerCase();
  // The bytes are not valid UTF-8, whatever the page says.
  if (!name || /^utf-?8$|^utf-?16/u.test(name) || !isKnown(name)) return undefined;
  return webName(name);
}

function guess(bytes: Uint8Array): string {
  for (const { name } of analyse(highSample(bytes))) {
    const encoding = webName(name.toLowerCase());
    if (/^(?:utf|ascii)/u.test(encoding) || !isKnown(encoding)) continue;
    return encoding;
  }
  return 'windows-1252'; // gives every byte a meaning, so that there is something to look at
}

/** Encodings of Windows that have all the letters of these and more; text in them is seldom in the narrower one. */
const WIDER: readonly (readonly [narrow: RegExp, wide: string])[] = [
  [/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/u, 'windows-1252'],
  [/^(?:iso-?8859-?9|latin-?5)$/u, 'windows-1254'],
  [/^iso-?8859-?8(?:-[ei])?$/u, 'windows-1255'],
];

function webName(name: string): string {
  return WIDER.find(([narrow]) => narrow.test(name))?.[1] ?? name;
}
