import { PanelRight } from 'lucide-react';
import type { Speaker } from '../../core/project/model';
import type { Tally } from '../../core/project/register';
import { CommitField } from '../ui/commit-field';
import { rename } from './speakers-actions';
import { DeleteSpeaker } from './speakers-delete';
import { FOUND, setDesk, setPage, useDesk, usePage } from './speakers-desk';
import { MergeInto } from './speakers-merge-into';
import { factsOf } from './speakers-words';

interface Props {
  readonly speaker: Speaker;
  readonly tally: Tally;
  readonly next: string | null;
  readonly disabled: boolean;
}

/** The name, a line of facts, the note, and what can be done with the entry as a whole. */
export function SpeakerHead({ speaker, tally, next, disabled }: Props) {
  const details = useDesk((desk) => desk.details);
  const { ticked } = usePage(speaker.id);
  return (
    <header className="sheet-head with-tools">
      <div className="speaker-name">
        <h1 className="visually-hidden">{speaker.name}</h1>
        <CommitField
          label="Name"
          required
          value={speaker.name}
          disabled={disabled}
          onCommit={(name) => rename(speaker, name)}
        />
      </div>
      <div className="sheet-tools">
        <button
          type="button"
          className="button"
          disabled={disabled}
          onClick={() => setPage(speaker.id, { finding: FOUND, ticked: null })}
        >
          Find mentions…
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={ticked !== null}
          disabled={disabled || tally.standings.length === 0}
          title="Choose what belongs to somebody else"
          onClick={() => setPage(speaker.id, { ticked: ticked ? null : new Set() })}
        >
          Split…
        </button>
        <MergeInto speaker={speaker} disabled={disabled} />
        <DeleteSpeaker speaker={speaker} named={tally.named} next={next} disabled={disabled} />
        <button
          type="button"
          className="button"
          aria-expanded={details}
          onClick={() => setDesk({ details: !details })}
        >
          <PanelRight aria-hidden="true" />
          Details
        </button>
      </div>
      <p className="sheet-sub">{factsOf(speaker, tally).join(' · ')}</p>
      {speaker.note !== '' && <p className="sheet-note">{speaker.note}</p>}
    </header>
  );
}
