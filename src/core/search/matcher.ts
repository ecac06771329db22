import type { Span } from '../text/span';
import { compareSpans, contains } from '../text/span';
import { findFuzzy, roughly } from './find-fuzzy';
import { anchorOf, findLiteral } from './find-literal';
import type { Folded, Folding } from './fold';
import { fold, foldQuery, unfold } from './fold';
import { compilePattern } from './pattern';
import type { PatternProblem } from './pattern-problem';
import { patternProblem } from './pattern-problem';
import type { SearchQuery, Term } from './query';
import { termsOf } from './query';

/** A query made ready to be asked of any number of texts. */
export interface Matcher {
  /**
   * All hits in a text in reading order, as exact UTF-16 spans of it; at most `most`. With `within` (ordered and
   * disjoint spans), only those that lie in one of these. Empty unless every word of the query is there.
   */
  find(text: SearchText, most: number, within?: readonly Span[]): readonly Span[];
}

export type Compiled =
  | { readonly ok: true; readonly matcher: Matcher }
  /** Nothing was asked. */
  | { readonly ok: false; readonly problem: null }
  | { readonly ok: false; readonly problem: PatternProblem };

/** A text that is searched again and again: what it folds to is worked out once. */
export class SearchText {
  readonly #foldings: { [F in Folding]?: Folded } = {};
  constructor(readonly text: string) {}

  folded(folding: Folding): Folded {
    this.#foldings[folding] ??= fold(this.text, folding);
    return this.#foldings[folding];
  }
}

type Finder = (text: string, most: number) => readonly Span[];

/** Makes a query ready, or says why it cannot be asked. */
export function compile(query: SearchQuery): Compiled {
  if (query.text.trim() === '') return { ok: false, problem: null };
  if (query.mode === 'regex') {
    try {
      return {
        ok: true,
        matcher: matcherOf('pattern', [patternFinder(compilePattern(query.text, query.matchCase))]),
      };
    } catch (error) {
      return { ok: false, problem: patternProblem(query.text, error) };
    }
  }
  const folding = query.matchCase ? 'cased' : 'lower';
  const finders = termsOf(query).flatMap((term) => finderOf(term, folding, query.wholeWord) ?? []);
  return finders.length === 0
    ? { ok: false, problem: null }
    : { ok: true, matcher: matcherOf(folding, finders) };
}

function matcherOf(folding: Folding, finders: readonly Finder[]): Matcher {
  return {
    find(source, most, within) {
      const folded = source.folded(folding);
      const lists: (readonly Span[])[] = [];
      for (const find of finders) {
        // Hits outside the scope do not count towards the limit.
        const all = find(folded.text, within ? Number.POSITIVE_INFINITY : most);
        const spans = folded.from ? all.map((span) => unfold(folded, span)) : all;
        const inside = within ? spans.filter((span) => liesIn(within, span)) : spans;
        if (inside.length === 0) return [];
        lists.push(inside);
      }
      return lists.length === 1 ? lists[0]!.slice(0, most) : union(lists).slice(0, most);
    },
  };
}

/** Is the span inside one of these ordered and disjoint ones? */
function liesIn(parts: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  return low > 0 && contains(parts[low - 1]!, span);
}

/** Several lists as one in reading order, without doubles. */
function union(lists: readonly (readonly Span[])[]): readonly Span[] {
  const sorted = lists.flat().sort(compareSpans);
  return sorted.filter(
    ({ start, end }, at) => sorted[at - 1]?.start !== start || sorted[at - 1]?.end !== end,
  );
}

function finderOf({ pieces, kind }: Term, folding: Folding, wholeWord: boolean): Finder | undefined {
  const folded = pieces.map((piece) => foldQuery(piece, folding)).filter((piece) => piece !== '');
  const [first] = folded;
  if (first === undefined) return undefined;
  if (kind === 'fuzzy' && /^[\p{L}\p{M}]+$/u.test(first)) {
    const rough = roughly(first);
    if (rough.most > 0) return (text, most) => findFuzzy(text, rough, most);
  }
  const ends = kind === 'fuzzy' || (kind === 'literal' && wholeWord);
  const whole = kind === 'prefix';
  const needle = { pieces: folded, anchor: anchorOf(folded), fromStart: ends || whole, toEnd: ends, whole };
  return (text, most) => findLiteral(text, needle, most);
}

function patternFinder(pattern: RegExp): Finder {
  return (text, most) => {
    const found: Span[] = [];
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text)) {
      const end = match.index + match[0].length;
      if (end > match.index) found.push({ start: match.index, end });
      // Nothing between two letters is no hit; go on behind it.
      else pattern.lastIndex += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    }
    return found;
  };
}
