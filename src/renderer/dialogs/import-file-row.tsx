import type { StagedSource } from '../../shared/api';
import { plural } from '../ui/words';
import type { Item } from './import-store';
import { choose, pick } from './import-store';

interface Props {
  readonly file: StagedSource;
  readonly items: readonly Item[];
  /** How many of its articles will be added. */
  readonly ticked: number;
  readonly index: number;
  readonly current: boolean;
  /** Does the Tab key lead here? */
  readonly stop: boolean;
}

/** A file over its articles: a tick for all of them, and its name to say how it is read. */
export function ImportFileRow({ file, items, ticked, index, current, stop }: Props) {
  const { fileName, seen } = file;
  const name = fileName ?? 'Pasted text';
  const tabIndex = stop ? 0 : -1;
  return (
    <div className={`import-row file-row${current ? ' current' : ''}`}>
      <input
        type="checkbox"
        aria-label={`Add all of ${name}`}
        tabIndex={tabIndex}
        disabled={items.length === 0}
        checked={items.length > 0 && ticked === items.length}
        ref={(box) => {
          if (box) box.indeterminate = ticked > 0 && ticked < items.length;
        }}
        onChange={(event) =>
          pick(
            items.map(({ stage }) => stage),
            event.target.checked,
          )
        }
      />
      <button
        type="button"
        data-row={index}
        tabIndex={tabIndex}
        aria-current={current ? 'true' : undefined}
        onClick={() => choose(file.source)}
      >
        <b>
          <bdi>{name}</bdi>
        </b>
        <small>{plural(seen.count, 'article')}</small>
        {marksOf(file).map((mark) => (
          <small key={mark} className="mark-line">
            {mark}
          </small>
        ))}
      </button>
    </div>
  );
}

/** What is to be looked at in a file. */
function marksOf({ seen }: StagedSource): readonly string[] {
  const marks: string[] = [];
  if (seen.way.kind === 'columns' && seen.way.choice.fields.text === undefined)
    marks.push('Which column holds the texts?');
  if (seen.offer) marks.push(`May hold ${plural(seen.offer.count, 'article')}`);
  if (seen.problemCount > 0)
    marks.push(`${plural(seen.problemCount, seen.way.kind === 'columns' ? 'row' : 'part')} to look at`);
  return marks;
}
