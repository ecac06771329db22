import { applying } from '../../core/change/change';
import { importArticles } from '../../core/commands/import-articles';
import { atLength, drawn } from '../at-length';
import { send } from '../commits';
import { adopt, newId, notify, now, openArticle, sentence, setState, state } from '../store';
import { plural } from '../ui/words';
import { tidied } from './import-fields';
import type { Item } from './import-store';
import { clearPreview, itemsOf, setPreview, usePreview } from './import-store';

/** Adds the picked articles, opens the first and forgets the rest; on failure the preview stays as it is. */
export async function addPicked(): Promise<void> {
  const { project } = state();
  const preview = usePreview.getState();
  const { picked, adding } = preview;
  if (!project || adding) return;
  const wanted = itemsOf(preview).filter(({ stage }) => picked.has(stage));
  if (wanted.length === 0) return;
  setPreview({ adding: true, failure: null });
  const label = `add ${plural(wanted.length, 'article')}`;
  let first = '';
  try {
    // One thing in a frame: with thousands of articles, all that is drawn and made anew would be felt at once.
    await drawn();
    const ready = (await atLength(named(wanted)))!;
    first = ready[0]!.id;
    await drawn();
    const change = importArticles(project, { items: ready, at: now() });
    await drawn();
    const originals = Object.fromEntries(ready.map(({ id, stage }) => [id, stage]));
    const result = await send(change, (sent) =>
      window.desktop.commitImport({ label, change: sent, originals }),
    );
    if (!result.ok) return setPreview({ adding: false, failure: result.message });
    const after = await atLength(applying(project, change));
    await drawn();
    adopt({ label, change }, state().project === project ? after! : undefined);
  } catch (error) {
    return setPreview({ adding: false, failure: sentence(error) });
  }
  await drawn();
  openArticle(first);
  await drawn();
  clearPreview(picked);
  setState({ dialog: null });
  notify(`Added ${plural(wanted.length, 'article')}.`);
}

/** The articles as they go into the project. */
function* named(items: readonly Item[]): Generator<void, readonly Ready[]> {
  const ready: Ready[] = [];
  for (const { stage, draft } of items) {
    ready.push({ id: newId('t'), stage, draft: tidied(draft) });
    yield;
  }
  return ready;
}

interface Ready {
  readonly id: string;
  readonly stage: string;
  readonly draft: Item['draft'];
}
