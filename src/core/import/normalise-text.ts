import type { Origin } from '../project/model';

/** A text as it is kept for good, and what had to be done to it. */
export interface NormalisedText {
  readonly text: string;
  /** The line ends that were found. */
  readonly lineEnds: Origin['lineEnds'];
  /** How many code units became U+FFFD because no export could carry them. */
  readonly replaced: number;
}

/**
 * What XML 1.0 and most other formats cannot hold: C0 controls other than tab and the line ends, the two
 * noncharacters, and (with the `u` flag) surrogates that have lost their other half.
 */
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/**
 * Makes a decoded text fit to be kept: byte order marks off the front, every line end "\n" (form feeds and
 * vertical tabs too), white space off the end. NUL, other control characters and lone surrogates are
 * replaced one for one by U+FFFD rather than refused: the article can be read, the mark shows where, and
 * the original bytes are kept beside it. Doing it twice changes nothing.
 */
export function normaliseText(raw: string): NormalisedText {
  let from = 0;
  while (raw.charCodeAt(from) === 0xfeff) from++;
  const body = from > 0 ? raw.slice(from) : raw;
  const replaced = body.match(FORBIDDEN)?.length ?? 0;
  const clean = replaced > 0 ? replaceForbidden(body) : body;
  const text = clean.replace(/\r\n?|[\f\v]/gu, '\n').trimEnd();
  return { text, lineEnds: lineEndsOf(body), replaced };
}

/** The text with U+FFFD for each character that no export could carry. Keeps the length in UTF-16 units. */
export function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd');
}

/** What is said of the replacement, or undefined when there was none. */
export function replacementNote(replaced: number): string | undefined {
  if (replaced === 0) return undefined;
  const what = replaced === 1 ? '1 control character was' : `${replaced} control characters were`;
  return `On import ${what} replaced by � (U+FFFD). The original file is kept unchanged.`;
}

function lineEndsOf(text: string): Origin['lineEnds'] {
  let crlf = 0;
  let cr = 0;
  let lf = 0;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === 10) crlf++;
    else cr++;
  }
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lf++;
  lf -= crlf;
  const found = [lf > 0 && 'lf', crlf > 0 && 'crlf', cr > 0 && 'cr'].filter((kind) => kind !== false);
  return found.length > 1 ? 'mixed' : ((found[0] as Origin['lineEnds'] | undefined) ?? 'none');
}
