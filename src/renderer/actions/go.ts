import { annotationsOf } from '../../core/project/query';
import type { Unit } from '../../core/text/motion';
import { moveHead, step } from '../../core/text/motion';
import { neighbourShown } from '../panels/library-store';
import type { State } from '../store';
import { currentArticle, focusedAnnotation, openArticle, setState } from '../store';
import type { Action } from './action';
import { walkGhosts } from './propose';

const reading = (state: State) => state.view === 'library' && currentArticle(state) !== null;

/** Moves the reading cursor, or with `extend` the moving end of the selection. */
function move(state: State, unit: Unit, direction: 1 | -1, extend: boolean): void {
  const article = currentArticle(state);
  if (!article) return;
  const { passage } = state;
  const from = passage?.span ?? focusedAnnotation(state)?.spans.at(-1) ?? null;
  if (extend && passage) {
    const { span, head } = passage;
    const anchor = head === span.start ? span.end : span.start;
    const next = moveHead(article, anchor, head, unit, direction);
    if (next === anchor) return;
    setState({
      passage: { span: { start: Math.min(anchor, next), end: Math.max(anchor, next) }, head: next },
    });
    return;
  }
  const span = step(article, from, unit, direction);
  if (!span) return;
  const head = direction > 0 || extend ? span.end : span.start;
  setState({ passage: { span, head, ...(extend ? {} : { cursor: true }) } });
}

function motion(id: string, label: string, key: string, unit: Unit, direction: 1 | -1): Action[] {
  const common = { menu: 'Go', enabled: reading, repeats: true } as const;
  return [
    { ...common, id, label, group: 1, keys: [key], run: (state) => move(state, unit, direction, false) },
    {
      ...common,
      id: `${id}-extend`,
      label: `Extend selection: ${label.toLowerCase()}`,
      group: 2,
      keys: [key.startsWith('Alt+') ? key.replace('Alt+', 'Alt+Shift+') : `Shift+${key}`],
      run: (state) => move(state, unit, direction, true),
    },
  ];
}

/**
 * The next annotation in reading order after the focus, or after the cursor when nothing is focused. From a
 * proposal it goes to the next proposal: who goes through what is proposed stays with it.
 */
function walk(state: State, direction: 1 | -1): void {
  const article = currentArticle(state);
  if (!article || !state.project) return;
  if (state.ghostKey !== null && walkGhosts(state, direction)) return;
  const shown = annotationsOf(state.project, article.id).filter(
    ({ layer }) => !state.hiddenLayers.has(layer),
  );
  if (shown.length === 0) return void walkGhosts(state, direction);
  const at = shown.findIndex(({ id }) => id === state.focusId);
  let next = at + direction;
  if (at < 0 && state.passage) {
    const from = state.passage.span.start;
    const after = shown.findIndex(({ spans }) => (spans[0]?.start ?? 0) >= from);
    next = direction > 0 ? after : after - 1;
  }
  const found = shown[(next + shown.length) % shown.length];
  if (found) setState({ focusId: found.id, passage: null, inspecting: false });
}

function openNeighbour(state: State, direction: 1 | -1): void {
  const next = neighbourShown(state, direction);
  if (next) openArticle(next.id);
}

/** What F6 goes round, since Tab goes from annotation to annotation. */
const PANES = [
  '.top-bar nav button',
  '.library .articles, .speakers [role="listbox"], .codebook-layers [aria-current], .table-grid',
  '.content, .lines [role="listbox"]',
  '.memo-sheet textarea',
  '.status button',
];

function focusNextPane(): void {
  const panes = PANES.map((selector) => document.querySelector<HTMLElement>(selector)).filter(
    (pane) => pane !== null,
  );
  const here = panes.findIndex((pane) => pane.contains(document.activeElement));
  panes[(here + 1) % panes.length]?.focus();
}

/** Moving about: the reading cursor, the annotations, the articles. */
export const GO_ACTIONS: readonly Action[] = [
  ...motion('next-word', 'Next word', 'ArrowRight', 'word', 1),
  ...motion('previous-word', 'Previous word', 'ArrowLeft', 'word', -1),
  ...motion('next-sentence', 'Next sentence', 'j', 'sentence', 1),
  ...motion('previous-sentence', 'Previous sentence', 'k', 'sentence', -1),
  ...motion('next-paragraph', 'Next paragraph', 'Alt+ArrowDown', 'block', 1),
  ...motion('previous-paragraph', 'Previous paragraph', 'Alt+ArrowUp', 'block', -1),
  {
    id: 'next-annotation',
    label: 'Next annotation',
    menu: 'Go',
    group: 3,
    keys: ['Tab'],
    repeats: true,
    enabled: reading,
    run: (state) => walk(state, 1),
  },
  {
    id: 'previous-annotation',
    label: 'Previous annotation',
    menu: 'Go',
    group: 3,
    keys: ['Shift+Tab'],
    repeats: true,
    enabled: reading,
    run: (state) => walk(state, -1),
  },
  {
    id: 'next-article',
    label: 'Next article',
    menu: 'Go',
    group: 4,
    keys: ['Mod+ArrowDown', 'Mod+]'],
    enabled: reading,
    run: (state) => openNeighbour(state, 1),
  },
  {
    id: 'previous-article',
    label: 'Previous article',
    menu: 'Go',
    group: 4,
    keys: ['Mod+ArrowUp', 'Mod+['],
    enabled: reading,
    run: (state) => openNeighbour(state, -1),
  },
  {
    id: 'next-pane',
    label: 'Go to the next pane',
    menu: 'Go',
    group: 5,
    keys: ['F6'],
    enabled: ({ project }) => project !== null,
    run: () => focusNextPane(),
  },
  {
    id: 'escape',
    label: 'Let go of selection and focus',
    menu: 'Go',
    group: 5,
    keys: ['Escape'],
    run: (state) => {
      if (state.picking) setState({ picking: null });
      else if (state.asking) setState({ asking: null });
      else if (state.framing) setState({ framing: null });
      else if (state.ghostKey !== null) setState({ ghostKey: null });
      else if (state.inspecting) setState({ inspecting: false });
      else if (state.passage) setState({ passage: null });
      else if (state.finding) setState({ finding: null });
      else setState({ focusId: null });
    },
  },
];
