import { acceptProposals, completeQuote } from '../../core/commands/accept-proposals';
import { rejectProposals } from '../../core/commands/readings';
import { annotationsOf } from '../../core/project/query';
import type { Proposal } from '../../core/propose/proposal';
import { frameAt, frameNear, openProposals } from '../../core/propose/propose';
import type { State } from '../store';
import {
  state as current,
  currentArticle,
  isEditable,
  newId,
  notify,
  now,
  perform,
  setSettings,
  setState,
} from '../store';
import { plural } from '../ui/words';
import type { Action } from './action';
import { signed } from './sign';

/** Longer texts (UTF-16 units) are not searched as a whole: it would keep the reader waiting. */
const LONGEST = 400_000;

/** What is proposed in the open article and not yet decided; nothing while proposals are not shown. */
export function ghostsOf({ project, articleId, settings, hiddenLayers }: State): readonly Proposal[] {
  if (!project || articleId === null || !settings.proposals) return [];
  if ((project.articles.get(articleId)?.text.length ?? 0) > LONGEST) return [];
  const shown = openProposals(project, articleId);
  return hiddenLayers.size === 0 ? shown : shown.filter(({ kind }) => !hiddenLayers.has(layerOf(kind)));
}

/** The layer that a proposal would be tagged with. */
export function layerOf(kind: Proposal['kind']): string {
  return kind === 'mention' ? 'speaker' : kind;
}

/** The proposal the keys speak to, or null. */
export function focusedGhost(state: State): Proposal | null {
  if (state.ghostKey === null || state.view !== 'library') return null;
  return ghostsOf(state).find(({ key }) => key === state.ghostKey) ?? null;
}

/** Goes to the next or previous proposal from where the eye is. */
export function walkGhosts(state: State, direction: 1 | -1): boolean {
  const ghosts = ghostsOf(state);
  if (ghosts.length === 0) return false;
  const at = ghosts.findIndex(({ key }) => key === state.ghostKey);
  let next = at + direction;
  if (at < 0) {
    const from = placeOf(state);
    const after = ghosts.findIndex(({ spans }) => spans[0]!.start >= from);
    next = direction > 0 ? Math.max(0, after) : (after < 0 ? ghosts.length : after) - 1;
  }
  const { key } = ghosts[(next + ghosts.length) % ghosts.length]!;
  setState({ ghostKey: key, focusId: null, passage: null, inspecting: false, asking: null });
  return true;
}

/** Where in the text the reader is (UTF-16): at the selection, the focus, or where the pointer was set down. */
function placeOf({ passage, focusId, caret, project, articleId }: State): number {
  if (passage) return passage.span.start;
  const focused =
    focusId !== null && project && articleId !== null
      ? annotationsOf(project, articleId).find(({ id }) => id === focusId)
      : undefined;
  return focused?.spans[0]?.start ?? caret ?? 0;
}

/**
 * The gesture of the attribution: makes a quote of the passage, or of the quoted passage around the cursor, and
 * proposes its cue and source. Returns false when the text there gives nothing to quote.
 */
export function tagQuote(state: State): void {
  const article = currentArticle(state);
  const { passage, caret, project } = state;
  if (!article || !project || (!passage && caret === null)) return;
  const place = passage?.span ?? { start: caret!, end: caret! };
  const look = article.text.length > LONGEST ? frameNear : frameAt;
  const frame = look(article, project.speakers.values(), place, passage !== null && !passage.cursor);
  const id = newId('a');
  const { annotator } = state.settings;
  const done = perform('tag quote', (before) =>
    signed(
      before,
      annotator,
      acceptProposals(before, {
        articleId: article.id,
        annotatorId: annotator.id,
        proposals: [{ ...frame, cue: null, source: null }],
        id,
        at: now(),
      }),
    ),
  );
  if (!done) return;
  const made = newestQuote(id);
  setState({ focusId: made, passage: null, caret: null, inspecting: false, ghostKey: null });
  if (made !== null && (frame.cue || frame.source)) setState({ framing: { annotationId: made, frame } });
}

/** The annotation that a command made of the id it was given. */
function newestQuote(id: string): string | null {
  const { project, articleId } = current();
  if (!project || articleId === null) return null;
  const made = annotationsOf(project, articleId).filter((annotation) => annotation.id.startsWith(id));
  return made.find(({ layer }) => layer === 'quote')?.id ?? made[0]?.id ?? null;
}

/**
 * Takes what is proposed where the focus is. Going through proposals goes on to the next; with `stay` the focus is on
 * what was made, as after tagging.
 */
