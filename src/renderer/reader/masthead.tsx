import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import { readingOf } from '../../core/commands/readings';
import type { Article } from '../../core/project/model';
import { openMemo } from '../dialogs/memo-store';
import { popupStatus } from '../panels/library-menu';
import { StatusWord } from '../panels/library-status';
import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';

/** What stands above the headline: outlet, date, author; and the title, when the text itself has none. */
export const Masthead = memo(function Masthead({ article }: { article: Article }) {
  const date = article.publishedAt === undefined ? '' : longDate(article.publishedAt);
  const parts = [article.outlet?.toLocaleUpperCase(article.language), date, article.byline].filter(Boolean);
  const titled = article.blocks.some(({ kind }) => kind === 'title');
  return (
    <header className="masthead">
      <p>
        <span>{parts.length > 0 ? parts.join('  ·  ') : 'No outlet, date or author yet'}</span>
        <span className="masthead-tools">
          <ActionButton action="edit-article" className="text-button quiet">
            Details
          </ActionButton>
          <Status id={article.id} />
          <ActionButton action="article-memo" className="icon-button">
            <StickyNote aria-hidden="true" />
          </ActionButton>
        </span>
      </p>
      {!titled && <h1 className="given-title">{article.title}</h1>}
      {article.note && (
        <button type="button" className="memo-note" title="Open the memo" onClick={() => openMemo('article')}>
          <span className="visually-hidden">Memo: </span>
          {article.note}
        </button>
      )}
    </header>
  );
});

/** How far the article is; pressed, it offers the others. */
function Status({ id }: { id: string }) {
  const status = useStore(({ project }) => (project ? readingOf(project, id).status : 'new'));
  const editable = useStore(isEditable);
  return (
    <button
      type="button"
      className="text-button quiet"
      aria-haspopup="menu"
      title="How far the article is"
      disabled={!editable}
      onClick={() => popupStatus(id)}
    >
      <StatusWord status={status} />
    </button>
  );
}

/** A date as the system writes it, or the text itself when it is not a date. */
export function longDate(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
}
