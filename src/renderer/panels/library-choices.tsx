import { isUnfiltered } from '../../core/project/library';
import type { ReadingStatus } from '../../core/project/model';
import { READING_STATUSES } from '../../core/project/model';
import { outletsOf, progressOf } from '../../core/project/tally';
import { useStore } from '../store';
import { Chips } from '../ui/chips';
import { filterBy, showInLibrary, useLibrary } from './library-store';

const WITH = [
  { value: 1, label: 'with' },
  { value: 0, label: 'without' },
];

/** Pressing the chosen one again lets go of the condition. */
const flipped = (now: boolean | undefined, pressed: number) =>
  now === (pressed === 1) ? undefined : pressed === 1;

/** The conditions an article can be asked to meet; all that are given must hold. */
export function Choices() {
  const filter = useLibrary((library) => library.filter);
  const articles = useStore((state) => state.project!.articles);
  const readings = useStore((state) => state.project!.readings);
  const count = progressOf({ articles, readings });
  const { statuses = [], annotated, noted } = filter;
  const press = (status: ReadingStatus) => {
    const next = statuses.includes(status)
      ? statuses.filter((other) => other !== status)
      : READING_STATUSES.filter((other) => other === status || statuses.includes(other));
    filterBy({ statuses: next.length > 0 ? next : undefined });
  };
  const chosen = (value: boolean | undefined) => (value === undefined ? [] : [value ? 1 : 0]);
  return (
    <>
      <div className="filter-row">
        <span>Status</span>
        <Chips
          label="Status"
          options={READING_STATUSES.map((status) => ({
            value: status,
            label: `${status} ${count[status].toLocaleString()}`,
          }))}
          chosen={statuses}
          onPress={press}
        />
      </div>
      <div className="filter-row">
        <span>Annotations</span>
        <Chips
          label="Annotations"
          options={WITH}
          chosen={chosen(annotated)}
          onPress={(value) => filterBy({ annotated: flipped(annotated, value) })}
        />
      </div>
      <div className="filter-row">
        <span>Memo</span>
        <Chips
          label="Memo"
          options={WITH}
          chosen={chosen(noted)}
          onPress={(value) => filterBy({ noted: flipped(noted, value) })}
        />
      </div>
      <Dates />
      <Outlets />
      <div className="filter-foot">
        <button
          type="button"
          className="button outlined"
          disabled={isUnfiltered(filter)}
          onClick={() => showInLibrary({ filter: {} })}
        >
          Show all {articles.size.toLocaleString()}
        </button>
      </div>
    </>
  );
}

function Dates() {
  const { from, to } = useLibrary((library) => library.filter);
  const day = (label: string, value: string | undefined, key: 'from' | 'to') => (
    <input
      type="date"
      className="field"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => filterBy({ [key]: event.target.value || undefined })}
    />
  );
  return (
    <div className="filter-row">
      <span>Published</span>
      <div className="dates">
        {day('Published from', from, 'from')}
        <span aria-hidden="true">–</span>
        {day('Published until', to, 'to')}
      </div>
    </div>
  );
}

function Outlets() {
  const articles = useStore((state) => state.project!.articles);
  const chosen = useLibrary((library) => library.filter.outlets) ?? [];
  const outlets = outletsOf(articles);
  if (outlets.size < 2) return null;
  const press = (outlet: string) => {
    const next = chosen.includes(outlet) ? chosen.filter((other) => other !== outlet) : [...chosen, outlet];
    filterBy({ outlets: next.length > 0 ? next : undefined });
  };
  return (
    <fieldset className="outlets">
      <legend>Outlet</legend>
      <div>
        {[...outlets].map(([outlet, articlesOfIt]) => (
          <label key={outlet}>
            <input type="checkbox" checked={chosen.includes(outlet)} onChange={() => press(outlet)} />
            <span>{outlet === '' ? 'No outlet' : outlet}</span>
            <small>{articlesOfIt.toLocaleString()}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
