import type { State } from '../store';
import { currentArticle, isEditable, notify, setState } from '../store';
import { beginReview, decide, focusField, toggleAll } from '../views/search-actions';
import { ask } from '../views/search-run';
import { searchState, setSearch } from '../views/search-store';
import type { Action } from './action';

/** A longer passage is hardly looked for elsewhere (UTF-16 units). */
const LONGEST = 200;

const onMatches = ({ view, project }: State) => view === 'search' && project !== null;
const reviewing = ({ view }: State) => view === 'search' && searchState().reviewing;

/** Opens the search at its field; what is selected in the reader is looked for at once. */
function findEverywhere(state: State): void {
  const { passage, view } = state;
  const article = view === 'library' ? currentArticle(state) : null;
  const text = article && passage ? article.text.slice(passage.span.start, passage.span.end) : '';
  const words = text.replace(/\s+/g, ' ').trim();
  setState({ view: 'search' });
  setSearch({ tab: 'text' });
  if (words !== '' && words.length <= LONGEST) ask({ query: { text: words, mode: 'phrase' } });
  focusField();
}

/** Searching all articles, and what is done with the matches. */
export const SEARCH_ACTIONS: readonly Action[] = [
  {
    id: 'find-everywhere',
    label: 'Find in all articles',
    menu: 'Edit',
    group: 3,
    keys: ['Mod+Shift+f'],
    enabled: ({ project }) => project !== null,
    run: findEverywhere,
  },
  {
    id: 'choose-matches',
    label: 'Choose all matches',
    menu: 'Edit',
    group: 4,
    enabled: onMatches,
    run: () => toggleAll(),
  },
  {
    id: 'review-matches',
    label: 'Review matches one by one',
    menu: 'Edit',
    group: 4,
    keys: ['r'],
    enabled: onMatches,
    run: () => beginReview(),
  },
  {
    id: 'take-match',
    label: 'Take this match',
    menu: 'Edit',
    group: 4,
    keys: ['y'],
    enabled: reviewing,
    keyOnly: true,
    run: () => decide(true),
  },
  {
    id: 'skip-match',
    label: 'Skip this match',
    menu: 'Edit',
    group: 4,
    keys: ['n'],
    enabled: reviewing,
    keyOnly: true,
    run: () => decide(false),
  },
  {
    id: 'tag-matches',
    label: 'Tag the chosen matches as…',
    menu: 'Edit',
    group: 4,
    keys: ['t'],
    enabled: (state) => onMatches(state) && isEditable(state),
    run: () => {
      const first = document.querySelector<HTMLElement>('.tag-bar .layer');
      if (first) first.focus();
      else notify('Choose the matches to tag first: with Space, or all with Ctrl A.');
    },
  },
];
