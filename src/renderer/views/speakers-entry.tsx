import { memo } from 'react';
import type { Standing } from '../../core/project/standing';
import { shortDate } from '../panels/library-pane';
import { colourOf } from '../reader/card';
import { openArticle, useStore } from '../store';
import { entryWords } from './speakers-words';

interface Props {
  readonly standing: Standing;
  readonly speakerId: string | null;
  readonly at: number;
}

/** One passage of a speaker's page: when, the words, where they stand, what else is said of them. */
export const Entry = memo(function Entry({ standing, speakerId, at }: Props) {
  const project = useStore((state) => state.project)!;
  const here = useStore((state) => state.focusId === standing.annotation.id);
  const { annotation } = standing;
  const { layer, before, quote, after, line, value, relations } = entryWords(project, standing, speakerId);
  const published = project.articles.get(annotation.articleId)?.publishedAt;
  const date = published ? shortDate(published) : '';
  const colour = colourOf(annotation, layer);
  const aside = relations.length > 0 || value !== null || annotation.note !== '';
  return (
    <button
      type="button"
      className="entry"
      data-at={at}
      aria-current={here || undefined}
      title="Open in the article"
      style={{ '--k': `var(--${colour})`, '--t': `var(--${colour}-tint)` } as React.CSSProperties}
      onClick={() => openArticle(annotation.articleId, annotation.id)}
    >
      <time dateTime={published}>{date}</time>
      <span className="entry-main">
        <q>
          {before !== '' && <span className="around">{before}</span>}
          {before !== '' || after !== '' ? <mark>{quote}</mark> : quote}
          {after !== '' && <span className="around">{after}</span>}
        </q>
        <small>
          <i className="swatch" aria-hidden="true" />
          {date !== '' && <span className="when">{date} · </span>}
          {[layer?.id === 'speaker' ? 'Mention' : (layer?.label ?? annotation.layer), ...line].join(' · ')}
        </small>
      </span>
      {aside && (
        <span className="entry-side">
          {value && <span className={value.scale ? 'pill' : 'tag'}>{value.text}</span>}
          {relations.map(({ label, text, aside: from }) => (
            <span key={label} className="relation">
              {label} <b>{text}</b> {from}
            </span>
          ))}
          {annotation.note !== '' && <span className="entry-note">{annotation.note}</span>}
        </span>
      )}
    </button>
  );
});
