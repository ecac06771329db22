import { create } from 'zustand';
import type { Change } from '../core/change/change';
import { apply, applying, isEmpty } from '../core/change/change';
import type { Entry, History } from '../core/change/history';
import { EMPTY_HISTORY, prolong, record, redo, undo } from '../core/change/history';
import { isLarge } from '../core/change/portions';
import type { Codebook } from '../core/project/codebook';
import type { Annotation, Article, Project } from '../core/project/model';
import { articlesInOrder, findAnnotation } from '../core/project/query';
import type { QuoteProposal } from '../core/propose/proposal';
import type { Span } from '../core/text/span';
import type { OpenProject, RecentProject, SaveState, Settings, Startup } from '../shared/api';
import { projectOf } from './arrivals';
import { atLength } from './at-length';
import { send } from './commits';

/** What the pointer or the keys have selected in the reader; UTF-16 spans of the open article's text. */
export interface Passage {
  readonly span: Span;
  /** The end that moves when the selection is extended; equals span.start or span.end. */
  readonly head: number;
  /** It is where the reading cursor stands, not something drawn or extended. */
  readonly cursor?: true;
}

/** A role waiting for its passage or annotation to be picked in the reader. */
export interface Picking {
  readonly annotationId: string;
  readonly role: string;
  readonly kind: 'spans' | 'annotation';
}

export type View = 'library' | 'search' | 'speakers' | 'claims' | 'table' | 'codebook';

export type Dialog =
  /** `annotations`: only these, as chosen elsewhere; absent = all. */
  | { readonly kind: 'export'; readonly annotations?: readonly string[] }
  /** Annotations of another tool, read or being read. */
  | { readonly kind: 'annotations' }
  | { readonly kind: 'import' }
  | { readonly kind: 'importing'; readonly done: number; readonly total: number; readonly name?: string }
  | { readonly kind: 'article'; readonly articleId: string }
  /** Another codebook, to be looked at before it takes the place of the present one; `label` names the step. */
  | {
      readonly kind: 'codebook';
      readonly title: string;
      readonly label: string;
      readonly codebook: Codebook;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'annotator' }
  /** A project is being opened. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'new-project' }
  | { readonly kind: 'commands' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'paste' }
  | { readonly kind: 'notes' }
  /** Something that takes a while is worked out; nothing is done yet. */
  | { readonly kind: 'working' }
  | { readonly kind: 'restore' }
  | { readonly kind: 'doctor' }
  | { readonly kind: 'report'; readonly title: string; readonly lines: readonly string[] };

export interface State {
  readonly startup: Startup | null;
  /** The project that the window begins with is on its way: there is nothing to be chosen yet. */
  readonly beginning: boolean;
  /** Why the project that the window was to begin with could not be opened. */
  readonly problem: string | null;
  readonly settings: Settings;
  readonly recent: readonly RecentProject[];
  readonly open: OpenProject | null;
  /** The project as it is now, with every edit. */
  readonly project: Project | null;
  readonly history: History;
  readonly saveState: SaveState;
  /** Changes shown here that the disk has not yet confirmed. */
  readonly pending: number;
  readonly view: View;
  readonly articleId: string | null;
  /** Articles chosen together in the library, to be marked at once; empty = only the open one is meant. */
  readonly markedArticles: ReadonlySet<string>;
  readonly speakerId: string | null;
  readonly claimId: string | null;
  readonly passage: Passage | null;
  /** Where the pointer was last set down in the text without selecting, UTF-16. */
  readonly caret: number | null;
  /** The proposal the keys speak to, by its key; never while an annotation has the focus. */
  readonly ghostKey: string | null;
  /** How many proposals the open article has; counted when there is time. */
  readonly ghostCount: number;
  /** Cue and source proposed for an annotation that was just made. */
  readonly framing: { readonly annotationId: string; readonly frame: QuoteProposal } | null;
  /** The annotation the keys speak to. */
  readonly focusId: string | null;
  readonly hoverId: string | null;
  /** Is the focused annotation's card open for editing? */
  readonly inspecting: boolean;
  /** Ask for the speaker of the focused annotation. */
  readonly asking: { readonly annotationId: string; readonly role: string } | null;
  readonly picking: Picking | null;
  /** Layers not shown in the reader for now. */
  readonly hiddenLayers: ReadonlySet<string>;
  readonly finding: { readonly query: string; readonly at: number } | null;
  readonly dialog: Dialog | null;
  /** One quiet sentence at the foot of the window; null = none. */
  readonly notice: {
    readonly text: string;
    readonly kind: 'info' | 'error';
    /** What it offers to undo, as long as nothing was done after it. */
    readonly undo?: Entry | undefined;
  } | null;
}

export const FIRST_SETTINGS: Settings = {
  annotator: { id: 'annotator', name: 'Me' },
  theme: 'system',
  readingSize: 18,
  measure: 64,
  leading: 1.68,
  libraryOpen: true,
  marginOpen: true,
  proposals: true,
  keys: {},
  table: { columns: [], widths: {} },
};

