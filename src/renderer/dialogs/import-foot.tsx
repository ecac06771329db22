import { Undo2 } from 'lucide-react';
import { useStore } from '../store';
import { plural } from '../ui/words';
import { stopPages } from './import-again';
import { addPicked } from './import-commit';
import { pickedCount, undoEdit, usePreview } from './import-store';
import type { Trial } from './import-trial';
import { dropTrial, stopTaking, takeTrial, useTrial } from './import-trial';

interface Props {
  /** Was the dialog asked to close although something was mended in it? */
  readonly leaving: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** What will happen and the buttons that make it happen. */
export function ImportFoot({ leaving, onStay, onLeave, onCancel }: Props) {
  const count = usePreview(pickedCount);
  const mended = usePreview((preview) => preview.work.past.length > 0);
  const rereading = usePreview((preview) => preview.rereading);
  const trial = useTrial((now) => now.trial);
  const adding = usePreview((preview) => preview.adding);
  const failure = usePreview((preview) => preview.failure);
  const written = useStore(({ saveState }) => (saveState.kind === 'saving' ? saveState.progress : undefined));
  if (leaving) {
    return (
      <div className="modal-foot ruled" key="leaving">
        <p className="foot-words" role="alert">
          What you mended here will be lost. The files themselves stay as they are.
        </p>
        <button type="button" className="button outlined" onClick={onLeave}>
          Add nothing
        </button>
        <button type="button" className="button solid" autoFocus onClick={onStay}>
          Go on looking
        </button>
      </div>
    );
  }
  if (trial) return <TrialFoot trial={trial} />;
  if (rereading) {
    return (
      <div className="modal-foot ruled" key="rereading">
        <p className="foot-words" role="status">
          {rereading.done.toLocaleString()} of {plural(rereading.total, 'page')} read again…
        </p>
        <button type="button" className="button outlined" onClick={stopPages}>
          Stop
        </button>
      </div>
    );
  }
  return (
    <div className="modal-foot ruled">
      {mended && (
        <button type="button" className="button" disabled={adding} onClick={undoEdit}>
          <Undo2 aria-hidden="true" />
          Undo
        </button>
      )}
      {failure ? (
        <p className="foot-words failed" role="alert">
          Not added: {failure}
        </p>
      ) : adding && written ? (
        <p className="foot-words" role="status">
          Writing {written.done.toLocaleString()} of {plural(written.total, 'article')}…
        </p>
      ) : (
        <span className="grow" />
      )}
      <button type="button" className="button outlined" disabled={adding} onClick={onCancel}>
        Cancel
      </button>
      <button
        type="button"
        className="button solid"
        disabled={adding || count === 0}
        onClick={() => void addPicked()}
      >
        {adding ? 'Adding…' : count === 0 ? 'Add articles' : `Add ${plural(count, 'article')}`}
      </button>
    </div>
  );
}

/** A file is being tried out in another way: first that is settled, then articles are added. */
function TrialFoot({ trial }: { trial: Trial }) {
  const { taking, busy, failure, seen, fileName, way } = trial;
  const name = fileName ?? 'what you pasted';
  return (
    <div className="modal-foot ruled" key="trial">
      <p className="foot-words" role="status">
        {taking ? `Reading ${name}…` : `In the list ${name} is still as it was read before.`}
      </p>
      <button type="button" className="button outlined" onClick={taking ? stopTaking : dropTrial}>
        {taking ? 'Stop' : 'As it was'}
      </button>
      <button
        type="button"
        className="button solid"
        disabled={taking || busy || failure !== null || (way.kind !== 'columns' && seen.count === 0)}
        onClick={() => void takeTrial()}
      >
        {busy || failure !== null ? 'Read it so' : `Read it so: ${plural(seen.count, 'article')}`}
      </button>
    </div>
  );
}
