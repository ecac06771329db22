import { Modal } from '../ui/modal';
import { plural } from '../ui/words';
import { cancelReading } from './import-read';

/** How far reading has come. Closing it cancels. */
export function ImportProgress({ done, total, name }: { done: number; total: number; name?: string }) {
  const cancel = () => {
    cancelReading();
    return false;
  };
  const words =
    total === 0 ? 'Looking for articles…' : `${done.toLocaleString()} of ${plural(total, 'file')} read`;
  return (
    <Modal title="Reading articles" size="small" onClose={cancel}>
      <div className="import-progress">
        <progress aria-label="Reading articles" {...(total === 0 ? {} : { value: done, max: total })} />
        <p>{words}</p>
        {name && (
          <p className="file">
            <bdi>{name}</bdi>
          </p>
        )}
      </div>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={cancel}>
          Cancel
        </button>
      </div>
    </Modal>
  );
}
