import { actionTable } from '../actions/table';
import { chordLabel, chordsOf } from '../keys';
import { setState, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { UNLINKED } from './speakers-data';

/** The key that does an action, as this person has set it; nothing when it has none. */
export function Key({ action: id }: { action: string }) {
  const codebook = useStore((state) => state.project?.codebook);
  const keys = useStore((state) => state.settings.keys);
  const action = actionTable(codebook).find((next) => next.id === id);
  const chord = action && chordsOf(action, keys)[0];
  return chord ? <kbd>{chordLabel(chord)}</kbd> : null;
}

/** Nobody is in the register yet: what it is for and how someone comes into it. */
export function NoSpeakers({ unlinked }: { unlinked: number }) {
  return (
    <section className="page blank sheet">
      <div className="blank-note">
        <h1>Who speaks in these articles?</h1>
        <p>
          The register keeps one entry for each person, organisation or source, however the articles name
          them. Select a name in the text, press <Key action="tag-speaker" /> and then{' '}
          <Key action="ask-speaker" /> to say who it is. Or add someone with the + beside the find field.
        </p>
        <div className="blank-actions">
          {unlinked > 0 && (
            <button type="button" className="button solid" onClick={() => setState({ speakerId: UNLINKED })}>
              Link {plural(unlinked, 'mention')}
            </button>
          )}
          <ActionButton action="view-library" className={unlinked > 0 ? 'button outlined' : 'button solid'}>
            Go to the articles
          </ActionButton>
        </div>
      </div>
    </section>
  );
}
