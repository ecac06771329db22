import { importAnnotations } from '../../core/commands/import-annotations';
import type { ImportRequest } from '../../core/import-annotations/plan-import';
import { send } from '../commits';
import { adopt, notify, now, openArticle, sentence, setState, state } from '../store';
import { plural } from '../ui/words';
import { forgetIncoming, type Incoming, useIncoming } from './annotations-store';

/** What the choices of the dialog ask for. */
export function requestOf({ part, mapping, annotator, newArticles, ids }: Incoming): ImportRequest {
  return {
    part,
    mapping,
    newArticles,
    ids,
    annotator: annotator === 'me' ? state().settings.annotator : 'theirs',
  };
}

/** Adds what was chosen, in one step; on failure the dialog stays as it is. */
export async function addAnnotations(): Promise<void> {
  const { project, open } = state();
  const { incoming, adding, reading } = useIncoming.getState();
  if (!project || !incoming || adding || reading || open?.readOnly) return;
  useIncoming.setState({ adding: true, failure: null });
  const failed = (failure: string) => useIncoming.setState({ adding: false, failure });
  try {
    const change = importAnnotations(project, { ...requestOf(incoming), at: now() });
    const added = Object.values(change.annotations ?? {}).length;
    const articles = Object.keys(change.articles ?? {});
    const what = added > 0 ? plural(added, 'annotation') : plural(articles.length, 'article');
    const label = `import ${what}`;
    const result = await send(change, (sent) => window.desktop.commitAnnotations({ label, change: sent }));
    if (!result.ok) return failed(result.message);
    adopt({ label, change });
    forgetIncoming();
    setState({ dialog: null });
    const first = Object.values(change.annotations ?? {})[0]?.[1]?.articleId ?? articles[0];
    if (first !== undefined && first !== state().articleId) openArticle(first);
    notify(`Imported ${what}.`, 'info', true);
  } catch (error) {
    failed(sentence(error));
  }
}
