import { oneLine } from './facts';

/** The longest title made from a text's first words, in UTF-16 units. */
const LONGEST = 80;

/**
 * A title for an article without a headline: its first words, with an ellipsis where the sentence goes on.
 * Never ends inside a word or a character.
 */
export function titleFromWords(text: string): string {
  const line = oneLine(text.slice(0, 4 * LONGEST));
  if (line.length <= LONGEST && text.trim().length <= 4 * LONGEST) return line;
  let title = '';
  for (const word of line.split(' ')) {
    if (title !== '' && title.length + 1 + word.length > LONGEST) break;
    title = title === '' ? word : `${title} ${word}`;
  }
  if (title.length > LONGEST) title = [...title].slice(0, LONGEST / 2).join('');
  return `${title.replace(/[\s,;:–—-]+$/u, '')}…`;
}
