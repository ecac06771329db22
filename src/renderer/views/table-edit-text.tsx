import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'area';
  readonly value: string;
  readonly onCommit: (value: string) => void;
  readonly onDone: () => void;
  /** True once Escape was pressed: then what was typed is not kept. */
  readonly escaped: RefObject<boolean>;
}

/** A field over the cell: Enter keeps (in several lines with Ctrl), leaving keeps, Escape does not. */
export function EditText({ label, kind, value, onCommit, onDone, escaped }: Props) {
  const [text, setText] = useState(value);
  const commit = () => {
    if (!escaped.current && text !== value) onCommit(text);
  };
  const latest = useRef(commit);
  latest.current = commit;
  useEffect(() => () => latest.current(), []);
  const shared = {
    className: 'field',
    'aria-label': label,
    placeholder: label,
    autoFocus: true,
    value: text,
    onFocus: ({ currentTarget }: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      currentTarget.select(),
    onChange: ({ target }: { target: { value: string } }) => setText(target.value),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' || (kind === 'area' && !event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      onDone();
    },
  };
  return (
    <div className="edit-text">
      {kind === 'area' ? <textarea rows={3} {...shared} /> : <input type={kind} step="any" {...shared} />}
      {kind === 'area' && (
        <small>
          <kbd>Ctrl Enter</kbd> keeps it, <kbd>Esc</kbd> does not.
        </small>
      )}
    </div>
  );
}
