import type { Span } from '../text/span';
import { hull } from '../text/span';
import type { Annotation } from './model';

/** Is a name part of a longer one with a hyphen (“Holm-Lie”)? “Holm-based” is not. */
export function isJoined(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /^[-‐‑–]\p{Lu}/u.test(text.slice(end, end + 3)) || /\p{L}[-‐‑–]$/u.test(before);
}

const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady rev sen senator rep gov governor president ' +
    'minister mayor judge justice captain general herr frau monsieur madame'
  ).split(' '),
);

/**
 * Does a capitalised word stand before a surname that may be somebody else's first name (“Kari Holm” for Ida
 * Holm)? Titles, the person's own names and the first word of a sentence do not count.
 */
export function isPreceded(text: string, { start }: Span, name: string): boolean {
  const ahead = text.slice(Math.max(0, start - 48), start);
  const word = /(\p{Lu}[\p{L}\p{M}'’.-]*)[^\S\n]+$/u.exec(ahead)?.[1];
  if (word === undefined || TITLES.has(word.toLowerCase().replace(/\.$/, ''))) return false;
  const own = name.split(/\s+/);
  if (own.includes(word)) return false;
  // “K. Holm” has another first name unless it is an initial of this one; “Monday.” ends a sentence.
  if (word.endsWith('.')) return word.length === 2 && !own.some((part) => part[0] === word[0]);
  const lead = ahead.slice(0, ahead.lastIndexOf(word));
  return !/(?:^|\n|[.!?:…]["'”’»)]*\s+|["'“‘«„(])$/u.test(lead);
}

/** Does a mention mark just the name, perhaps with a genitive? */
export function isJust({ spans }: Annotation, text: string, span: Span): boolean {
  const marked = hull(spans);
  const rest = marked && text.slice(span.end, Math.max(span.end, marked.end));
  return marked !== null && marked.start === span.start && /^(?:['’ʼ]s?)?$/.test(rest!);
}
