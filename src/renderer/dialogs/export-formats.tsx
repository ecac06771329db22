import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { groupedFormats } from '../../core/formats/format-groups';
import { FORMATS } from '../../core/formats/registry';

interface Props {
  readonly chosen: string;
  readonly onPick: (id: string) => void;
  readonly disabled: boolean;
  /** Set while something is typed to find a format: forgets it. */
  readonly onQuery: (forget: (() => void) | null) => void;
}

/** Every format of the registry under its heading, one to be chosen; typing finds. */
export function FormatList({ chosen, onPick, disabled, onQuery }: Props) {
  const [query, setQuery] = useState('');
  const box = useRef<HTMLFieldSetElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const groups = groupedFormats(FORMATS, query);
  const listed = groups.flatMap(({ formats }) => formats.map(({ id }) => id));
  const search = (text: string) => {
    setQuery(text);
    onQuery(text === '' ? null : () => search(''));
  };
  const choose = (id: string | undefined) => {
    if (id === undefined) return;
    onPick(id);
    box.current?.querySelector(`[value="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const inField = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      const at = listed.indexOf(chosen);
      choose(at < 0 ? listed[0] : listed[Math.min(listed.length - 1, Math.max(0, at + step))]);
    } else if (event.key === 'Enter') {
      choose(listed.includes(chosen) ? chosen : listed[0]);
      box.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
    } else return;
    event.preventDefault();
  };
  // Letters mean nothing to a list of formats: they go where formats are looked for.
  const inList = (event: KeyboardEvent) => {
    if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    field.current?.focus();
  };
  return (
    <div className="export-formats">
      <input
        ref={field}
        type="search"
        className="field"
        aria-label="Find a format"
        placeholder="Find a format"
        disabled={disabled}
        value={query}
        onChange={(event) => search(event.target.value)}
        onKeyDown={inField}
      />
      <fieldset
        ref={box}
        className="export-format-list"
        aria-label="Format"
        disabled={disabled}
        onKeyDown={inList}
      >
        {groups.length === 0 && <p className="none">No format is called that.</p>}
        {groups.map(({ group, label, formats }) => (
          <section key={group} aria-label={label}>
            <h3>{label}</h3>
            {formats.map((format) => (
              <label key={format.id}>
                <input
                  type="radio"
                  name="format"
                  className="visually-hidden"
                  value={format.id}
                  autoFocus={format.id === chosen && query === ''}
                  checked={format.id === chosen}
                  onChange={() => onPick(format.id)}
                />
                <b>{format.label}</b>
                <small>{format.hint}</small>
              </label>
            ))}
          </section>
        ))}
      </fieldset>
    </div>
  );
}