export function accept(state: State, stay = false): void {
  const { framing, articleId } = state;
  if (framing) {
    const { annotationId, frame } = framing;
    const { cue, source } = frame;
    perform('attribute quote', (project) =>
      completeQuote(project, {
        annotationId,
        cue,
        source,
        id: newId('a'),
        at: now(),
      }),
    );
    setState({ framing: null });
    return;
  }
  const ghost = focusedGhost(state);
  if (!ghost || articleId === null) return;
  const next = neighbourOf(state, ghost);
  const id = newId('a');
  if (!acceptThese(`accept ${nameOf(ghost)}`, state, [ghost], id)) return;
  // A hint carries no value: the annotation it becomes waits for one.
  if (stay || ghost.kind === 'sentiment' || next === null)
    setState({ focusId: newestQuote(id), ghostKey: null });
  else setState({ ghostKey: next });
}

function acceptThese(label: string, state: State, proposals: readonly Proposal[], id: string): boolean {
  const { articleId, settings } = state;
  if (articleId === null) return false;
  const { annotator } = settings;
  return perform(label, (project) =>
    signed(
      project,
      annotator,
      acceptProposals(project, { articleId, annotatorId: annotator.id, proposals, id, at: now() }),
    ),
  );
}

function reject(state: State): void {
  const ghost = focusedGhost(state);
  if (!ghost || state.articleId === null) return;
  const { articleId } = state;
  const next = neighbourOf(state, ghost);
  const keys = [ghost.key];
  if (perform(`reject ${nameOf(ghost)}`, (project) => rejectProposals(project, { articleId, keys }))) {
    setState({ ghostKey: next });
  }
}

/** The proposal after this one, or before it at the end; null when it is the only one. */
function neighbourOf(state: State, ghost: Proposal): string | null {
  const ghosts = ghostsOf(state);
  const at = ghosts.indexOf(ghost);
  return (ghosts[at + 1] ?? ghosts[at - 1])?.key ?? null;
}

/** A proposal in a word, as "Undo accept …" says it. */
function nameOf({ kind }: Proposal): string {
  return kind === 'sentiment' ? 'sentiment hint' : kind;
}

/** What "accept all" takes: everything but hints, which carry no value. */
const certain = (state: State) => ghostsOf(state).filter(({ kind }) => kind !== 'sentiment');

const deciding = (state: State) =>
  isEditable(state) && state.view === 'library' && (state.framing !== null || focusedGhost(state) !== null);

/** What the rules propose: going through it, taking it, turning it down. */
export const PROPOSAL_ACTIONS: readonly Action[] = [
  {
    id: 'accept-proposal',
    label: ({ framing }) => (framing ? 'Accept cue and source' : 'Accept proposal'),
    menu: 'Tag',
    group: 6,
    keys: ['Enter', 'y'],
    enabled: deciding,
    run: (state) => accept(state),
  },
  {
    id: 'reject-proposal',
    label: ({ framing }) => (framing ? 'Leave cue and source open' : 'Reject proposal'),
    menu: 'Tag',
    group: 6,
    keys: ['Delete', 'Backspace', 'x'],
    enabled: (state) => deciding(state) && state.framing === null,
    run: reject,
  },
  {
    id: 'next-proposal',
    label: 'Next proposal',
    menu: 'Tag',
    group: 6,
    keys: ['p'],
    repeats: true,
    enabled: (state) =>
      state.view === 'library' && currentArticle(state) !== null && state.settings.proposals,
    run: (state) => {
      if (!walkGhosts(state, 1)) notify('Nothing more is proposed in this article.');
    },
  },
  {
    id: 'accept-all-proposals',
    label: 'Accept all proposals in this article',
    menu: 'Tag',
    group: 6,
    keys: ['Mod+Enter'],
    enabled: (state) =>
      isEditable(state) &&
      state.view === 'library' &&
      currentArticle(state) !== null &&
      state.settings.proposals,
    run: (state) => {
      const all = certain(state);
      if (all.length === 0) notify('Nothing more is proposed in this article.');
      else if (acceptThese('accept all proposals', state, all, newId('a'))) {
        setState({ ghostKey: null });
        notify(`${plural(all.length, 'proposal')} accepted. One undo takes all of them back.`);
      }
    },
  },
  {
    id: 'toggle-proposals',
    label: 'Show proposals',
    menu: 'View',
    group: 1,
    keys: ['F8'],
    enabled: ({ view }) => view === 'library',
    checked: ({ settings }) => settings.proposals,
    run: ({ settings }) => setSettings({ proposals: !settings.proposals }),
  },
];
