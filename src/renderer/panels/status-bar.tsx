import { Check, CircleAlert, Loader, Lock } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { layerOf } from '../../core/project/codebook';
import type { Project } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import { blockAt } from '../../core/text/motion';
import { currentArticle, focusedAnnotation, setState, travel, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { clock, plural } from '../ui/words';
import { TableCounts } from '../views/table-counts';
import { Hints } from './hints-button';

/** The foot of the window: what is on disk, what is tagged, what is missing, where one is. */
export function StatusBar() {
  // Counting waits until what was just done is on the screen.
  const project = useDeferredValue(useStore((state) => state.project));
  const articleId = useStore((state) => state.articleId);
  const annotator = useStore((state) => state.settings.annotator.name);
  const picking = useStore((state) => state.picking);
  const view = useStore((state) => state.view);
  const counts = useMemo(
    () => (project && articleId !== null ? countsOf(project, articleId) : ''),
    [project, articleId],
  );
  return (
    <footer className="status">
      <Saved />
      {picking ? (
        <span className="picking-hint">
          {picking.kind === 'spans'
            ? 'Select the passage in the text. Esc to cancel.'
            : 'Click the annotation in the text. Esc to cancel.'}
        </span>
      ) : (
        <>
          {view === 'library' && <span className="counts">{counts}</span>}
          {view === 'library' && <Proposals />}
          {view === 'table' && <TableCounts />}
          {view === 'library' && project && articleId !== null && (
            <Hints project={project} articleId={articleId} />
          )}
        </>
      )}
      <span className="grow" />
      <Notice />
      {view === 'library' && <Place />}
      <ActionButton action="annotator" className="text-button">
        Annotator {annotator}
      </ActionButton>
    </footer>
  );
}

/** How much is proposed in the article; a click goes to the next. */
function Proposals() {
  const count = useStore((state) => (currentArticle(state) ? state.ghostCount : 0));
  return count === 0 ? null : (
    <ActionButton action="next-proposal" className="text-button">
      {plural(count, 'proposal')}
    </ActionButton>
  );
}

function Saved() {
  const save = useStore((state) => state.saveState);
  const pending = useStore((state) => state.pending);
  const open = useStore((state) => state.open);
  if (open?.readOnly) {
    return (
      <output className="saved read-only" title={open.readOnly}>
        <Lock aria-hidden="true" /> Read-only
      </output>
    );
  }
  if (save.kind === 'closing') {
    return (
      <output className="saved">
        <Loader aria-hidden="true" /> Saved. Writing {share(save)} files before closing…
      </output>
    );
  }
  if (save.kind === 'saving' && save.progress) {
    return (
      <output className="saved">
        <Loader aria-hidden="true" /> Saving {share(save.progress)} files…
      </output>
    );
  }
  if (save.kind === 'saving' || (pending > 0 && save.kind === 'saved')) {
    return (
      <output className="saved">
        <Loader aria-hidden="true" /> Saving…
      </output>
    );
  }
  if (save.kind === 'failed' || save.kind === 'read-only') {
    return (
      <output className="saved failed" title={save.message}>
        <CircleAlert aria-hidden="true" /> <span>{save.message}</span>
      </output>
    );
  }
  return (
    <output className="saved ok" title={open?.folder}>
      <Check aria-hidden="true" /> {save.at === '' ? 'All on disk' : `Saved ${clock(save.at)}`}
    </output>
  );
}

const share = ({ done, total }: { readonly done: number; readonly total: number }) =>
  `${done.toLocaleString()} of ${total.toLocaleString()}`;

/** The one quiet sentence; a click puts it away. */
export function Notice() {
  const notice = useStore((state) => state.notice);
  const last = useStore((state) => state.history.done.at(-1));
  return (
    <output className={`notice ${notice?.kind ?? ''}`} aria-live="polite">
      {notice && (
        <button
          type="button"
          className="text-button"
          onClick={() => setState({ notice: null })}
          title="Dismiss"
        >
          {notice.text}
        </button>
      )}
      {notice?.undo && notice.undo === last && (
        <button type="button" className="text-button" onClick={() => travel('undo')}>
          Undo
        </button>
      )}
    </output>
  );
}

function Place() {
  const text = useStore((state) => {
    const article = currentArticle(state);
    const at = state.passage?.span.start ?? focusedAnnotation(state)?.spans[0]?.start;
    if (!article || at === undefined) return '';
    const index = blockAt(article.blocks, at);
    const body = article.blocks.map(
      ({ kind }) => kind === 'paragraph' || kind === 'blockquote' || kind === 'post',
    );
    const number = body.slice(0, index + 1).filter(Boolean).length;
    return body[index] ? `¶ ${number} of ${body.filter(Boolean).length}` : '';
  });
  return text === '' ? null : <span className="place">{text}</span>;
}

function countsOf(project: Project, articleId: string): string {
  const count = new Map<string, number>();
  for (const { layer } of annotationsOf(project, articleId)) count.set(layer, (count.get(layer) ?? 0) + 1);
  if (count.size === 0) return 'Nothing tagged in this article yet';
  const names = (id: string) =>
    id === 'speaker' ? 'mention' : (layerOf(project.codebook, id)?.label.toLowerCase() ?? id);
  const order = project.codebook.layers.map(({ id }) => id).filter((id) => count.has(id));
  return order.map((id) => plural(count.get(id)!, names(id))).join(' · ');
}
