import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Speaker } from '../../core/project/model';
import { plural } from '../ui/words';
import { remove } from './speakers-actions';

interface Props {
  readonly speaker: Speaker;
  readonly named: number;
  readonly next: string | null;
  readonly disabled: boolean;
}

/** Deletes an entry after saying what that touches; where it touches nothing, at once. */
export function DeleteSpeaker({ speaker, named, next, disabled }: Props) {
  const [open, setOpen] = useState(false);
  const change = (wanted: boolean) => {
    if (wanted && named === 0) remove(speaker, 0, next);
    else setOpen(wanted);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger asChild>
        <button type="button" className="button" disabled={disabled}>
          {named > 0 ? 'Delete…' : 'Delete'}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover small-ask"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Delete speaker"
        >
          <p>
            {plural(named, 'annotation points', 'annotations point')} at {speaker.name}.{' '}
            {named === 1 ? 'It stays' : 'They stay'}, without a speaker. Undo brings everything back.
          </p>
          <div className="ask-foot">
            <Popover.Close className="button outlined">Keep</Popover.Close>
            <button type="button" className="button solid" onClick={() => remove(speaker, named, next)}>
              Delete {speaker.name}
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
