import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Speaker } from '../../core/project/model';
import { useStore } from '../store';
import { merge } from './speakers-actions';
import { WhoList } from './speakers-who';

/** Merging from a speaker's page: this one goes, the one chosen stays. */
export function MergeInto({ speaker, disabled }: { speaker: Speaker; disabled: boolean }) {
  const speakers = useStore((state) => state.project!.speakers);
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="button" disabled={disabled || speakers.size < 2}>
          Merge into…
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Merge into"
        >
          <WhoList
            label="Merge into"
            placeholder="Whose name stays?"
            except={speaker.id}
            onPick={(who) => 'id' in who && merge(speakers.get(who.id)!, [speaker.id])}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