const NONE: ReadonlySet<string> = new Set();

export const useStore = create<State>(() => ({
  startup: null,
  beginning: false,
  problem: null,
  settings: FIRST_SETTINGS,
  recent: [],
  open: null,
  project: null,
  history: EMPTY_HISTORY,
  saveState: { kind: 'saved', at: '' },
  pending: 0,
  view: 'library',
  articleId: null,
  markedArticles: NONE,
  speakerId: null,
  claimId: null,
  passage: null,
  caret: null,
  ghostKey: null,
  ghostCount: 0,
  framing: null,
  focusId: null,
  hoverId: null,
  inspecting: false,
  asking: null,
  picking: null,
  hiddenLayers: new Set<string>(),
  finding: null,
  dialog: null,
  notice: null,
}));

// There is one thing the keys speak to: an annotation, a passage or a proposal.
useStore.subscribe((now, before) => {
  const other = now.articleId !== before.articleId;
  const focused = now.focusId !== before.focusId && now.focusId !== null;
  const selected = now.passage !== before.passage && now.passage !== null;
  if (now.ghostKey !== null && (other || focused || selected)) setState({ ghostKey: null });
  if (now.framing && (other || now.focusId !== now.framing.annotationId)) setState({ framing: null });
  if (now.caret !== null && (other || focused || selected)) setState({ caret: null });
});

/** The state now, for code that runs once in answer to an event. */
export const state = (): State => useStore.getState();
export const setState = useStore.setState;

/** The open article, or null. */
export function currentArticle({ project, articleId }: State): Article | null {
  return (articleId !== null && project?.articles.get(articleId)) || null;
}

/** The focused annotation, or null. */
export function focusedAnnotation({ project, articleId, focusId }: State): Annotation | null {
  if (!project || focusId === null) return null;
  return findAnnotation(project, focusId, articleId ?? undefined) ?? null;
}

/** May the project be edited? */
export function isEditable({ open, project }: State): boolean {
  return project !== null && open?.readOnly === null;
}

/** An id no one else has: a prefix letter and 12 characters of randomness. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return prefix + Array.from(bytes, (byte) => (byte % 36).toString(36)).join('');
}

/** Now, as the model writes times. */
export const now = (): string => new Date().toISOString();

/** The gesture that goes on as long as the same burst is performed and nothing else comes between. */
let going: { readonly burst: string; readonly entry: Entry | undefined } | null = null;

/**
 * Does one gesture: applies the command's change, remembers it for undo and hands it to the disk.
 * `label` completes "Undo …". Gestures of the same `burst`, one after the other, are undone as one: what is
 * being typed reaches the disk bit by bit. Returns false when there was nothing to do or the project is read-only.
 */
export function perform(label: string, command: (project: Project) => Change, burst?: string): boolean {
  const { project } = state();
  if (!project) return false;
  if (!isEditable(state())) {
    notify(`Not changed: ${state().open?.readOnly ?? 'no project is open'}`, 'error');
    return false;
  }
  let change: Change;
  try {
    change = command(project);
  } catch (error) {
    notify(sentence(error), 'error');
    return false;
  }
  if (isEmpty(change)) return false;
  enact({ label, change }, (before) => {
    const goesOn = going !== null && going.burst === burst && before.done.at(-1) === going.entry;
    const history = (goesOn ? prolong : record)(before, { label, change });
    going = burst === undefined ? null : { burst, entry: history.done.at(-1) };
    return history;
  });
  return true;
}

/**
 * As `perform`, for a command that takes longer than a frame: it is worked out bit by bit and the window lives in
 * between; if the project is edited meanwhile it is worked out again. Then all of it is done at once, as one
 * gesture. `label` names what came of it. Resolves with the change, which is empty when there was nothing to do, or
 * with null when it was not done: it failed, which is said, or `signal` stopped it.
 */
