import type { Speaker } from './model';

/** What may follow a surname. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|md|phd|mp|mep|qc|kc)\.?$/i;

/**
 * The surname of a person by which an article may go on to call them: the last word of a name of several
 * words, capitalised and of at least three letters. Null for organisations and for who is not named.
 */
export function surnameOf({ name, kind, naming }: Speaker): string | null {
  if (naming === 'anonymous' || !['person', 'author', 'unspecified'].includes(kind)) return null;
  const [person = ''] = name.split(',');
  const words = person.trim().split(/\s+/);
  while (words.length > 1 && SUFFIX.test(words.at(-1)!)) words.pop();
  const last = words.at(-1)!;
  // “The Minister” has no surname, and neither has “Former chief engineer”.
  if (words.length < 2 || /^(?:an?|the)$/i.test(words[0]!) || [...last].length < 3) return null;
  return /^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(last) ? last : null;
}
