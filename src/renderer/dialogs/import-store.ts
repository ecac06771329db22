import { create } from 'zustand';
import type { ArticleDraft, ImportProblem } from '../../core/import/draft';
import type { StagedArticle, StagedBatch } from '../../shared/api';
import { sentence, state } from '../store';
import type { Edit, Field } from './import-fields';
import { withField } from './import-fields';
import { duplicateMarks } from './import-marks';
import type { Undoable } from './import-undoable';
import { begun, edited, undone } from './import-undoable';

/** One article in the preview, with what the researcher mended so far. */
export interface Item {
  readonly stage: string;
  readonly draft: ArticleDraft;
  /** How its encoding is known. */
  readonly encoding: 'certain' | 'guessed' | 'chosen';
  /** The fields that were typed, to be kept when the bytes are read in another encoding. */
  readonly typed: Readonly<Partial<Record<Field, string>>>;
}

export interface Preview {
  readonly items: Undoable<readonly Item[]>;
  readonly problems: readonly ImportProblem[];
  /** Stages of the articles that will be added. */
  readonly picked: ReadonlySet<string>;
  /** Stage of the article that is shown. */
  readonly current: string | null;
  /** Only articles whose title, file or mark holds this are listed. */
  readonly filter: string;
  /** Are the articles being added now? */
  readonly adding: boolean;
  /** Why they could not be added. */
  readonly failure: string | null;
}

const NOTHING: Preview = {
  items: begun([]),
  problems: [],
  picked: new Set(),
  current: null,
  filter: '',
  adding: false,
  failure: null,
};

/** The preview; kept outside the dialog, so that nothing is lost when another dialog covers it. */
export const usePreview = create<Preview>(() => NOTHING);
const { getState: preview, setState: setPreview } = usePreview;

export { setPreview };

export const previewIsEmpty = (): boolean => preview().items.now.length + preview().problems.length === 0;

/** Adds what was read to the preview. What the project or the preview has already is not picked. */
export function addBatch({ articles, problems }: StagedBatch): void {
  const before = preview();
  const fresh = articles.map(itemOf);
  const items = [...before.items.now, ...fresh];
  const marks = duplicateMarks(items, state().project?.articles);
  const wanted = fresh.map(({ stage }) => stage).filter((stage) => !marks.has(stage));
  setPreview({
    items: { now: items, past: before.items.past.map((past) => [...past, ...fresh]), tag: '' },
    problems: [...before.problems, ...problems],
    picked: new Set([...before.picked, ...wanted]),
    current: before.current ?? wanted[0] ?? fresh[0]?.stage ?? null,
  });
}

function itemOf({ stage, draft, encodingCertain }: StagedArticle): Item {
  return { stage, draft, encoding: encodingCertain ? 'certain' : 'guessed', typed: {} };
}

/** Empties the preview; main forgets the bytes of the articles that are not kept. */
export function clearPreview(kept: ReadonlySet<string> = new Set()): void {
  const unwanted = preview()
    .items.now.map(({ stage }) => stage)
    .filter((stage) => !kept.has(stage));
  setPreview(NOTHING);
  if (unwanted.length > 0) void window.desktop.discardStages(unwanted);
}

export const choose = (stage: string): void => setPreview({ current: stage });
export const undoEdit = (): void => setPreview(({ items }) => ({ items: undone(items) }));

/** Ticks or unticks articles. */
export function pick(stages: readonly string[], on: boolean): void {
  const picked = new Set(preview().picked);
  for (const stage of stages) on ? picked.add(stage) : picked.delete(stage);
  setPreview({ picked });
}

function change(tag: string, edit: (item: Item) => Item, wanted: (item: Item) => boolean): void {
  setPreview(({ items }) => {
    const next = items.now.map((item) => (wanted(item) ? edit(item) : item));
    const same = next.every((item, index) => item.draft === items.now[index]?.draft);
    return same ? {} : { items: edited(items, tag, next) };
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

/** Reads the bytes again in another encoding; what was typed stays. Returns why it failed, or null. */
export async function readAgain(stage: string, encoding: string): Promise<string | null> {
  try {
    const result = await window.desktop.restage({ stage, encoding });
    if (!result.ok) return result.message;
    const { draft } = result.value;
    const reread = (item: Item): Item => ({
      ...item,
      draft: (Object.entries(item.typed) as [Field, string][]).reduce(
        (text, [field, value]) => withField(text, field, value),
        draft,
      ),
      encoding: 'chosen',
    });
    change(`${stage} encoding ${encoding}`, reread, (item) => item.stage === stage);
    return null;
  } catch (error) {
    return sentence(error);
  }
}
