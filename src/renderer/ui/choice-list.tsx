import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { matchWords } from './match';

/** One of a few choices; `value` is unique among them. */
export interface ListChoice {
  readonly value: string;
  readonly label: string;
  readonly aside?: string | undefined;
  /** Class of the swatch before it. */
  readonly swatch?: string;
  readonly group?: string;
}

interface Props {
  readonly label: string;
  readonly choices: readonly ListChoice[];
  readonly chosen: readonly string[];
  readonly onPick: (value: string) => void;
}

/** Choices under a field to find them by; Enter picks, and what is chosen has a tick. */
export function ChoiceList({ label, choices, chosen, onPick }: Props) {
  const groups = [...new Set(choices.map(({ group }) => group))];
  return (
    <Command
      className="command"
      loop
      filter={matchWords}
      label={label}
      defaultValue={chosen[0] ?? choices[0]?.value ?? ''}
    >
      <Command.Input autoFocus placeholder={label} />
      <Command.List>
        <Command.Empty>Nothing is called that.</Command.Empty>
        {groups.map((group) => (
          <Command.Group key={group ?? ''} {...(group ? { heading: group } : {})}>
            {choices
              .filter((choice) => choice.group === group)
              .map(({ value, label: text, aside, swatch }) => {
                const on = chosen.includes(value);
                return (
                  <Command.Item
                    key={value}
                    value={value}
                    keywords={[text, group ?? '']}
                    aria-checked={on}
                    onSelect={() => onPick(value)}
                  >
                    <Check aria-hidden="true" className={on ? 'tick' : 'tick off'} />
                    {swatch && <i className={`swatch ${swatch}`} />}
                    <span className="option">{text}</span>
                    {aside && <small>{aside}</small>}
                  </Command.Item>
                );
              })}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
