import { straight } from './fold';

/** Flags of every pattern: all hits, Unicode, and ^ and $ at the ends of paragraphs. */
const FLAGS = 'gmu';

/**
 * What a pattern is looked for with, in texts folded as 'pattern'. Throws the engine's SyntaxError when it is
 * none.
 */
export function compilePattern(source: string, matchCase: boolean): RegExp {
  const flags = matchCase ? FLAGS : `${FLAGS}i`;
  const asWritten = new RegExp(source, flags);
  try {
    return new RegExp(withStraightSigns(source.normalize('NFC')), flags);
  } catch {
    return asWritten; // a range of characters that has another order now
  }
}

/** One kind of quotation mark and dash, as in the texts, also where they are written as escapes. */
function withStraightSigns(source: string): string {
  let inClass = false;
  return source.replace(/\\u\{?([\da-fA-F]{4})\}?|\\.|[^\\]/gsu, (part: string, code: string | undefined) => {
    if (part === '[') inClass = true;
    if (part === ']') inClass = false;
    const sign = code === undefined ? part : String.fromCharCode(Number(`0x${code}`));
    if (sign.length > 1 || (sign <= '\xff' && !'«»'.includes(sign))) return part;
    const plain = straight(sign);
    if (plain === sign) return part;
    return plain === '-' && inClass ? '\\-' : plain;
  });
}
