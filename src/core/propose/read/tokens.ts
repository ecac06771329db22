import type { Span } from '../../text/span';
import type { QuotedPassage } from './quoted-passages';

/** A word, a mark of punctuation, or a whole quoted passage. Offsets are UTF-16 of the article's text. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quote';
  /** The word without a possessive “’s”; the mark; of a passage the character in front of its last mark. */
  readonly text: string;
  readonly lower: string;
  /** Does “’s” or “s’” follow the word? It is not part of the span. */
  readonly possessive: boolean;
  /** Does the word begin with a capital letter? */
  readonly capital: boolean;
  readonly passage: QuotedPassage | null;
}

const PIECE =
  /(?:[#@]?[\p{L}\p{N}][\p{L}\p{M}\p{N}_]*(?:[-‐‑’'.&][\p{L}\p{N}][\p{L}\p{M}\p{N}_]*)*)|[^\s\p{L}\p{N}]/gu;

/** Abbreviations that keep their full stop as part of the word; so do initials. */
const DOTTED =
  /^(?:mrs?|ms|mx|dr|prof|rev|fr|hon|pres|gov|sens?|reps?|lt|col|gen|sgt|capt|cmdr|adm|maj|cpl|st|sr|jr|inc|corp|ltd|co|bros|vs|no|\p{L}|(?:\p{L}\.)+\p{L})$/iu;

const POSSESSIVE = /[’']s$/iu;

/** Cuts a stretch of text; a passage of `passages` (in order) is one token. */
export function tokens(text: string, span: Span, passages: readonly QuotedPassage[]): readonly Token[] {
  const found: Token[] = [];
  let from = span.start;
  for (const passage of passages) {
    for (const part of passage.spans) {
      if (part.start < from || part.end > span.end) continue;
      plain(text, { start: from, end: part.start }, found);
      const { start, end } = part;
      found.push({
        start,
        end,
        kind: 'quote',
        text: text[end - 2] ?? '',
        lower: '',
        possessive: false,
        capital: false,
        passage,
      });
      from = end;
    }
  }
  plain(text, { start: from, end: span.end }, found);
  return found;
}

function plain(text: string, span: Span, found: Token[]): void {
  PIECE.lastIndex = span.start;
  for (let match = PIECE.exec(text); match && match.index < span.end; match = PIECE.exec(text)) {
    const { index } = match;
    let piece = match[0];
    if (index + piece.length > span.end) piece = text.slice(index, span.end);
    const isWord = /^[#@]?[\p{L}\p{N}]/u.test(piece);
    let possessive = false;
    if (isWord && POSSESSIVE.test(piece)) {
      piece = piece.slice(0, -2);
      possessive = true;
    } else if (
      isWord &&
      /s$/iu.test(piece) &&
      /^[’'](?![\p{L}\p{N}])/u.test(text.slice(index + piece.length, index + piece.length + 2))
    ) {
      possessive = true;
    } else if (
      isWord &&
      text[index + piece.length] === '.' &&
      index + piece.length < span.end &&
      DOTTED.test(piece)
    ) {
      // Not the stop that ends the text: "… in the U.S." keeps it as a mark.
      if (index + piece.length + 1 < span.end || /^[js]r$/iu.test(piece)) piece += '.';
    }
    PIECE.lastIndex = index + piece.length + (possessive && POSSESSIVE.test(match[0]) ? 2 : 0);
    found.push({
      start: index,
      end: index + piece.length,
      kind: isWord ? 'word' : 'mark',
      text: piece,
      lower: piece.toLowerCase(),
      possessive,
      capital: /^\p{Lu}/u.test(piece),
      passage: null,
    });
  }
}
