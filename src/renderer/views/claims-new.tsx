import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { addWorded } from './claims-actions';

/** The “+” beside the find field: asks for a wording and adds the claim. */
export function NewClaim({ suggested, disabled }: { suggested: string; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const [wording, setWording] = useState('');
  const change = (wanted: boolean) => {
    if (wanted) setWording(suggested.trim());
    setOpen(wanted);
  };
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="icon-button"
          aria-label="New claim"
          title="New claim"
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
          aria-label="New claim"
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (wording.trim() === '') return;
              setOpen(false);
              addWorded(wording.trim());
            }}
          >
            <label>
              Wording
              <input
                className="field"
                value={wording}
                placeholder="what is claimed, in one sentence"
                onChange={(event) => setWording(event.target.value)}
              />
            </label>
            <div className="ask-foot">
              <Popover.Close className="button outlined">Cancel</Popover.Close>
              <button type="submit" className="button solid" disabled={wording.trim() === ''}>
                Add claim
              </button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
