import { Command } from 'cmdk';
import { ChevronDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { plain } from './speakers-data';

interface Option {
  readonly value: string;
  readonly label: string;
  readonly aside?: string;
}

interface Props {
  /** What the list is for, read out and shown in its field. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
  /** null = none of them. */
  readonly onPick: (value: string | null) => void;
  /** What taking the choice back is called: "Anyone". */
  readonly none: string;
  readonly children: ReactNode;
}

/** A chip that opens a list to choose one from, however long it is. */
export function PickChip({ label, options, chosen, onPick, none, children }: Props) {
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const words = plain(query);
  const shown = options.filter((option) => plain(option.label).includes(words)).slice(0, 200);
  const pick = (value: string | null) => {
    setOpen(false);
    onPick(value);
  };
  return (
    <Popover.Root
      open={open}
      onOpenChange={(wanted) => {
        setQuery('');
        setOpen(wanted);
      }}
    >
      <Popover.Trigger asChild>
        <button type="button" className={`chip picker${chosen === null ? '' : ' on'}`}>
          {children}
          <ChevronDown aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={label}
        >
          <Command className="command" shouldFilter={false} loop label={label}>
            <Command.Input autoFocus placeholder={label} value={query} onValueChange={setQuery} />
            <Command.List>
              {chosen !== null && words === '' && (
                <Command.Item value=" " onSelect={() => pick(null)}>
                  {none}
                </Command.Item>
              )}
              {shown.map(({ value, label: text, aside }) => (
                <Command.Item key={value} value={value} onSelect={() => pick(value)}>
                  <span className="pick-label wide">{text}</span> <small>{aside}</small>
                </Command.Item>
              ))}
              {shown.length === 0 && (
                <Command.Item disabled value="nothing">
                  Nothing is called that.
                </Command.Item>
              )}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
