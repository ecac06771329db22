import { useVirtualizer } from '@tanstack/react-virtual';
import { Popover } from 'radix-ui';
import { useRef, useState } from 'react';
import { SAME_CLAIM } from '../../core/project/claim-links';
import { sayingOf } from '../../core/project/claim-sayings';
import { layerOf } from '../../core/project/codebook';
import type { Annotation } from '../../core/project/model';
import { TargetList } from '../reader/target-list';
import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { link, registerAll } from './claims-actions';
import { useCame } from './claims-came';
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
                {editable && <Register annotation={annotation} at={index} />}
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}

/** An entry of its own, or one that is there. */
function Register({ annotation, at }: { annotation: Annotation; at: number }) {
  const role = useStore((state) =>
    layerOf(state.project!.codebook, annotation.layer)?.roles.find(({ id }) => id === SAME_CLAIM),
  );
  const [open, setOpen] = useState(false);
  if (!role) return null;
  /** The claim leaves the list, and the next one takes its place and the keyboard. */
  const next = (button: string) => {
    setOpen(false);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`.sayings li[data-index="${at}"] .${button}`)?.focus(),
    );
  };
  return (
    <>
      <button
        type="button"
        className="button outlined own-entry"
        aria-label={`Make an entry of “${annotation.quote}”`}
        onClick={() => {
          if (link(annotation)) next('own-entry');
        }}
      >
        Make an entry
      </button>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger asChild>
          <button
            type="button"
            className="button outlined same-as"
            aria-label={`Same as… “${annotation.quote}”`}
          >
            Same as…
          </button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="popover claim-picker"
            align="end"
            sideOffset={6}
            collisionPadding={12}
            aria-label="Same as which claim"
          >
            <TargetList
              annotation={annotation}
              role={role}
              onDone={() => next('same-as')}
              onPick={(target) => {
                if ('claim' in target) link(annotation, target);
                next('same-as');
              }}
            />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}
