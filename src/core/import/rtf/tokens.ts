/** A piece of an RTF file; strings hold one byte (0 … 255) per unit. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A control word without its backslash; `value` is NaN when it has none. */
  | { readonly kind: 'word'; readonly word: string; readonly value: number }
  /** A control symbol: the character after the backslash. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** A byte written as `\'hh`. */
  | { readonly kind: 'byte'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

const TOKEN = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+|\\/giuy;

/** Cuts an RTF file into tokens; line ends between them mean nothing, `\bin` data is left out. */
export function* rtfTokens(source: string): Generator<RtfToken> {
  const pattern = new RegExp(TOKEN);
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const [, word, value, hex, symbol, brace, text] = found;
    if (word !== undefined) {
      const number = value === undefined ? Number.NaN : Number(value);
      if (word === 'bin' && number > 0) pattern.lastIndex += number;
      else yield { kind: 'word', word, value: number };
    } else if (hex !== undefined) {
      yield { kind: 'byte', text: String.fromCharCode(Number.parseInt(hex, 16)) };
    } else if (symbol !== undefined) yield { kind: 'symbol', symbol };
    else if (brace !== undefined) yield brace === '{' ? { kind: 'open' } : { kind: 'close' };
    else if (text !== undefined) yield { kind: 'text', text };
  }
}
