import { ArrowDown } from 'lucide-react';
import { toggleAll } from './search-actions';
import type { Sorting } from './search-data';
import { setSearch, useSearch } from './search-store';

const COLUMNS: readonly { sorting: Sorting; label: string; says: string }[] = [
  { sorting: 'left', label: 'Before', says: 'Sort by the words before' },
  { sorting: 'hit', label: 'Match', says: 'Sort by the match itself' },
  { sorting: 'right', label: 'After', says: 'Sort by the words after' },
  { sorting: 'article', label: 'Article', says: 'Sort in library order' },
  { sorting: 'date', label: 'Date', says: 'Sort by date of publication' },
];

interface Props {
  readonly choosing: boolean;
  readonly all: boolean;
  readonly some: boolean;
}

/** The names of the columns, each of which sorts; and the box that chooses all lines. */
export function SearchLinesHead({ choosing, all, some }: Props) {
  const sorting = useSearch((search) => search.sorting);
  return (
    <div className="line lines-head">
      <span className="line-mark">
        {choosing && (
          <input
            type="checkbox"
            aria-label="Choose all matches"
            title="Choose all matches"
            checked={all}
            ref={(box) => {
              if (box) box.indeterminate = some && !all;
            }}
            onChange={toggleAll}
          />
        )}
      </span>
      <span className="line-tags" />
      {COLUMNS.map((column) => (
        <span key={column.sorting} className={`line-${column.sorting}`}>
          <button
            type="button"
            className="sort"
            aria-pressed={sorting === column.sorting}
            title={column.says}
            onClick={() => setSearch({ sorting: column.sorting })}
          >
            {column.sorting === 'hit' && !choosing ? 'Passage' : column.label}
            <ArrowDown aria-hidden="true" />
          </button>
        </span>
      ))}
    </div>
  );
}
