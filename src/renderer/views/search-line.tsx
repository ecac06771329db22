import { memo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import { layerOf } from '../../core/project/codebook';
import type { Annotation, Article } from '../../core/project/model';
import { lineAt } from '../../core/search/lines';
import { contains } from '../../core/text/span';
import { shortDate } from '../panels/library-pane';
import { colourOf } from '../reader/card';
import type { Found } from './search-data';

interface Props {
  readonly one: Found;
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly codebook: Codebook;
  readonly place: readonly [number, number];
  readonly here: boolean;
  /** Whether it is chosen; undefined where nothing is to be chosen. */
  readonly chosen?: boolean | undefined;
  readonly skipped: boolean;
  readonly onOpen: (one: Found, event: React.MouseEvent) => void;
  readonly onMark: (one: Found, event: React.MouseEvent) => void;
}

/** One hit between what stands before and after it, and the article it is in. */
export const SearchLine = memo(function SearchLine(props: Props) {
  const { one, article, place, here, chosen, skipped, onOpen, onMark } = props;
  const { left, hit, right } = lineAt(article.text, one.span);
  const marks = marksOf(props);
  const state = `${here ? ' here' : ''}${chosen ? ' chosen' : ''}${skipped ? ' skipped' : ''}`;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys
    <div
      id={`line-${place[0]}`}
      role="option"
      tabIndex={-1}
      aria-selected={chosen ?? here}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className={`line${state}`}
      onClick={(event) => onOpen(one, event)}
    >
      <span className="line-mark" aria-hidden="true" onClick={(event) => onMark(one, event)}>
        {chosen !== undefined && <i className={`mark${chosen ? ' on' : ''}`} />}
      </span>
      <span className="line-tags">
        {marks.map(({ key, colour, exact, says }) => (
          <i
            key={key}
            className={exact ? 'tag-square' : 'tag-square around'}
            style={{ '--k': `var(--${colour})` } as React.CSSProperties}
            title={says}
          >
            <span className="visually-hidden">{says} </span>
          </i>
        ))}
      </span>
      <span className="line-left" lang={article.language}>
        <span>{left}</span>
      </span>{' '}
      <span className="line-hit" lang={article.language}>
        {hit === '' ? <em>whole article</em> : hit}
      </span>{' '}
      <span className="line-right" lang={article.language}>
        {right}
      </span>{' '}
      <span className="line-article" title={article.title}>
        {article.title}
      </span>{' '}
      <span className="line-outlet">{article.outlet}</span>{' '}
      <time dateTime={article.publishedAt}>{article.publishedAt && shortDate(article.publishedAt)}</time>
    </div>
  );
});

const MOST_MARKS = 3;

/** The layers that a line is tagged with: exactly, or as part of something larger. */
function marksOf({ one, annotations, codebook }: Props) {
  const marks: { key: string; colour: string; exact: boolean; says: string }[] = [];
  for (const annotation of annotations) {
    const { id, layer: layerId, spans } = annotation;
    if (one.annotationId !== undefined && id !== one.annotationId) continue;
    if (one.annotationId === undefined && !spans.some((span) => contains(span, one.span))) continue;
    const layer = layerOf(codebook, layerId);
    const [first] = spans;
    const exact =
      id === one.annotationId ||
      (spans.length === 1 && first!.start === one.span.start && first!.end === one.span.end);
    const label = layer?.label ?? layerId;
    const says = exact ? label : `Inside ${label.toLowerCase()}`;
    const key = `${layerId} ${exact}`;
    if (!marks.some((mark) => mark.key === key))
      marks.push({ key, colour: colourOf(annotation, layer), exact, says });
  }
  return marks.sort((a, b) => Number(b.exact) - Number(a.exact)).slice(0, MOST_MARKS);
}
