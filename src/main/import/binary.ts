/** How well-known files begin, and what a person calls them. */
const KINDS: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF under another name'],
  ['PK\u0003\u0004', 'a packed file (such as .docx, .odt, .epub or .zip) under another name'],
  ['PK\u0005\u0006', 'a packed file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file (such as .doc)'],
  ['{\\rtf', 'a Rich Text file (.rtf) under another name'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a packed file'],
  ['7z\u00bc\u00af', 'a packed file'],
  ['Rar!', 'a packed file'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090\u0000', 'a program'],
  ['SQLite format 3', 'a database'],
  ['bplist00', 'a web archive or settings file'],
];

/** What the file is when its first bytes say that it is no text, else undefined. */
export function binaryKind(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 64)).toString('latin1');
  return KINDS.find(([magic]) => head.startsWith(magic))?.[1];
}

/** Of so many bytes the share of control characters is taken. */
const SAMPLE = 1024 * 1024;

/**
 * Are there more control characters than a damaged text would have? A few NULs are let through: they are
 * marked in the text, and the researcher sees them.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let index = 0; index < length; index++) {
    const byte = bytes[index]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > 4 && controls / length > 0.01;
}
