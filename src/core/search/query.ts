/** How the text of a search is meant. */
export const SEARCH_MODES = ['words', 'phrase', 'prefix', 'fuzzy', 'regex'] as const;
export type SearchMode = (typeof SEARCH_MODES)[number];

/** What a person asks of all articles. */
export interface SearchQuery {
  readonly text: string;
  readonly mode: SearchMode;
  /** Capitals count. */
  readonly matchCase: boolean;
  /** Words and phrases begin and end where words do. Beginnings and fuzzy words always do, patterns as they say. */
  readonly wholeWord: boolean;
}

/** At most so many hits are looked for; with more, the search stops and says so. */
export const MOST_HITS = 50_000;

/** Part of a query: words that must stand in the text one after the other, or one word to be found roughly. */
export interface Term {
  /** As written, without white space; at least one, none empty. */
  readonly pieces: readonly string[];
  readonly kind: 'literal' | 'prefix' | 'fuzzy';
}

const QUOTE = /["“”„‟«»]/;
/** One star behind a word makes it a beginning. */
const STARRED = /[\p{L}\p{M}\p{N}]\*$/u;

/**
 * The terms of a query that is not a pattern. All of them must be in an article. Double quotation marks of any
 * kind hold a phrase together, the last one may be missing; a star at the end of a word or a phrase makes it a
 * beginning. Empty for a query without a word.
 */
export function termsOf({ text, mode }: Pick<SearchQuery, 'text' | 'mode'>): readonly Term[] {
  if (mode === 'phrase') {
    const whole = text.trim();
    const quoted = /^.[^"“”„‟«»]+.$/u.test(whole) && QUOTE.test(whole[0]!) && QUOTE.test(whole.at(-1)!);
    return phrase(quoted ? whole.slice(1, -1) : whole);
  }
  return text.split(QUOTE).flatMap((part, index) => {
    if (index % 2 === 1) return phrase(part);
    return part.split(/\s+/).flatMap((word) => {
      if (word === '') return [];
      if (STARRED.test(word)) return [{ pieces: [word.slice(0, -1)], kind: 'prefix' as const }];
      return [{ pieces: [word], kind: mode === 'prefix' || mode === 'fuzzy' ? mode : ('literal' as const) }];
    });
  });
}

function phrase(text: string): readonly Term[] {
  const starred = STARRED.test(text.trim());
  const pieces = (starred ? text.trim().slice(0, -1) : text).split(/\s+/).filter((piece) => piece !== '');
  return pieces.length === 0 ? [] : [{ pieces, kind: starred ? 'prefix' : 'literal' }];
}
