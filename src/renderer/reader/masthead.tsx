import { memo } from 'react';
import type { Article } from '../../core/project/model';
import { ActionButton } from '../ui/action-button';

/** What stands above the headline: outlet, date, author; and the title, when the text itself has none. */
export const Masthead = memo(function Masthead({ article }: { article: Article }) {
  const date = article.publishedAt === undefined ? '' : longDate(article.publishedAt);
  const parts = [article.outlet?.toLocaleUpperCase(article.language), date, article.byline].filter(Boolean);
  const titled = article.blocks.some(({ kind }) => kind === 'title');
  return (
    <header className="masthead">
      <p>
        {parts.length > 0 ? parts.join('  ·  ') : 'No outlet, date or author yet'}
        <ActionButton action="edit-article" className="text-button quiet">
          Details
        </ActionButton>
      </p>
      {!titled && <h1 className="given-title">{article.title}</h1>}
    </header>
  );
});

/** A date as the system writes it, or the text itself when it is not a date. */
export function longDate(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
}
