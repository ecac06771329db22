import type { Reading } from './reading';
import { endsSentence, isListItem, wordCount } from './shapes';

/** Looking up n candidates in a text of m units costs n × m; beyond this the text is no article anyway. */
const MOST_WORK = 2_000_000_000;

/**
 * Marks pull quotes as block quotes: short pieces whose every word stands, in this order, in a longer
 * paragraph. What has another kind already is left alone.
 */
export function findPullQuotes({ pieces, kinds }: Reading): void {
  const plain = pieces.map((piece, index) => (kinds[index] === null ? fold(piece.text) : ''));
  const candidates = pieces.flatMap(({ text }, index) =>
    kinds[index] === null && mayBePulled(text) ? [index] : [],
  );
  const length = plain.reduce((sum, text) => sum + text.length, 0);
  if (candidates.length * length > MOST_WORK) return;
  for (const index of candidates) {
    const wanted = plain[index]!;
    if (
      wanted.length >= 20 &&
      plain.some((text) => text.length > wanted.length + 20 && text.includes(wanted))
    ) {
      kinds[index] = 'blockquote';
    }
  }
}

/** A heading may repeat a few words of the text by chance; a longer line without a full stop may not. */
function mayBePulled(text: string): boolean {
  if (text.length > 300 || isListItem(text)) return false;
  return wordCount(text) >= (endsSentence(text) || /^[“"«„]/u.test(text) ? 4 : 8);
}

/** Words only: quotation marks, spacing and the last stop differ between a pull quote and its source. */
function fold(text: string): string {
  return text
    .replace(/[“”"«»„‘’']/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.,!?…]{1,3}$/u, '')
    .toLowerCase();
}
