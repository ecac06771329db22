import { ListFilter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Speaker } from '../../core/project/model';
import type { Register } from '../../core/project/register';
import { isEditable, useStore } from '../store';
import { Chips } from '../ui/chips';
import { plural } from '../ui/words';
import { addNamed } from './speakers-actions';
import type { Sorting } from './speakers-data';
import { UNLINKED } from './speakers-data';
import { SpeakersListBox } from './speakers-list-box';
import { NewSpeaker } from './speakers-new';

export interface ListProps {
  readonly speakers: readonly Speaker[];
  readonly total: number;
  readonly register: Register;
  readonly current: Speaker | undefined;
  readonly marked: ReadonlySet<string>;
  /** Shows a speaker; `marked` are those chosen together with others, to be merged. */
  readonly choose: (id: string, marked?: ReadonlySet<string>) => void;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
  readonly unlinked: boolean;
}

const SORTINGS: readonly { value: Sorting; label: string; description: string }[] = [
  { value: 'most', label: 'Most', description: 'Most mentions and statements first' },
  { value: 'name', label: 'A–Z', description: 'By name' },
];

/** Find, add, sort; the list; and the mentions that belong to nobody yet. */
export function SpeakersList(props: ListProps) {
  const { speakers, total, register, query, onQuery, sorting, onSorting, unlinked, choose } = props;
  const editable = useStore(isEditable);
  const list = useRef<HTMLDivElement>(null);
  // Whoever had the keyboard may be gone with the page it was on (merged, deleted): the list takes it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (total > 0 && document.activeElement === document.body) list.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  const waiting = register.unlinked.length;
  return (
    <aside className="library speakers" aria-label="Speakers">
      <div className="speakers-find">
        <label className="filter">
          <ListFilter aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a speaker"
            placeholder="Find a speaker"
            value={query}
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') onQuery('');
              else if (event.key === 'ArrowDown') list.current?.focus();
              else if (event.key === 'Enter' && speakers[0]) choose(speakers[0].id);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        </label>
        <NewSpeaker suggested={query} disabled={!editable} />
      </div>
      {total > 0 && (
        <div className="speakers-sort">
          <span role="status">
            {query.trim() === ''
              ? plural(total, 'speaker')
              : `${speakers.length.toLocaleString()} of ${total.toLocaleString()}`}
          </span>
          <Chips label="Order" options={SORTINGS} chosen={[sorting]} onPress={onSorting} />
        </div>
      )}
      {speakers.length === 0 && query.trim() !== '' && (
        <div className="empty">
          <p>Nobody in the register is called that.</p>
          {editable && (
            <button type="button" className="button outlined" onClick={() => addNamed(query)}>
              <span className="clip">Add “{query.trim()}”</span>
            </button>
          )}
        </div>
      )}
      <SpeakersListBox {...props} box={list} />
      {waiting > 0 && (
        <button
          type="button"
          className="unlinked-row"
          aria-pressed={unlinked}
          onClick={() => choose(UNLINKED)}
        >
          Not linked yet <b>{waiting.toLocaleString()}</b>
        </button>
      )}
    </aside>
  );
}
