import { memo } from 'react';
import { shortDate } from '../ui/words';
import type { Item } from './import-store';
import { choose, pick } from './import-store';
import { encodingShort } from './import-words';

interface Props {
  readonly item: Item;
  /** Which article of its file it is, where the file stands above it. */
  readonly number: number | null;
  readonly index: number;
  readonly picked: boolean;
  readonly current: boolean;
  /** Does the Tab key lead here? */
  readonly stop: boolean;
  /** What is said of a duplicate. */
  readonly mark: string | undefined;
}

/** One article of the list: a tick to add it, and its name to look at it. */
export const ImportRow = memo(function ImportRow({
  item,
  number,
  index,
  picked,
  current,
  stop,
  mark,
}: Props) {
  const { draft, stage, encoding, page } = item;
  const { fileName } = draft.origin;
  const tabIndex = stop ? 0 : -1;
  return (
    <div
      className={`import-row${current ? ' current' : ''}${picked ? '' : ' left-out'}${number === null ? '' : ' of-file'}`}
    >
      <input
        type="checkbox"
        aria-label={`Add ${draft.title || 'the article without a title'}`}
        tabIndex={tabIndex}
        checked={picked}
        onChange={(event) => pick([stage], event.target.checked)}
      />
      <button
        type="button"
        data-row={index}
        tabIndex={tabIndex}
        aria-current={current ? 'true' : undefined}
        onClick={() => choose(stage)}
      >
        <b dir="auto">{draft.title || 'Without a title'}</b>
        {number === null ? (
          <small className="file" title={fileName ?? undefined}>
            <bdi>{fileName ?? 'Pasted text'}</bdi>
          </small>
        ) : (
          <small className="file">
            {[`No. ${number}`, draft.outlet, dated(draft.publishedAt)].filter(Boolean).join(' · ')}
          </small>
        )}
        {page?.whole && <small className="mark-line">Whole page</small>}
        {mark && <small className="mark-line">{mark}</small>}
        {encoding === 'guessed' && (
          <small className="mark-line">Encoding guessed: {encodingShort(draft.origin.encoding)}</small>
        )}
      </button>
    </div>
  );
});

function dated(iso: string | undefined): string | undefined {
  return iso && shortDate(iso);
}
