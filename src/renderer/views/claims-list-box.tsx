import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { ClaimRegister } from '../../core/project/claim-register';
import { tallyOf } from '../../core/project/claim-register';
import { deniersOf } from '../../core/project/claim-sayings';
import type { Claim } from '../../core/project/model';
import { state } from '../store';
import { ClaimRow } from './claims-row';
import { goal } from './speakers-list-keys';

interface Props {
  readonly claims: readonly Claim[];
  readonly register: ClaimRegister;
  readonly current: Claim | undefined;
  readonly choose: (id: string) => void;
  readonly query: string;
  readonly box: RefObject<HTMLDivElement | null>;
}

/** The list box itself: arrows move, Enter goes to the claim's page. Only the rows in view are drawn. */
export function ClaimsListBox({ claims, register, current, choose, query, box }: Props) {
  const at = current ? claims.findIndex(({ id }) => id === current.id) : -1;
  const rows = useVirtualizer({
    count: claims.length,
    getScrollElement: () => box.current,
    estimateSize: () => 76,
    getItemKey: (index) => claims[index]!.id,
    overscan: 8,
    // The row that has the keyboard must be there, wherever the list was scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])],
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
    else if (query !== '') rows.scrollToOffset(0);
  }, [at, query, rows]);
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    if (ctrlKey || metaKey || altKey || shiftKey) return;
    const to = goal(key, at, claims.length);
    if (to !== undefined) choose(claims[to]!.id);
    else if (key === 'Enter' && current) focusIn('.saying', '.claim-wording .field');
    else if (key === 'F2' && current) focusIn('.claim-wording .field');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const active = rows.getVirtualItems().some(({ index }) => index === at) ? current : undefined;
  return (
    <div
      className="articles"
      ref={box}
      role="listbox"
      aria-label="Claims"
      tabIndex={claims.length > 0 ? 0 : -1}
      aria-activedescendant={active && `claim-${active.id}`}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const claim = claims[index]!;
          return (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              role="presentation"
              style={{ transform: `translateY(${start}px)` }}
            >
              <ClaimRow
                claim={claim}
                tally={tallyOf(register, claim.id)}
                denied={deniersOf(state().project!, register, claim.id).length > 0}
                selected={index === at}
                place={[index + 1, claims.length]}
                onPress={() => choose(claim.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Focuses the first of these that the page has. */
function focusIn(...selectors: readonly string[]): void {
  const found = selectors.map((selector) =>
    document.querySelector<HTMLElement>(`.claims-view .sheet ${selector}`),
  );
  found.find((element) => element !== null)?.focus();
}
