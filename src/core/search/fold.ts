import type { Span } from '../text/span';

/**
 * How much is made equal before comparing. Always: composed and decomposed characters (NFC), quotation marks,
 * dashes, and characters nobody sees (soft hyphen, zero-width space). 'pattern' leaves the ends of lines to be
 * asked for; 'cased' makes every white space a plain space, and 'lower' also capitals small.
 */
export type Folding = 'pattern' | 'cased' | 'lower';

/** A text folded, and the way back. */
export interface Folded {
  readonly text: string;
  /**
   * For every unit of `text`, where the characters it was made of begin and end in the original (UTF-16);
   * null when all units stand where they stood.
   */
  readonly from: { readonly starts: Uint32Array; readonly ends: Uint32Array } | null;
}

const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/;
const SHAPES = /[‘’‚‛‹›“”„‟«»‐‑‒–—―−]|[^\S ]/g;
const SHAPES_IN_LINES = /[‘’‚‛‹›“”„‟«»‐‑‒–—―−]|[^\S\0-\xff]/g;
/** A character and the marks on it, as far as NFC may join them: Hangul is joined of letters. */
const PIECES = /[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]+\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

/** Folds a text. Fast where nothing changes its length, which is so for nearly every article. */
export function fold(text: string, folding: Folding): Folded {
  if (!UNSEEN.test(text) && text.normalize('NFC') === text) {
    const shaped = shape(text, folding);
    if (shaped === text) return { text, from: null };
    if (shaped.normalize('NFC') === shaped) return { text: narrow(shaped), from: null };
  }
  return foldPieces(text, folding);
}

/** A short text folded without a way back: a query. */
export function foldQuery(text: string, folding: Folding): string {
  return fold(text, folding).text;
}

/** The span of the original whose characters a span of the folded text was made of. */
export function unfold({ from }: Folded, span: Span): Span {
  return from ? { start: from.starts[span.start]!, end: from.ends[span.end - 1]! } : span;
}

function foldPieces(text: string, folding: Folding): Folded {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    const seen = piece.replace(new RegExp(UNSEEN, 'g'), '').normalize('NFC');
    const part = shape(seen, folding).normalize('NFC');
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(index);
      ends.push(index + piece.length);
    }
    parts.push(part);
  }
  return { text: parts.join(''), from: { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) } };
}

const PORTION = 4096;

/**
 * The same text. An engine keeps what was made of a text with curly quotes two bytes wide, though one would do
 * now; written anew it takes half the memory and is searched twice as fast.
 */
function narrow(text: string): string {
  if (/[^\0-\xff]/.test(text)) return text;
  const units = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  let written = '';
  for (let at = 0; at < units.length; at += PORTION) {
    const portion: ArrayLike<number> = units.subarray(at, at + PORTION);
    written += String.fromCharCode.apply(null, portion as number[]);
  }
  return written;
}

/** Unit for unit: never changes the length. */
function shape(text: string, folding: Folding): string {
  const shaped = text.replace(folding === 'pattern' ? SHAPES_IN_LINES : SHAPES, straight);
  return folding === 'lower' ? lower(shaped) : shaped;
}

/** The plain form of a quotation mark, a dash or a white space; any other character as it is. */
export function straight(character: string): string {
  if ('‘’‚‛‹›'.includes(character)) return "'";
  if ('“”„‟«»'.includes(character)) return '"';
  if ('‐‑‒–—―−'.includes(character)) return '-';
  return /\s/.test(character) ? ' ' : character;
}

/** Small letters. İ is the only letter whose small form is longer; ς and ſ are σ and s in another place. */
function lower(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ').replaceAll('ſ', 's');
}
