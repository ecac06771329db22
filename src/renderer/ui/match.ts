/**
 * How well an entry meets what was typed, for cmdk: every word must occur; one that begins with what was
 * typed comes first. 0 = not at all.
 */
export function matchWords(value: string, search: string, keywords?: readonly string[]): number {
  const text = (keywords && keywords.length > 0 ? keywords.join(' ') : value).toLowerCase();
  const wanted = search.toLowerCase().trim();
  if (text.startsWith(wanted)) return 1;
  return wanted.split(/\s+/).every((word) => text.includes(word)) ? 0.5 : 0;
}
