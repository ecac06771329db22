import type { ReadingStatus } from '../../core/project/model';

/** How far the reading is, as a form: a ring, half full, full, full with a tick. */
const FORMS: Readonly<Record<ReadingStatus, React.ReactNode>> = {
  new: <circle cx="6" cy="6" r="4.25" className="ring" strokeDasharray="1.9 1.44" />,
  reading: (
    <>
      <circle cx="6" cy="6" r="4.25" className="ring" />
      <path d="M6 1.75a4.25 4.25 0 0 0 0 8.5z" className="full" />
    </>
  ),
  coded: <circle cx="6" cy="6" r="4.75" className="full" />,
  checked: (
    <>
      <circle cx="6" cy="6" r="5.5" className="full" />
      <path d="M3.6 6.2l1.7 1.7 3.2-3.7" className="tick-line" />
    </>
  ),
};

/** The mark of a status; the word always stands beside it. */
export function StatusMark({ status }: { status: ReadingStatus }) {
  return (
    <svg className={`status-mark ${status}`} viewBox="0 0 12 12" aria-hidden="true">
      {FORMS[status]}
    </svg>
  );
}

/** Mark and word. */
export function StatusWord({ status }: { status: ReadingStatus }) {
  return (
    <span className={`status-word ${status}`}>
      <StatusMark status={status} />
      {status}
    </span>
  );
}
