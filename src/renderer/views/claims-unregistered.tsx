import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { sayingOf } from '../../core/project/claim-sayings';
import type { Annotation } from '../../core/project/model';
import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { registerAll } from './claims-actions';
import { useCame } from './claims-came';
import { RegisterClaim } from './claims-register';
import { SayingRow, walkRows } from './claims-saying';

/** The claims that are in no entry yet: read on, say which claim it is, or make an entry of each. */
export function UnregisteredPage({ annotations }: { annotations: readonly Annotation[] }) {
  const project = useStore((state) => state.project)!;
  const editable = useStore(isEditable);
  const came = useCame((state) => state.came);
  const focusId = useStore((state) => state.focusId);
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: annotations.length,
    getScrollElement: () => box.current,
    estimateSize: () => 74,
    getItemKey: (index) => annotations[index]!.id,
    overscan: 6,
    initialOffset: () => Math.max(0, annotations.findIndex(({ id }) => id === focusId) - 2) * 74,
  });
  return (
    <section className="sheet" aria-label="Not in the register yet">
      <header className="sheet-head">
        <div className="claim-wording">
          {came && (
            <ActionButton action="back-to-passage" className="text-button back" withKey>
              Back to the passage
            </ActionButton>
          )}
          <h1>Not in the register yet: {annotations.length.toLocaleString()}</h1>
          <p className="sheet-sub">
            {plural(annotations.length, 'claim is', 'claims are')} tagged, but nobody has said whether others
            make the same.
          </p>
        </div>
        <button
          type="button"
          className="button outlined"
          disabled={!editable}
          title="Make an entry of each; those in the same words share one"
          onClick={() => registerAll(annotations)}
        >
          Register all
        </button>
      </header>
      <div className="sayings" ref={box}>
        <ul
          style={{ height: rows.getTotalSize() }}
          aria-label="Claims not in the register yet"
          onKeyDown={walkRows}
        >
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const annotation = annotations[index]!;
            return (
              <li
                key={key}
                data-index={index}
                ref={rows.measureElement}
                className="row-place"
                aria-posinset={index + 1}
                aria-setsize={annotations.length}
                style={{ transform: `translateY(${start}px)` }}
              >
                <SayingRow saying={sayingOf(project, annotation)} />
                {editable && <RegisterClaim annotation={annotation} at={index} />}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
