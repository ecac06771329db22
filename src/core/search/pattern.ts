/** Flags of every pattern: all hits, Unicode, and ^ and $ at the ends of paragraphs. */
const FLAGS = 'gmu';

const DOUBLE = '"“”„‟«»';
const SINGLE = "'‘’‚‛‹›";

/** What a pattern is looked for with. Throws the engine's SyntaxError when it is none. */
export function compilePattern(source: string, matchCase: boolean): RegExp {
  const flags = matchCase ? FLAGS : `${FLAGS}i`;
  new RegExp(source, flags); // as it was written, so that what is said of it is true of it
  return new RegExp(withAnyQuotes(source.normalize('NFC')), flags);
}

/** A quotation mark that was typed stands for all of its kind; one written as an escape only for itself. */
function withAnyQuotes(source: string): string {
  let wide = '';
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    const kind = [DOUBLE, SINGLE].find((marks) => marks.includes(character));
    if (character === '\\') wide += character + (source[++at] ?? '');
    else if (kind === undefined) {
      if (character === '[') inClass = true;
      if (character === ']') inClass = false;
      wide += character;
    } else if (!inClass) wide += `[${kind}]`;
    // In a class the mark typed stays beside the hyphen of a range.
    else wide += source[at + 1] === '-' ? kind + character : character + kind;
  }
  return wide;
}
