import type { Settings } from '../../shared/api';
import type { State, View } from '../store';
import { currentArticle, setSettings, setState } from '../store';
import type { Action } from './action';

const THEMES: readonly (readonly [Settings['theme'], string])[] = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['sepia', 'Theme: sepia'],
  ['dark', 'Theme: dark'],
  ['contrast', 'Theme: high contrast'],
];

const VIEWS: readonly (readonly [View, string, string])[] = [
  ['library', 'Library', 'Mod+1'],
  ['search', 'Search', 'Mod+2'],
  ['speakers', 'Speakers', 'Mod+3'],
  ['claims', 'Claims', 'Mod+4'],
  ['table', 'Table', 'Mod+5'],
  ['codebook', 'Codebook', 'Mod+6'],
];

function sized(key: 'readingSize' | 'measure' | 'leading', by: number, low: number, high: number) {
  return ({ settings }: State) => {
    const value = Math.round((settings[key] + by) * 100) / 100;
    setSettings({ [key]: Math.min(high, Math.max(low, value)) });
  };
}

/** What is shown and how. */
export const VIEW_ACTIONS: readonly Action[] = [
  ...VIEWS.map(
    ([view, label, key]): Action => ({
      id: `view-${view}`,
      label,
      menu: 'View',
      group: 0,
      keys: [key],
      enabled: ({ project }) => project !== null,
      checked: (state) => state.view === view,
      run: () => setState({ view }),
    }),
  ),
  {
    id: 'toggle-library',
    label: 'Show the library',
    menu: 'View',
    group: 1,
    keys: ['F9', '\\'],
    enabled: ({ view }) => view === 'library',
    checked: ({ settings }) => settings.libraryOpen,
    run: ({ settings }) => setSettings({ libraryOpen: !settings.libraryOpen }),
  },
  {
    id: 'toggle-margin',
    label: 'Show the margin',
    menu: 'View',
    group: 1,
    keys: ['F10', '|'],
    enabled: ({ view }) => view === 'library',
    checked: ({ settings }) => settings.marginOpen,
    run: ({ settings }) => setSettings({ marginOpen: !settings.marginOpen }),
  },
  {
    id: 'find',
    label: 'Find in article',
    menu: 'Edit',
    group: 3,
    keys: ['Mod+f', '/'],
    enabled: (state) => currentArticle(state) !== null,
    run: ({ finding }) => {
      setState({ view: 'library', finding: finding ?? { query: '', at: 0 } });
      requestAnimationFrame(() => document.querySelector<HTMLInputElement>('#find-in-article')?.select());
    },
  },
  {
    id: 'text-larger',
    label: 'Larger text',
    menu: 'View',
    group: 2,
    keys: ['Mod+=', 'Mod++'],
    run: sized('readingSize', 1, 12, 32),
  },
  {
    id: 'text-smaller',
    label: 'Smaller text',
    menu: 'View',
    group: 2,
    keys: ['Mod+-'],
    run: sized('readingSize', -1, 12, 32),
  },
  { id: 'measure-wider', label: 'Wider column', menu: 'View', group: 2, run: sized('measure', 4, 40, 110) },
  {
    id: 'measure-narrower',
    label: 'Narrower column',
    menu: 'View',
    group: 2,
    run: sized('measure', -4, 40, 110),
  },
  {
    id: 'leading-more',
    label: 'More line spacing',
    menu: 'View',
    group: 2,
    run: sized('leading', 0.08, 1.2, 2.4),
  },
  {
    id: 'leading-less',
    label: 'Less line spacing',
    menu: 'View',
    group: 2,
    run: sized('leading', -0.08, 1.2, 2.4),
  },
  ...THEMES.map(
    ([theme, label]): Action => ({
      id: `theme-${theme}`,
      label,
      menu: 'View',
      group: 3,
      checked: ({ settings }) => settings.theme === theme,
      run: () => setSettings({ theme }),
    }),
  ),
  {
    id: 'commands',
    label: 'Commands…',
    menu: 'Help',
    group: 0,
    keys: ['Mod+k'],
    run: () => setState({ dialog: { kind: 'commands' } }),
  },
  {
    id: 'keys',
    label: 'Map of keys',
    menu: 'Help',
    group: 0,
    keys: ['?', 'F1'],
    run: () => setState({ dialog: { kind: 'keys' } }),
  },
];
