import { Command } from 'cmdk';
import { useMemo, useState } from 'react';
import { newId, now } from '../store';
import type { PickProps } from './table-bulk-pick';
import type { Whom } from './table-bulk-plans';
import { speakerPlan } from './table-bulk-plans';

/** Someone of the register, someone new, the author, or no one. */
export function PickSpeaker({ project, rows, onPlan }: PickProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const speakers = useMemo(
    () => [...project.speakers.values()].sort((a, b) => a.name.localeCompare(b.name)),
    [project.speakers],
  );
  const found = speakers.filter(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.toLowerCase().includes(wanted)),
  );
  const known = speakers.some(({ name }) => name.toLowerCase() === wanted);
  const pick = (whom: Whom) => onPlan(speakerPlan(project, rows, whom, now()));
  return (
    <Command className="command" shouldFilter={false} loop label="Set speaker">
      <Command.Input
        autoFocus
        placeholder="Find or create a speaker"
        value={query}
        onValueChange={setQuery}
      />
      <Command.List>
        {found.slice(0, 100).map(({ id, name, role, kind }) => (
          <Command.Item key={id} value={id} onSelect={() => pick({ speaker: id, name })}>
            {name} <small>{role ?? kind}</small>
          </Command.Item>
        ))}
        {wanted !== '' && !known && (
          <Command.Item
            value="new-speaker"
            onSelect={() => pick({ speaker: newId('s'), name: query.trim(), isNew: true })}
          >
            New speaker “{query.trim()}”
          </Command.Item>
        )}
        {'the author'.includes(wanted) && (
          <Command.Item value="the-author" onSelect={() => pick({ author: true })}>
            The author <small>of each article</small>
          </Command.Item>
        )}
        {'no one'.includes(wanted) && (
          <Command.Item value="no-one" onSelect={() => pick(null)}>
            No one <small>takes away what is set</small>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
