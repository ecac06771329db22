import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import type { Choice, Field } from './fields';
import { chosenIn, withChosen } from './fields';
import { optionsOf } from './options';

interface Props {
  readonly field: Field;
  readonly project: Project;
  readonly selection: Selection;
  readonly onChange: (selection: Selection) => void;
}

/** As many as are drawn at once; whoever looks for another types. */
const MOST = 100;

/** The choices of a condition: type to find, Enter to tick or untick, as many as one likes. */
export function QueryChoices({ field, project, selection, onChange }: Props) {
  const [query, setQuery] = useState('');
  // What is ticked does not jump to another place while the list is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when the list opens
  const options = useMemo(() => optionsOf(project, selection, field), [project, field.id]);
  const chosen = chosenIn(field, selection);
  const wanted = query.trim().toLowerCase();
  const found = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const toggle = (value: Choice) => {
    const rest = chosen.filter((next) => next !== value);
    onChange(withChosen(field, selection, rest.length < chosen.length ? rest : [...chosen, value]));
  };
  return (
    <Command className="command query-choices" shouldFilter={false} loop label={`Choose ${field.label}`}>
      <Command.Input
        autoFocus
        placeholder={`Find ${field.label.toLowerCase()}`}
        value={query}
        onValueChange={setQuery}
      />
      <Command.List>
        {found.length === 0 && (
          <Command.Item disabled value="none">
            {options.length === 0 ? 'There is nothing to choose from yet.' : 'Nothing is called that.'}
          </Command.Item>
        )}
        {found.slice(0, MOST).map(({ value, label, count, colour }) => {
          const on = chosen.includes(value);
          return (
            <Command.Item
              key={JSON.stringify(value)}
              value={JSON.stringify(value)}
              aria-checked={on}
              onSelect={() => toggle(value)}
            >
              <Check aria-hidden="true" className={on ? 'query-tick' : 'query-tick off'} />
              {colour && <i className={`swatch ${colour}`} />}
              <span className={value === null ? 'option unset' : 'option'}>{label}</span>
              <small className="count">{count.toLocaleString()}</small>
            </Command.Item>
          );
        })}
        {found.length > MOST && (
          <Command.Item disabled value="more">
            <small>and {(found.length - MOST).toLocaleString()} more: type to find them</small>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
