/**
 * Texts joined by a separator; its first character and the backslash have a backslash before them where they
 * are part of a text, so that splitEscaped gives the same texts back, whatever is in them.
 */
export function joinEscaped(texts: readonly string[], separator: '; ' | '.'): string {
  const escaped = separator === '.' ? /[\\.]/g : /[\\;]/g;
  return texts.map((text) => text.replace(escaped, '\\$&')).join(separator);
}

/** The texts that joinEscaped joined, at least one: no text at all and one empty text look the same. */
export function splitEscaped(joined: string, separator: '; ' | '.'): readonly string[] {
  const texts: string[] = [];
  let text = '';
  for (let at = 0; at < joined.length; at++) {
    if (joined[at] === '\\' && at + 1 < joined.length) text += joined[++at];
    else if (joined.startsWith(separator, at)) {
      texts.push(text);
      text = '';
      at += separator.length - 1;
    } else text += joined[at];
  }
  return [...texts, text];
}
