import { create } from 'zustand';
import type { ArticleDraft, ImportProblem } from '../../core/import/draft';
import type { StagedArticle, StagedBatch, StagedSource } from '../../shared/api';
import { drawn } from '../at-length';
import { state } from '../store';
import type { Edit, Field } from './import-fields';
import { withField } from './import-fields';
import { duplicateMarks } from './import-marks';
import type { Undoable } from './import-undoable';
import { begun, edited, undone } from './import-undoable';

/** One article in the preview, with what the researcher mended so far. */
export interface Item {
  readonly stage: string;
  /** Names the file it was read from. */
  readonly source: string;
  readonly draft: ArticleDraft;
  /** How its encoding is known. */
  readonly encoding: 'certain' | 'guessed' | 'chosen';
  /** The fields that were typed, to be kept when the bytes are read in another encoding. */
  readonly typed: Readonly<Partial<Record<Field, string>>>;
  /** Of a web page: whether all of its text was taken, and how many characters were not. */
  readonly page: StagedArticle['page'];
}

/** What was read: the articles, and the files among them that can be read in other ways. */
export interface Work {
  readonly items: readonly Item[];
  readonly sources: readonly StagedSource[];
}

export interface Preview {
  readonly work: Undoable<Work>;
  /** Every stage and source there has been, also those that an undo would bring back. */
  readonly staged: readonly string[];
  readonly problems: readonly ImportProblem[];
  /** Stages of the articles that will be added, as far as they are there. */
  readonly picked: ReadonlySet<string>;
  /** Stage of the article that is shown, or the source of the file. */
  readonly current: string | null;
  /** Only articles whose title, file or mark holds this are listed. */
  readonly filter: string;
  /** How many of the pages that are being read again are done; null when none are. */
  readonly rereading: { readonly done: number; readonly total: number } | null;
  /** Are the articles being added now? */
  readonly adding: boolean;
  /** Why they could not be added. */
  readonly failure: string | null;
}

const NOTHING: Preview = {
  work: begun({ items: [], sources: [] }),
  staged: [],
  problems: [],
  picked: new Set(),
  current: null,
  filter: '',
  rereading: null,
  adding: false,
  failure: null,
};

/** The preview; kept outside the dialog, so that nothing is lost when another dialog covers it. */
export const usePreview = create<Preview>(() => NOTHING);
const { getState: preview, setState: setPreview } = usePreview;

export { setPreview };

/** What was read, as it is after every edit. */
export const itemsOf = ({ work }: Preview): readonly Item[] => work.now.items;
export const sourcesOf = ({ work }: Preview): readonly StagedSource[] => work.now.sources;

/** How many articles will be added. */
export const pickedCount = ({ work, picked }: Preview): number =>
  work.now.items.reduce((count, { stage }) => count + (picked.has(stage) ? 1 : 0), 0);

export const previewIsEmpty = (): boolean =>
  itemsOf(preview()).length + sourcesOf(preview()).length + preview().problems.length === 0;

/**
 * Makes what was read ready for the preview, one thing in a frame, since it may be ten thousand articles. Resolves with
 * what adds it. What the project or the preview has already is not picked.
 */
export async function readyForPreview({ articles, problems, sources }: StagedBatch): Promise<() => void> {
  const fresh = articles.map(itemOf);
  const add = (work: Work): Work => ({
    items: [...work.items, ...fresh],
    sources: [...work.sources, ...sources],
  });
  const then = preview().work.now;
  const ready = add(then);
  await drawn();
  const marks = duplicateMarks(ready.items, state().project?.articles);
  await drawn();
  const wanted = fresh.filter(({ stage }) => !marks.has(stage));
  const first = wanted[0] ?? fresh[0];
  // A file of several articles is looked at before they are.
  const cut = sources.find(
    ({ source, seen }) => seen.way.kind !== 'one' && (!first || source === first.source),
  );
  return () =>
    setPreview(({ work, ...before }) => ({
      work: { now: work.now === then ? ready : add(work.now), past: work.past.map(add), tag: '' },
      staged: [
        ...before.staged,
        ...articles.map(({ stage }) => stage),
        ...sources.map(({ source }) => source),
      ],
      // What is wrong with rows and parts is told with their file.
      problems: [...before.problems, ...problems.filter(({ source }) => source === undefined)],
      picked: new Set([...before.picked, ...wanted.map(({ stage }) => stage)]),
      current: before.current ?? cut?.source ?? first?.stage ?? sources[0]?.source ?? null,
    }));
}

export function itemOf({ stage, source, draft, encodingCertain, page }: StagedArticle): Item {
  return { stage, source, draft, encoding: encodingCertain ? 'certain' : 'guessed', typed: {}, page };
}

/** Empties the preview; main forgets the bytes of the articles that are not kept. */
export function clearPreview(kept: ReadonlySet<string> = new Set()): void {
  const unwanted = preview().staged.filter((name) => !kept.has(name));
  setPreview(NOTHING);
  if (unwanted.length > 0) void window.desktop.discardStages(unwanted);
}

export const choose = (name: string): void => setPreview({ current: name });

/** Takes back the last edit. What is shown stays as long as it is there. */
export function undoEdit(): void {
  setPreview(({ work, current }) => {
    const before = undone(work);
    const { items, sources } = before.now;
    const there =
      items.some(({ stage }) => stage === current) || sources.some(({ source }) => source === current);
    return { work: before, current: there ? current : (items[0]?.stage ?? sources[0]?.source ?? null) };
  });
}

/** Ticks or unticks articles. */
export function pick(stages: readonly string[], on: boolean): void {
  const picked = new Set(preview().picked);
  for (const stage of stages) on ? picked.add(stage) : picked.delete(stage);
  setPreview({ picked });
}

/** Edits some of the articles; edits in a row with the same tag are one step. */
export function change(tag: string, edit: (item: Item) => Item, wanted: (item: Item) => boolean): void {
  setPreview(({ work }) => {
    const items = work.now.items.map((item) => (wanted(item) ? edit(item) : item));
    const same = items.every((item, index) => item.draft === work.now.items[index]?.draft);
    return same ? {} : { work: edited(work, tag, { ...work.now, items }) };
  });
}

const typing = (field: Field, value: string) => (item: Item) => ({
  ...item,
  draft: withField(item.draft, field, value),
  typed: { ...item.typed, [field]: value },
});

export function editField(stage: string, field: Field, value: string): void {
  change(`${stage} ${field}`, typing(field, value), (item) => item.stage === stage);
}

/** Gives every picked article the same outlet, date or language. */
export function editFieldOfAll(field: Field, value: string): void {
  const { picked } = preview();
  change(`all ${field} ${value}`, typing(field, value), (item) => picked.has(item.stage));
}

export function editBlocks(stage: string, tag: string, edit: Edit): void {
  change(
    `${stage} ${tag}`,
    (item) => ({ ...item, draft: edit(item.draft) }),
    (item) => item.stage === stage,
  );
}
