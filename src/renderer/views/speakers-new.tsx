import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { addNamed } from './speakers-actions';

/** The “+” beside the find field: asks for a name and adds it. */
export function NewSpeaker({ suggested, disabled }: { suggested: string; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const change = (wanted: boolean) => {
    if (wanted) setName(suggested.trim());
    setOpen(wanted);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="icon-button"
          aria-label="New speaker"
          title="New speaker"
          disabled={disabled}
        >
          <Plus aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover small-ask"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label="New speaker"
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim() === '') return;
              setOpen(false);
              addNamed(name.trim());
            }}
          >
            <label>
              Name
              <input
                className="field"
                value={name}
                placeholder="as you want to read it"
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <div className="ask-foot">
              <Popover.Close className="button outlined">Cancel</Popover.Close>
              <button type="submit" className="button solid" disabled={name.trim() === ''}>
                Add speaker
              </button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
