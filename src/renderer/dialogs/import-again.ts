import { sentence } from '../store';
import type { Field } from './import-fields';
import { withField } from './import-fields';
import type { Item } from './import-store';
import { change, itemsOf, setPreview, usePreview } from './import-store';

/** How an article's own bytes are read again: in another encoding, or more or less of a page. */
export interface As {
  readonly encoding?: string;
  readonly whole?: boolean;
}

/** Reads an article again; what was typed stays. Returns why it failed, or null. */
export async function readAgain(stage: string, as: As, tag = stage): Promise<string | null> {
  const item = itemsOf(usePreview.getState()).find((one) => one.stage === stage);
  if (!item) return null;
  const before = { ...(item.encoding === 'chosen' ? { encoding: item.draft.origin.encoding } : {}) };
  try {
    const kept = item.page ? { whole: item.page.whole } : {};
    const result = await window.desktop.restage({ stage, ...before, ...kept, ...as });
    if (!result.ok) return result.message;
    const { draft, page } = result.value;
    const reread = (old: Item): Item => ({
      ...old,
      draft: (Object.entries(old.typed) as [Field, string][]).reduce(
        (text, [field, value]) => withField(text, field, value),
        draft,
      ),
      encoding: as.encoding === undefined ? old.encoding : 'chosen',
      page,
    });
    change(`${tag} ${JSON.stringify(as)}`, reread, (one) => one.stage === stage);
    return null;
  } catch (error) {
    return sentence(error);
  }
}

/** Takes all of the text of every picked web page, or of none; can be stopped between two pages. */
export async function readPagesAgain(whole: boolean): Promise<void> {
  const preview = usePreview.getState();
  const wanted = itemsOf(preview).filter(
    ({ stage, page }) => preview.picked.has(stage) && page !== undefined && page.whole !== whole,
  );
  let failure: string | null = null;
  for (const [done, { stage }] of wanted.entries()) {
    if (done > 0 && usePreview.getState().rereading === null) break; // stopped, or the preview is gone
    setPreview({ rereading: { done, total: wanted.length } });
    failure ??= await readAgain(stage, { whole }, 'all pages');
  }
  setPreview({ rereading: null, failure });
}

/** Stops after the page that is being read. */
export const stopPages = (): void => setPreview({ rereading: null });
