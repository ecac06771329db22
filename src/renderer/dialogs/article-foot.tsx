import { Undo2 } from 'lucide-react';

interface Props {
  readonly readOnly: boolean;
  /** Is there anything to save or undo? */
  readonly mended: boolean;
  /** Was the dialog asked to close with edits that are not saved? */
  readonly leaving: boolean;
  readonly onUndo: () => void;
  readonly onSave: () => void;
  readonly onStay: () => void;
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

/** The buttons under an article's details. */
export function ArticleFoot(props: Props) {
  const { readOnly, mended, leaving, onUndo, onSave, onStay, onLeave, onCancel } = props;
  if (readOnly) {
    return (
      <div className="modal-foot ruled">
        <button type="button" className="button solid" onClick={onCancel}>
          Close
        </button>
      </div>
    );
  }
  if (leaving) {
    return (
      <div className="modal-foot ruled" key="leaving">
        <p className="foot-words" role="alert">
          Your changes are not saved.
        </p>
        <button type="button" className="button" onClick={onLeave}>
          Throw them away
        </button>
        <button type="button" className="button outlined" onClick={onStay}>
          Go on editing
        </button>
        <button type="button" className="button solid" autoFocus onClick={onSave}>
          Save
        </button>
      </div>
    );
  }
  return (
    <div className="modal-foot ruled">
      {mended && (
        <button type="button" className="button" onClick={onUndo}>
          <Undo2 aria-hidden="true" />
          Undo
        </button>
      )}
      <span className="grow" />
      <button type="button" className="button outlined" onClick={onCancel}>
        Cancel
      </button>
      <button type="button" className="button solid" disabled={!mended} onClick={onSave}>
        Save
      </button>
    </div>
  );
}
