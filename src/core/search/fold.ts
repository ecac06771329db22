import type { Span } from '../text/span';

/**
 * How much is made equal before comparing. Always: composed and decomposed characters (NFC), and characters
 * nobody sees (soft hyphen, zero-width space). 'cased' also makes quotation marks straight, hyphens one and
 * every white space a plain space; 'lower' also capitals small.
 */
export type Folding = 'plain' | 'cased' | 'lower';

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
const SHAPES = /[‘’‚‛‹›“”„‟«»‐‑]|[^\S ]/g;
/** A character and the marks on it, as far as NFC may join them: Hangul is joined of letters. */
const PIECES = /[\u1100-\u115f\uac00-\ud7a3][\u1160-\u11ff]+\p{M}*|\P{M}\p{M}*|\p{M}+/gu;

/** Folds a text. Fast where nothing changes its length, which is so for nearly every article. */
export function fold(text: string, folding: Folding): Folded {
  if (!UNSEEN.test(text) && text.normalize('NFC') === text) {
    const shaped = shape(text, folding);
    if (shaped === text || shaped.normalize('NFC') === shaped) return { text: shaped, from: null };
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

/** Unit for unit: never changes the length. */
function shape(text: string, folding: Folding): string {
  if (folding === 'plain') return text;
  const shaped = text.replace(SHAPES, straight);
  return folding === 'lower' ? lower(shaped) : shaped;
}

function straight(character: string): string {
  if ('‘’‚‛‹›'.includes(character)) return "'";
  if ('“”„‟«»'.includes(character)) return '"';
  return character === '‐' || character === '‑' ? '-' : ' ';
}

/** Small letters. İ is the only letter whose small form is longer; ς and ſ are σ and s in another place. */
function lower(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ').replaceAll('ſ', 's');
}
