import { Popover } from 'radix-ui';
import type { ReactElement } from 'react';
import { useState } from 'react';

/** One thing that can become of what would be touched. */
export interface Way {
  readonly id: string;
  readonly label: string;
  /** Where it can go, where that is to be chosen. */
  readonly to?: readonly (readonly [id: string, label: string])[];
}

interface Props {
  /** The button that asks. */
  readonly children: ReactElement;
  /** "Delete “denial”": the name of the panel and of its button. */
  readonly title: string;
  /** What carries it: "12 annotations have this value." Empty: it is deleted at once. */
  readonly touches: string;
  /** The last is what is done when nothing is touched. */
  readonly ways: readonly Way[];
  /** Called with the way chosen, and where to. */
  readonly onDelete: (way: string, to: string) => void;
}

/** Deletes a part of the codebook after saying what that touches, and asks what shall become of it. */
export function DeletePart({ children, title, touches, ways, onDelete }: Props) {
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState(ways[0]!.id);
  const [to, setTo] = useState('');
  const change = (wanted: boolean) => {
    if (wanted && touches === '') onDelete(ways.at(-1)!.id, '');
    else setOpen(wanted);
  };
  const chosen = ways.find(({ id }) => id === way) ?? ways[0]!;
  const goal = chosen.to?.some(([id]) => id === to) ? to : (chosen.to?.[0]?.[0] ?? '');
  return (
    <Popover.Root open={open} onOpenChange={change}>
      <Popover.Trigger asChild>{children}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover small-ask delete-part"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label={title}
        >
          <p>{touches}</p>
          <fieldset aria-label="What shall become of them">
            {ways.map((next) => (
              <div key={next.id}>
                <label className="check">
                  <input
                    type="radio"
                    name="fate"
                    checked={next === chosen}
                    onChange={() => setWay(next.id)}
                  />
                  <span>{next.label}</span>
                </label>
                {next.to && (
                  <select
                    className="field"
                    aria-label={`${next.label} which`}
                    disabled={next !== chosen}
                    value={next === chosen ? goal : next.to[0]?.[0]}
                    onChange={(event) => setTo(event.target.value)}
                  >
                    {next.to.map(([id, label]) => (
                      <option key={id} value={id}>
                        {label}
                      </option>
                    ))}
                  </select>
                )}
              </div>
            ))}
          </fieldset>
          <div className="ask-foot">
            <Popover.Close className="button outlined">Cancel</Popover.Close>
            <button
              type="button"
              className="button solid"
              onClick={() => {
                setOpen(false);
                onDelete(chosen.id, goal);
              }}
            >
              {title}
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
