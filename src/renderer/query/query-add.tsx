import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { matchWords } from '../ui/match';
import type { Field } from './fields';

interface Props {
  readonly fields: readonly Field[];
  readonly onPick: (field: Field) => void;
  readonly button: RefObject<HTMLButtonElement | null>;
}

/** “+ filter”: the conditions that have no chip yet. */
export function QueryAdd({ fields, onPick, button }: Props) {
  const [open, setOpen] = useState(false);
  const picked = useRef<Field | null>(null);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="query-chip" ref={button}>
          + filter
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover narrow"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Add a filter"
          onCloseAutoFocus={(event) => {
            // The chip that was asked for opens in its place and takes the keyboard.
            if (!picked.current) return;
            event.preventDefault();
            onPick(picked.current);
            picked.current = null;
          }}
        >
          <Command className="command" loop filter={matchWords} label="Add a filter">
            <Command.Input autoFocus placeholder="Filter by…" />
            <Command.List>
              <Command.Empty>There is no such filter.</Command.Empty>
              {fields.map((field) => (
                <Command.Item
                  key={field.id}
                  value={`${field.label} ${field.aside ?? ''}`}
                  onSelect={() => {
                    picked.current = field;
                    setOpen(false);
                  }}
                >
                  {field.label} <small>{field.aside}</small>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
