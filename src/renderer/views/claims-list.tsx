import { ListFilter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ClaimRegister } from '../../core/project/claim-register';
import type { Claim } from '../../core/project/model';
import { isEditable, setState, useStore } from '../store';
import { Chips } from '../ui/chips';
import { plural } from '../ui/words';
import { addWorded, NOT_REGISTERED, short } from './claims-actions';
import type { Sorting } from './claims-data';
import { ClaimsListBox } from './claims-list-box';
import { NewClaim } from './claims-new';

interface Props {
  readonly claims: readonly Claim[];
  readonly register: ClaimRegister;
  readonly current: Claim | undefined;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly sorting: Sorting;
  readonly onSorting: (sorting: Sorting) => void;
  /** Is the page of claims in no entry shown? */
  readonly waiting: boolean;
}

const SORTINGS: readonly { value: Sorting; label: string; description: string }[] = [
  { value: 'articles', label: 'Most', description: 'Those in most articles first' },
  { value: 'newest', label: 'Newest', description: 'Those made last first' },
  { value: 'wording', label: 'A–Z', description: 'By wording' },
];

const choose = (claimId: string) => setState({ claimId });

/** Find, add, sort; the entries; and the claims that are in no entry yet. */
export function ClaimsList({
  claims,
  register,
  current,
  query,
  onQuery,
  sorting,
  onSorting,
  waiting,
}: Props) {
  const total = useStore((state) => state.project!.claims.size);
  const editable = useStore(isEditable);
  const list = useRef<HTMLDivElement>(null);
  // Whoever had the keyboard may be gone with the page it was on (merged, deleted): the list takes it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (total > 0 && document.activeElement === document.body) list.current?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  const unregistered = register.unregistered.length;
  return (
    <aside className="library claims" aria-label="Claims">
      <div className="claims-find">
        <label className="filter">
          <ListFilter aria-hidden="true" />
          <input
            type="search"
            aria-label="Find a claim"
            placeholder="Find a claim"
            value={query}
            onChange={(event) => onQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && query !== '') onQuery('');
              else if (event.key === 'ArrowDown') list.current?.focus();
              else if (event.key === 'Enter' && claims[0]) choose(claims[0].id);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        </label>
        <NewClaim suggested={query} disabled={!editable} />
      </div>
      {total > 0 && (
        <div className="claims-sort">
          <span role="status">
            {query.trim() === ''
              ? plural(total, 'claim')
              : `${claims.length.toLocaleString()} of ${total.toLocaleString()}`}
          </span>
          <Chips label="Order" options={SORTINGS} chosen={[sorting]} onPress={onSorting} />
        </div>
      )}
      {claims.length === 0 && query.trim() !== '' && (
        <div className="empty">
          <p>No claim in the register says that.</p>
          {editable && (
            <button type="button" className="button outlined" onClick={() => addWorded(query)}>
              <span className="clip">Add “{short(query.trim())}”</span>
            </button>
          )}
        </div>
      )}
      <ClaimsListBox
        claims={claims}
        register={register}
        current={waiting ? undefined : current}
        choose={choose}
        query={query}
        box={list}
      />
      {unregistered > 0 && (
        <button
          type="button"
          className="waiting-row"
          aria-pressed={waiting}
          onClick={() => choose(NOT_REGISTERED)}
        >
          Not in the register yet <b>{unregistered.toLocaleString()}</b>
        </button>
      )}
    </aside>
  );
}
