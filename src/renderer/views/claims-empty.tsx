import type { Annotation } from '../../core/project/model';
import { isEditable, setState, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { plural } from '../ui/words';
import { NOT_REGISTERED, registerAll } from './claims-actions';
import { Key } from './speakers-empty';

/** The register is empty: what it is for and how a claim comes into it. */
export function NoClaims({ unregistered }: { unregistered: readonly Annotation[] }) {
  const editable = useStore(isEditable);
  const count = unregistered.length;
  return (
    <section className="page blank sheet">
      <div className="blank-note">
        <h1>Who claims what, and who denies it?</h1>
        <p>
          The register keeps one entry for each claim, however the articles word it, so that you see at once
          who makes it, where, and what speaks against it. Tag a claim in the text with{' '}
          <Key action="tag-claim" /> and press <Key action="same-claim" /> to say which claim it is. The
          likeliest stands first.
        </p>
        <div className="blank-actions">
          {count > 0 && (
            <button
              type="button"
              className="button solid"
              disabled={!editable}
              onClick={() => registerAll(unregistered)}
            >
              Register {plural(count, 'claim')}
            </button>
          )}
          {count > 0 && (
            <button
              type="button"
              className="button outlined"
              onClick={() => setState({ claimId: NOT_REGISTERED })}
            >
              Go through them
            </button>
          )}
          <ActionButton action="view-library" className={count > 0 ? 'button outlined' : 'button solid'}>
            Go to the articles
          </ActionButton>
        </div>
      </div>
    </section>
  );
}
