import { Modal } from '../ui/modal';
import { stopWorking, useWorking } from './working-store';

/** How far something is that takes a while. Closing it stops it. */
export function WorkingDialog() {
  const working = useWorking((now) => now.working);
  if (!working) return null;
  const { title, done, total } = working;
  const stop = () => {
    stopWorking();
    return false;
  };
  return (
    <Modal title={title} size="small" onClose={stop}>
      <div className="import-progress">
        <progress aria-label={title} value={done} max={total} />
        <p>
          {done.toLocaleString()} of {total.toLocaleString()}. Nothing is changed before all are looked at.
        </p>
      </div>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={stop}>
          Cancel
        </button>
      </div>
    </Modal>
  );
}
