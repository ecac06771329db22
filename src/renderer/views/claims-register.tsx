import { Popover } from 'radix-ui';
import { useState } from 'react';
import { SAME_CLAIM } from '../../core/project/claim-links';
import { layerOf } from '../../core/project/codebook';
import type { Annotation } from '../../core/project/model';
import { TargetList } from '../reader/target-list';
import { useStore } from '../store';
import { link } from './claims-actions';

/** Beside a claim that is in no entry: make one of it, or say which one it is. */
export function RegisterClaim({ annotation, at }: { annotation: Annotation; at: number }) {
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
