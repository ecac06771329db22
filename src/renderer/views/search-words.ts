import type { SearchMode, SearchQuery } from '../../core/search/query';
import { plural } from '../ui/words';
import type { Lines } from './search-lines-shown';
import type { SearchState } from './search-store';

/** The ways to search, as they stand on the screen. */
export const MODES: readonly { value: SearchMode; label: string; description: string }[] = [
  {
    value: 'words',
    label: 'Words',
    description: 'Articles that have all of these words. “Quotation marks” hold a phrase together.',
  },
  { value: 'phrase', label: 'Phrase', description: 'These words one after the other' },
  { value: 'prefix', label: 'Beginnings', description: 'Words that begin so: inspect finds inspected' },
  {
    value: 'fuzzy',
    label: 'Roughly',
    description: 'Also with one letter wrong, or two in words of eight letters and more',
  },
  { value: 'regex', label: 'Pattern', description: 'A regular expression, as JavaScript has them' },
];

/** "312 matches in 14 articles", or why there are no more of them. */
export function outcomeWords(search: SearchState, { all, shown, articles }: Lines): string {
  const { tab, answered, ending, progress } = search;
  const one = tab === 'text' ? 'match' : 'annotation';
  const many = tab === 'text' ? 'matches' : 'annotations';
  if (tab === 'text' && !answered) return '';
  const of = shown.length === all.length ? '' : `${shown.length.toLocaleString()} of `;
  const found =
    all.length === 0
      ? `No ${one}`
      : `${of}${plural(all.length, one, many)} in ${plural(articles, 'article')}`;
  if (tab === 'annotations') return found;
  if (ending === 'full') return `The first ${found}. There are more: ask for something rarer.`;
  const reached = progress
    ? ` with ${progress.done.toLocaleString()} of ${progress.total.toLocaleString()} articles searched`
    : '';
  if (ending === 'time')
    return `${found} so far. Stopped after 30 seconds${reached}: this pattern tries too many ways to match.`;
  if (ending === 'memory') return `${found} so far. Stopped${reached}: this takes too much memory.`;
  if (ending === 'cancelled') return `${found} so far. Stopped${reached}.`;
  return found;
}

/** A question in few words, for the list of recent ones. */
export function queryWords({ mode, matchCase }: SearchQuery): string {
  const label = MODES.find(({ value }) => value === mode)!.label.toLowerCase();
  return matchCase ? `${label}, capitals count` : label;
}
