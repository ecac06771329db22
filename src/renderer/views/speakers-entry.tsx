import { memo } from 'react';
import { layerOf } from '../../core/project/codebook';
import { shortDate } from '../panels/library-pane';
import { colourOf } from '../reader/card';
import { openArticle, useStore } from '../store';
import { EntrySide } from './speakers-entry-side';
import { entryWords } from './speakers-entry-words';
import type { Row } from './speakers-rows';
import { Tick } from './speakers-tick';

interface Props {
  readonly row: Row;
  readonly speakerId: string | null;
  readonly at: number;
  /** Is it the row of the list that Tab comes to? */
  readonly current: boolean;
  /** Ticked to be given away or not; null = the row leads to its passage instead. */
  readonly ticked: boolean | null;
  readonly onTick?: ((annotationId: string, reach: boolean) => void) | undefined;
}

/** One passage of a speaker's page: when, the words, where they stand, what else is said of them. */
export const Entry = memo(function Entry({ row, speakerId, at, current, ticked, onTick }: Props) {
  const project = useStore((state) => state.project)!;
  const { annotation, statement } = row;
  const here = useStore((state) => state.focusId === annotation.id);
  const words = entryWords(project, row, speakerId);
  const { before, quote, after, line, told } = words;
  const published = project.articles.get(annotation.articleId)?.publishedAt;
  const date = published ? shortDate(published) : '';
  const colour = colourOf(annotation, layerOf(project.codebook, annotation.layer));
  return (
    <button
      type="button"
      className="entry"
      data-at={at}
      tabIndex={current ? 0 : -1}
      {...(ticked === null ? {} : { role: 'checkbox', 'aria-checked': ticked })}
      aria-current={here || undefined}
      title={ticked === null ? 'Open in the article' : undefined}
      style={{ '--k': `var(--${colour})`, '--t': `var(--${colour}-tint)` } as React.CSSProperties}
      onClick={(event) =>
        ticked === null
          ? openArticle(annotation.articleId, annotation.id)
          : onTick?.(annotation.id, event.shiftKey)
      }
    >
      {ticked !== null && <Tick on={ticked} />}
      <time dateTime={published}>{date}</time>
      <span className="entry-main">
        <q>
          {before !== '' && <span className="around">{before}</span>}
          {statement ? quote : <mark>{quote}</mark>}
          {after !== '' && <span className="around">{after}</span>}
        </q>
        <small>
          {date !== '' && <span className="when">{date} · </span>}
          {line.join(' · ')}
          {told.map(({ id, who }, index) => (
            <span className="told" key={id}>
              {' · '}
              {index === 0 ? 'as told by' : 'told by'} <b>{who}</b>
            </span>
          ))}
        </small>
      </span>
      <EntrySide words={words} note={annotation.note} />
    </button>
  );
});
