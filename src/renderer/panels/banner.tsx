import { useStore } from '../store';
import { ActionButton } from '../ui/action-button';

/** What a person must know before they go on: why nothing can be edited, or is not saved, in full. */
export function Banner() {
  const open = useStore((state) => state.open);
  const save = useStore((state) => state.saveState);
  const readOnly = open?.readOnly ?? null;
  if (readOnly === null && save.kind !== 'failed') return null;
  return (
    <div className="banner">
      <p role="alert">
        {readOnly === null && save.kind === 'failed' ? save.message : `Read-only: ${readOnly}`}
      </p>
      {open?.held && <ActionButton action="take-over" className="button outlined" />}
    </div>
  );
}
