import { useState } from 'react';
import type { Speaker } from '../../core/project/model';
import type { Register } from '../../core/project/register';
import { NO_TALLY } from '../../core/project/register';
import { isEditable, useStore } from '../store';
import { merge } from './speakers-actions';
import { speakersListed } from './speakers-data';
import { countsOf, whatIs } from './speakers-words';

interface PanelProps {
  readonly ids: readonly string[];
  readonly register: Register;
  /** Shows this speaker and nothing else. */
  readonly onDone: (id: string) => void;
}

/** Several are chosen in the list: which name stays, and what becomes of the others. */
export function MergePanel({ ids, register, onDone }: PanelProps) {
  const speakers = useStore((state) => state.project!.speakers);
  const editable = useStore(isEditable);
  const [picked, setPicked] = useState<string | null>(null);
  const chosen = speakersListed(new Map(ids.map((id) => [id, speakers.get(id)!])), register, '', 'most');
  const stays = chosen.find(({ id }) => id === picked) ?? chosen[0]!;
  const others = chosen.filter((speaker) => speaker !== stays);
  return (
    <section className="sheet merge" aria-label="Merge speakers">
      <form
        className="merge-column"
        onSubmit={(event) => {
          event.preventDefault();
          merge(
            stays,
            others.map(({ id }) => id),
          );
          onDone(stays.id);
        }}
      >
        <h1>Are these {chosen.length.toLocaleString()} the same?</h1>
        <p className="sheet-sub">Choose the name that stays. The others become its other names.</p>
        <fieldset className="merge-names" aria-label="The name that stays">
          {chosen.map((speaker) => (
            <label key={speaker.id}>
              <input
                type="radio"
                name="stays"
                checked={speaker === stays}
                onChange={() => setPicked(speaker.id)}
              />
              <b>{speaker.name}</b>
              <small>
                {[whatIs(speaker), countsOf(register.tallies.get(speaker.id) ?? NO_TALLY)].join(' · ')}
              </small>
            </label>
          ))}
        </fieldset>
        <p className="merge-what">
          Every mention, quote, claim and sentiment of {listOf(others)} will be {stays.name}’s. Undo splits
          them again.
        </p>
        <div className="ask-foot">
          <button type="button" className="button outlined" onClick={() => onDone(stays.id)}>
            Keep apart
          </button>
          <button type="submit" className="button solid" disabled={!editable}>
            <span className="clip">Merge into {stays.name}</span>
          </button>
        </div>
      </form>
    </section>
  );
}

function listOf(speakers: readonly Speaker[]): string {
  const names = speakers.slice(0, 4).map(({ name }) => name);
  return speakers.length > 4
    ? `${names.join(', ')} and ${(speakers.length - 4).toLocaleString()} more`
    : new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
