import type { ReactNode } from 'react';
import { Modal } from './modal';

interface Props {
  readonly title: string;
  /** How much is done, 0 to 1; absent while nobody knows. */
  readonly share?: number | undefined;
  /** How far it is, in words. */
  readonly words: string;
  readonly children?: ReactNode;
  readonly onStop: () => void;
}

/** How far something is that takes a while. Closing it stops it; whoever does it takes the dialog away. */
export function ProgressDialog({ title, share, words, children, onStop }: Props) {
  const stop = () => {
    onStop();
    return false;
  };
  return (
    <Modal title={title} size="small" onClose={stop}>
      <div className="import-progress">
        <progress aria-label={title} {...(share === undefined ? {} : { value: share })} />
        <p>{words}</p>
        {children}
      </div>
      <div className="modal-foot">
        <button type="button" className="button outlined" onClick={stop}>
          Cancel
        </button>
      </div>
    </Modal>
  );
}
