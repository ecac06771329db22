import { StickyNote } from 'lucide-react';
import { memo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Article, ReadingStatus } from '../../core/project/model';
import { tallyOf } from '../../core/project/tally';
import { plural, shortDate } from '../ui/words';
import { StatusWord } from './library-status';

interface Props {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly codebook: Codebook;
  readonly status: ReadingStatus;
  readonly selected: boolean;
  /** Is it the article in the reader? */
  readonly open: boolean;
  /** Do the keys of the list speak to it? */
  readonly active: boolean;
  /** Its place in the list, from 1, and how many there are: only some of them are drawn. */
  readonly place: number;
  readonly of: number;
}

/** So many layers are told apart in a list; a codebook may have hundreds. */
const MOST = 10;

/** One article of the list: title, where and when, what is tagged, how far it is. The list handles keys and clicks. */
export const Item = memo(function Item(props: Props) {
  const { article, annotations, codebook, status, selected, open, active, place, of } = props;
  const { layers } = tallyOf(annotations);
  const counts = codebook.layers.filter(({ id }) => layers.has(id));
  const line = [article.outlet, article.publishedAt && shortDate(article.publishedAt)];
  const text = line.filter(Boolean).join(' · ');
  return (
    <div
      id={`article-${article.id}`}
      role="option"
      aria-selected={selected}
      aria-current={open || undefined}
      aria-posinset={place}
      aria-setsize={of}
      tabIndex={-1}
      data-article={article.id}
      className={`item article-item${open ? ' open' : ''}${active ? ' active' : ''}`}
    >
      <b>{article.title}</b>
      {counts.length > 0 && text !== '' && <small>{text}</small>}
      <span className="ticks">
        {counts.length === 0 && <small>{text}</small>}
        {counts.slice(0, MOST).map((layer) => (
          <i
            key={layer.id}
            className={`tick ${layer.colour}`}
            title={plural(layers.get(layer.id)!, layer.label.toLowerCase())}
          >
            <span className="visually-hidden">{layer.label} </span>
            {layers.get(layer.id)!.toLocaleString()}
          </i>
        ))}
        {counts.length > MOST && <small>and {plural(counts.length - MOST, 'more layer')}</small>}
        <span className="item-end">
          {article.note && (
            <i className="note-mark" title="Open its memo" data-memo="">
              <StickyNote aria-hidden="true" />
              <span className="visually-hidden">has a memo</span>
            </i>
          )}
          <StatusWord status={status} />
        </span>
      </span>
    </div>
  );
});
