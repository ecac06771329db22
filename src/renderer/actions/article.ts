import { flushSync } from 'react-dom';
import { readingOf, setReadingStatus } from '../../core/commands/readings';
import type { ReadingStatus } from '../../core/project/model';
import { READING_STATUSES } from '../../core/project/model';
import { openMemo } from '../dialogs/memo-store';
import { articlesMeant, articlesShown } from '../panels/library-store';
import { STATUS_IN_SENTENCE } from '../panels/library-words';
import type { State } from '../store';
import {
  currentArticle,
  isEditable,
  notify,
  openArticle,
  perform,
  setSettings,
  setState,
  state,
} from '../store';
import { plural } from '../ui/words';
import type { Action } from './action';

/** Only what is on the screen can be marked. */
const inLibrary = (state: State) => isEditable(state) && state.view === 'library';

/** "Mark article as coded", "Mark 5 articles as coded" */
const sentence = (count: number, status: ReadingStatus) =>
  `Mark ${count > 1 ? plural(count, 'article') : 'article'} as ${STATUS_IN_SENTENCE[status]}`;

function mark(articles: readonly string[], status: ReadingStatus): void {
  const label = sentence(articles.length, status);
  const done = perform(label.charAt(0).toLowerCase() + label.slice(1), (project) =>
    setReadingStatus(project, { articles, status }),
  );
  if (!done || articles.length === 1) return;
  notify(`Marked ${plural(articles.length, 'article')} as ${STATUS_IN_SENTENCE[status]}.`);
  // Those that the filter now leaves out are let go of, lest they be marked again unseen.
  const seen = new Set(articlesShown(state()).map(({ id }) => id));
  setState(({ markedArticles }) => ({
    markedArticles: new Set([...markedArticles].filter((id) => seen.has(id))),
  }));
}

const isAll = ({ project }: State, articles: readonly string[], status: ReadingStatus) =>
  project !== null && articles.length > 0 && articles.every((id) => readingOf(project, id).status === status);

/** The articles a context menu was opened on; its entries come back one by one, by their ids. */
let onMenu: readonly string[] = [];

/** Says which articles the entries of the next context menu are about. */
export function meantByMenu(ids: readonly string[]): void {
  onMenu = ids;
}

/** The same as the actions of the Edit menu, but for the articles under the pointer. */
export const MARK_ITEMS: readonly Action[] = READING_STATUSES.map((status) => ({
  id: `item-${status}`,
  label: () => sentence(onMenu.length, status),
  menu: 'Edit',
  group: 1,
  keyOnly: true,
  enabled: isEditable,
  checked: (state) => isAll(state, onMenu, status),
  run: () => mark(onMenu, status),
}));

/** What can be done with the one article under the pointer. */
export const ON_ITEM: readonly Action[] = [
  {
    id: 'item-open',
    label: 'Open',
    menu: 'Go',
    group: 0,
    keyOnly: true,
    run: () => openArticle(onMenu[0]!),
  },
  {
    id: 'item-memo',
    label: 'Memo…',
    menu: 'Edit',
    group: 2,
    keyOnly: true,
    run: () => {
      openArticle(onMenu[0]!);
      openMemo('article');
    },
  },
  {
    id: 'item-details',
    label: 'Article details…',
    menu: 'Edit',
    group: 2,
    keyOnly: true,
    run: () => setState({ dialog: { kind: 'article', articleId: onMenu[0]! } }),
  },
];

/** How far articles are, memos, and finding an article in the library. */
export const ARTICLE_ACTIONS: readonly Action[] = [
  ...READING_STATUSES.map(
    (status, at): Action => ({
      id: `mark-${status}`,
      label: (state) => sentence(articlesMeant(state).length, status),
      menu: 'Edit',
      group: 2,
      keys: [`Alt+${at + 1}`],
      enabled: (state) => inLibrary(state) && articlesMeant(state).length > 0,
      checked: (state) => state.view === 'library' && isAll(state, articlesMeant(state), status),
      run: (state) => mark(articlesMeant(state), status),
    }),
  ),
  ...MARK_ITEMS,
  ...ON_ITEM,
  {
    id: 'article-memo',
    label: 'Article memo…',
    menu: 'Edit',
    group: 4,
    keys: ['Alt+n'],
    enabled: (state) => state.view === 'library' && currentArticle(state) !== null,
    run: () => openMemo('article'),
  },
  {
    id: 'project-memo',
    label: 'Project memo…',
    menu: 'Edit',
    group: 4,
    keys: ['Alt+p'],
    enabled: ({ project }) => project !== null,
    run: () => openMemo('project'),
  },
  {
    id: 'notes',
    label: 'All notes…',
    menu: 'Edit',
    group: 4,
    keys: ['Alt+Shift+n'],
    enabled: ({ project }) => project !== null,
    run: () => setState({ dialog: { kind: 'notes' } }),
  },
  {
    id: 'filter-articles',
    label: 'Find an article in the library',
    menu: 'Go',
    group: 4,
    keys: ['Mod+l'],
    enabled: ({ project }) => project !== null,
    run: ({ settings }) => {
      // The next key is meant for the field, however soon it comes.
      flushSync(() => {
        setState({ view: 'library' });
        if (!settings.libraryOpen) setSettings({ libraryOpen: true });
      });
      document.querySelector<HTMLInputElement>('#filter-articles')?.select();
    },
  },
];
