import { layerOf } from '../../core/project/codebook';
import { setState, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { UNLINKED } from './speakers-data';

/** Nobody is in the register yet: what it is for and how someone comes into it. */
export function NoSpeakers({ unlinked }: { unlinked: number }) {
  const key = useStore((state) => layerOf(state.project!.codebook, 'speaker')?.key ?? 's');
  return (
    <section className="page blank sheet">
      <div className="blank-note">
        <h2>Who speaks in these articles?</h2>
        <p>
          The register keeps one entry for each person, organisation or source, however the articles name
          them. Select a name in the text, press <kbd>{key.toUpperCase()}</kbd> and then <kbd>B</kbd> to say
          who it is. Or add someone with the + beside the find field.
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
