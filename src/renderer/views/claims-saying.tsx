import { memo } from 'react';
import type { Saying } from '../../core/project/claim-sayings';
import { openArticle, useStore } from '../store';
import { makerNames, sayingWords } from './claims-words';

/** One passage: when, its words, who says it and where. A button that leads to it. */
export const SayingRow = memo(function SayingRow({ saying }: { saying: Saying }) {
  const project = useStore((state) => state.project)!;
  const { annotation, inherited } = saying;
  const here = useStore((state) => state.focusId === annotation.id);
  const { published, date, place, kind } = sayingWords(project, annotation);
  const names = makerNames(project, saying);
  return (
    <button
      type="button"
      className="saying"
      aria-current={here || undefined}
      title="Open in the article"
      onClick={() => openArticle(annotation.articleId, annotation.id)}
    >
      <time dateTime={published}>{date}</time>
      <span className="saying-main">
        <q>{annotation.quote}</q>
        <small>
          {names === '' ? <i>nobody named</i> : <b>{names}</b>}
          {inherited && ' from quote'}
          {place !== '' && ` · ${place}`}
          {date !== '' && <span className="when"> · {date}</span>}
          {annotation.note !== '' && <span className="saying-note">{annotation.note}</span>}
        </small>
      </span>
      {kind !== '' && <span className="tag">{kind}</span>}
    </button>
  );
});

/** Arrow keys go from passage to passage. */
export function walkRows(event: React.KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const from = (event.target as HTMLElement).closest<HTMLElement>('.saying');
  if (step === 0 || !from) return;
  const rows = [...document.querySelectorAll<HTMLElement>('.claims-view .sheet .saying')];
  rows[rows.indexOf(from) + step]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
