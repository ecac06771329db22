import type { Article } from '../../project/model';
import type { Part } from '../part';
import type { Characters } from './characters';
import type { Count } from './check';
import type { ReadRow } from './read-rows';

/**
 * The rows of one article in the table tokens: each is what the text says there, they go forwards, no sign of the text
 * but white space is left out, and exactly the words that a layer's passages touch have a tag of it.
 */
export function checkTokens(
  part: Part,
  { id, text }: Article,
  rows: readonly ReadRow[],
  characters: Characters,
  count: Count,
): void {
  const tagged = Object.keys(rows[0]!).filter((name) => name.startsWith('bio_'));
  const marked = part.whole.codebook.layers
    .filter(({ on }) => on)
    .map((layer) => {
      const own = new Uint8Array(text.length);
      for (const annotation of part.annotations.get(id) ?? []) {
        if (annotation.layer !== layer.id) continue;
        for (const { start, end } of annotation.spans) own.fill(1, start, end);
      }
      return own;
    });
  if (tagged.length !== marked.length) count('row', rows.length);
  let at = 0;
  let wrong = 0;
  const before = tagged.map(() => 'O');
  for (const [index, row] of rows.entries()) {
    const [start, end] = [characters.utf16(row.start), characters.utf16(row.end)];
    const fits =
      row.token === index + 1 &&
      start !== null &&
      end !== null &&
      start >= at &&
      text.slice(at, start).trim() === '' &&
      text.slice(start, end) === row.text &&
      tagged.every((name, layer) => {
        const tag = row[name];
        const follows = tag !== 'I' || before[layer] !== 'O';
        before[layer] = String(tag);
        const inside = marked[layer]!.subarray(start, end).includes(1);
        return follows && (tag === 'O' ? !inside : inside && (tag === 'B' || tag === 'I'));
      });
    if (!fits) wrong++;
    at = end ?? at;
  }
  if (text.slice(at).trim() !== '') wrong++;
  count('row', wrong);
}
