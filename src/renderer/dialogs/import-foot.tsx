import { Undo2 } from 'lucide-react';
import { plural } from '../ui/words';
import { addPicked } from './import-commit';
import { undoEdit, usePreview } from './import-store';

interface Props {
  /** Was the dialog asked to close although something was mended in it? */
  readonly leaving: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** What will happen and the buttons that make it happen. */
export function ImportFoot({ leaving, onStay, onLeave, onCancel }: Props) {
  const count = usePreview((preview) => preview.picked.size);
  const mended = usePreview((preview) => preview.items.past.length > 0);
  const adding = usePreview((preview) => preview.adding);
  const failure = usePreview((preview) => preview.failure);
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
