import { Command } from 'cmdk';
import { useState } from 'react';
import type { Speaker } from '../../core/project/model';
import { registerOf } from '../../core/project/register';
import { useStore } from '../store';
import { plain, speakersListed } from './speakers-data';
import { whatIs } from './speakers-words';

/** An entry of the register, or the name of one to be made. */
export type Who = { readonly id: string } | { readonly name: string };

interface Props {
  readonly label: string;
  readonly placeholder: string;
  /** Not offered. */
  readonly except?: string;
  /** Offered before the others, the likeliest first; by default the most frequent stand first. */
  readonly likely?: readonly Speaker[];
  /** May somebody new be made? And by which name, if nothing is typed? */
  readonly suggested?: string | null;
  readonly onPick: (who: Who) => void;
}

/** A list to choose a speaker from: type to find, or to make a new one. */
export function WhoList({ label, placeholder, except, likely, suggested = null, onPick }: Props) {
  const project = useStore((state) => state.project)!;
  const [query, setQuery] = useState('');
  const words = plain(query);
  const all = speakersListed(project.speakers, registerOf(project), query, 'most');
  const found = likely && words === '' ? likely : all;
  const shown = found.filter(({ id }) => id !== except).slice(0, 60);
  const name = query.trim() || (suggested ?? '');
  const isKnown = [...project.speakers.values()].some((speaker) => plain(speaker.name) === plain(name));
  const make = suggested !== null && name !== '' && !isKnown && (
    <Command.Item value="new-speaker" onSelect={() => onPick({ name })}>
      New speaker “{name}”
    </Command.Item>
  );
  return (
    <Command className="command" shouldFilter={false} loop label={label}>
      <Command.Input autoFocus placeholder={placeholder} value={query} onValueChange={setQuery} />
      <Command.List>
        {query.trim() === '' && make}
        {shown.map((speaker) => (
          <Command.Item key={speaker.id} value={speaker.id} onSelect={() => onPick({ id: speaker.id })}>
            <span className="pick-label">{speaker.name}</span> <small>{whatIs(speaker)}</small>
          </Command.Item>
        ))}
        {query.trim() !== '' && make}
        {shown.length === 0 && !make && (
          <Command.Item disabled value="none">
            Nobody else in the register is called that.
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