export async function performAtLength(
  label: (change: Change) => string,
  command: (project: Project) => Generator<number, Change>,
  watch: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<Change | null> {
  const { open } = state();
  for (;;) {
    const { project } = state();
    if (!project || state().open !== open) return null;
    if (!isEditable(state())) {
      notify(`Not changed: ${state().open?.readOnly ?? 'no project is open'}`, 'error');
      return null;
    }
    try {
      const change = await atLength(command(project), watch);
      if (change === null || isEmpty(change)) return change;
      const after = await atLength(applying(project, change), { signal: watch.signal });
      if (after === null) return null;
      if (state().project !== project) continue;
      const entry = { label: label(change), change };
      enact(entry, (before) => record(before, entry), after);
      return change;
    } catch (error) {
      notify(sentence(error), 'error');
      return null;
    }
  }
}

/** Takes back the last gesture, or does the last undone one again. */
export function travel(direction: 'undo' | 'redo'): void {
  const step = (direction === 'undo' ? undo : redo)(state().history);
  if (!step || !isEditable(state())) return;
  const { change } = step.entry;
  const go = (after?: Project) => {
    enact({ label: `${direction} ${step.entry.label}`, change }, () => step.history, after);
    notify(`${direction === 'undo' ? 'Undid' : 'Redid'} ${step.entry.label}`);
  };
  const { project, history } = state();
  if (!project || !isLarge(change)) {
    go();
    return;
  }
  // What is done meanwhile comes first: then this is no longer the last step.
  const same = () => state().project === project && state().history === history;
  void atLength(applying(project, change)).then(
    (after) => {
      if (same()) go(after!);
    },
    (error) => notify(sentence(error), 'error'),
  );
}

function enact(entry: Entry, history: (before: History) => History, after?: Project): void {
  const before = state();
  if (!before.project) return;
  const project = after ?? apply(before.project, entry.change);
  const gone =
    before.focusId !== null && !findAnnotation(project, before.focusId, before.articleId ?? undefined);
  setState({
    project,
    history: history(before.history),
    pending: before.pending + 1,
    ...(gone ? { focusId: null, inspecting: false, asking: null } : {}),
    ...(before.articleId !== null && !project.articles.has(before.articleId) ? { articleId: null } : {}),
  });
  const { label } = entry;
  void send(entry.change, (change) => window.desktop.commit({ label, change }))
    .catch((error) => ({ ok: false as const, message: sentence(error) }))
    .then((result) => (result.ok ? undefined : takeBack(result.message)))
    .finally(() => setState(({ pending }) => ({ pending: pending - 1 })));
}

/**
 * Main has refused an edit that is shown here already: says so, and shows what main has instead, which is what is on
 * the disk or on its way there. What was done before cannot be undone then, for it may build on the edit.
 */
async function takeBack(why: string): Promise<void> {
  notify(why, 'error');
  let before: Project | null;
  let project: Project | null;
  do {
    before = state().project;
    const open = await window.desktop.currentProject();
    project = open && (await projectOf(open.rows));
    // Edits made while it was on its way are in main's answer to the next question.
  } while (state().project !== before);
  // The window is closing: nothing more can be saved, and nothing must say that it is.
  if (!project) return setState({ saveState: { kind: 'failed', message: `Not saved: ${why}` } });
  const { focusId, articleId } = state();
  const here = articleId !== null && project.articles.has(articleId) ? articleId : null;
  const gone = focusId !== null && !findAnnotation(project, focusId, here ?? undefined);
  setState({
    project,
    history: EMPTY_HISTORY,
    articleId: here,
    ...(gone ? { focusId: null, inspecting: false, asking: null } : {}),
  });
}

/**
 * Takes a change that main has already made durable (an import) into the state and the history. `after`: the project
 * as it is then, where somebody has worked it out.
 */
export function adopt(entry: Entry, after?: Project): void {
  const { project: before, history, articleId } = state();
  if (!before) return;
  const project = after ?? apply(before, entry.change);
  setState({
    project,
    history: record(history, entry),
    ...(articleId !== null && !project.articles.has(articleId) ? { articleId: null } : {}),
  });
}

/** Shows a project in this window, its first article open. */
export function show(open: OpenProject, project: Project): void {
  const first = articlesInOrder(project)[0]?.id ?? null;
  setState({
    open,
    project,
    history: EMPTY_HISTORY,
    view: 'library',
    articleId: first,
    markedArticles: NONE,
    speakerId: null,
    claimId: null,
    passage: null,
    caret: null,
    ghostKey: null,
    framing: null,
    focusId: null,
    hoverId: null,
    inspecting: false,
    asking: null,
    picking: null,
    finding: null,
    hiddenLayers: new Set(),
    dialog:
      open.report.length > 0
        ? { kind: 'report', title: 'The project was repaired while opening', lines: open.report }
        : null,
  });
}

/** Opens an article, optionally at one of its annotations. */
export function openArticle(articleId: string, focusId: string | null = null): void {
  setState({
    view: 'library',
    articleId,
    markedArticles: NONE,
    focusId,
    passage: null,
    inspecting: false,
    asking: null,
    finding: null,
  });
}

let noticeTimer: ReturnType<typeof setTimeout> | undefined;

/** Says one sentence at the foot of the window; errors stay until the next. `undo`: offers to undo what was done last. */
export function notify(text: string, kind: 'info' | 'error' = 'info', undo = false): void {
  clearTimeout(noticeTimer);
  setState({ notice: { text, kind, undo: undo ? state().history.done.at(-1) : undefined } });
  if (kind === 'info') noticeTimer = setTimeout(() => setState({ notice: null }), undo ? 12_000 : 4000);
}

/** An error as a sentence: a capital first, a full stop last. */
export function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capital) ? capital : `${capital}.`;
}

/** Changes this person's settings and keeps them. */
export function setSettings(changes: Partial<Settings>): void {
  const settings = { ...state().settings, ...changes };
  setState({ settings });
  void window.desktop.saveSettings(settings).then((result) => {
    if (!result.ok) notify(result.message, 'error');
  });
}
