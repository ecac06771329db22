/**
 * Readers of the exports that share nothing with the app: a CSV parser from the grammar of RFC 4180, plain
 * JSON, and slices in the unit each format says it counts in.
 */

/** The rows of a CSV file by column name, with the apostrophe that guards risky cells taken off. */
export function csvRows(text: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/^\uFEFF/, '');
  for (let at = 0; at < source.length; at++) {
    const character = source[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ',' || character === '\n') {
      rows.at(-1)!.push(cell.replace(/\r$/, ''));
      cell = '';
      if (character === '\n') rows.push([]);
    } else cell += character;
  }
  if (cell !== '' || rows.at(-1)!.length > 0) rows.at(-1)!.push(cell);
  const [head, ...body] = rows.filter((row) => row.length > 1);
  return body.map((row) => Object.fromEntries(head!.map((name, column) => [name, row[column] ?? ''])));
}

/** What lies between two offsets counted in Unicode code points, as Python slices. */
export function byCodePoints(text: string, start: number, end: number): string {
  return [...text].slice(start, end).join('');
}

/** One JSON value a line. */
export function jsonLines<Row>(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
}
