const IN_TEXT: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '\b': '\\b',
};
const READ: Readonly<Record<string, string>> = { t: '\t', n: '\n', f: '\f', r: '\r', b: '\b' };

/** A line of a sentence for `#Text=`. */
export function escapeText(text: string): string {
  return text.replace(
    /[\\\x00-\x1f\x7f]/g,
    (character) =>
      IN_TEXT[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}

/** What escapeText wrote, or Java's escapes of the versions 3.0 and 3.1. */
export function unescapeText(text: string): string {
  return text.replace(/\\(?:u([0-9A-Fa-f]{4})|(.))/gs, (_, code: string | undefined, letter: string) =>
    code === undefined ? (READ[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A value for a cell of a unit. */
export function escapeValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*]/g, '\\$&').replace(/[\t\n\r]/g, (character) => IN_TEXT[character]!);
}

export function unescapeValue(value: string): string {
  return value.replace(/\\(->|.)/gs, (_, escaped: string) =>
    escaped.length === 1 && 'tnr'.includes(escaped) ? READ[escaped]! : escaped,
  );
}

/** The parts of a cell between separators that are not escaped; escapes are left as they are. */
export function splitCell(cell: string, separator: '|' | ';'): readonly string[] {
  if (!cell.includes(separator)) return [cell];
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++;
    else if (cell[at] === separator) {
      parts.push(cell.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, cell.slice(from)];
}

/** A value and the number in brackets behind it, if any: "PER[2]". */
export function numbered(item: string): { readonly value: string; readonly number: number | undefined } {
  const [, value, slashes, number] = /^(.*?)(\\*)\[(\d{1,9})\]$/s.exec(item) ?? [];
  // A bracket behind an odd number of backslashes is part of the value.
  if (value === undefined || slashes!.length % 2 === 1) return { value: item, number: undefined };
  return { value: value + slashes, number: Number(number) };
}
