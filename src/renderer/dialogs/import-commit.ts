import { importArticles } from '../../core/commands/import-articles';
import { send } from '../commits';
import { adopt, newId, notify, now, openArticle, sentence, setState, state } from '../store';
import { plural } from '../ui/words';
import { tidied } from './import-fields';
import { clearPreview, itemsOf, setPreview, usePreview } from './import-store';

/** Adds the picked articles, opens the first and forgets the rest; on failure the preview stays as it is. */
export async function addPicked(): Promise<void> {
  const { project } = state();
  const preview = usePreview.getState();
  const { picked, adding } = preview;
  const wanted = itemsOf(preview).filter(({ stage }) => picked.has(stage));
  if (!project || adding || wanted.length === 0) return;
  setPreview({ adding: true, failure: null });
  const ready = wanted.map(({ stage, draft }) => ({ id: newId('t'), stage, draft: tidied(draft) }));
  const label = `add ${plural(ready.length, 'article')}`;
  try {
    const change = importArticles(project, { items: ready, at: now() });
    const originals = Object.fromEntries(ready.map(({ id, stage }) => [id, stage]));
    const result = await send(change, (sent) =>
      window.desktop.commitImport({ label, change: sent, originals }),
    );
    if (!result.ok) return setPreview({ adding: false, failure: result.message });
    adopt({ label, change });
  } catch (error) {
    return setPreview({ adding: false, failure: sentence(error) });
  }
  clearPreview(picked);
  openArticle(ready[0]!.id);
  setState({ dialog: null });
  notify(`Added ${plural(ready.length, 'article')}.`);
}
