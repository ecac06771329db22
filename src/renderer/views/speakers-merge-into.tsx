import { Command } from 'cmdk';
import { Popover } from 'radix-ui';
import { useMemo, useState } from 'react';
import type { Speaker } from '../../core/project/model';
import { useStore } from '../store';
import { merge } from './speakers-actions';
import { registerOf, speakersListed } from './speakers-data';
import { whatIs } from './speakers-words';

/** Merging from a speaker's page: this one goes, the one chosen stays. */
export function MergeInto({ speaker, disabled }: { speaker: Speaker; disabled: boolean }) {
  const project = useStore((state) => state.project)!;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const others = useMemo(() => {
    if (!open) return [];
    const all = speakersListed(project.speakers, registerOf(project), query, 'most');
    return all.filter(({ id }) => id !== speaker.id).slice(0, 60);
  }, [open, project, query, speaker.id]);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="button outlined" disabled={disabled || project.speakers.size < 2}>
          Merge into…
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Merge into"
        >
          <Command className="command" shouldFilter={false} loop label="Merge into">
            <Command.Input autoFocus placeholder="Whose name stays?" value={query} onValueChange={setQuery} />
            <Command.List>
              {others.length === 0 && (
                <Command.Item disabled value="none">
                  Nobody else in the register is called that.
                </Command.Item>
              )}
              {others.map((other) => (
                <Command.Item key={other.id} value={other.id} onSelect={() => merge(other, [speaker.id])}>
                  {other.name} <small>{whatIs(other)}</small>
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
