import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly label: string;
  readonly value: string;
  /** Called once, on leaving the field or on Enter, and only when the text differs. */
  readonly onCommit: (value: string) => void;
  /** `line` is a text on one line that is shown on as many as it needs. */
  readonly kind?: 'text' | 'number' | 'date' | 'area' | 'line';
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly field?: string;
  /** An empty text is taken back instead of kept. */
  readonly required?: boolean;
}

/** A text field that commits as one step: Enter or leaving keeps, Escape takes back. */
export function CommitField({
  label,
  value,
  onCommit,
  kind = 'text',
  placeholder,
  disabled,
  field,
  required,
}: Props) {
  const [text, setText] = useState(value);
  const escaped = useRef(false);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (required && text.trim() === '') setText(value);
    else if (!escaped.current && text !== value) onCommit(text);
    escaped.current = false;
  };
  const latest = useRef(commit);
  latest.current = commit;
  // A card that is put away while being typed in must not lose the words.
  useEffect(() => () => latest.current(), []);
  const shared = {
    'aria-label': label,
    'data-field': field,
    className: 'field',
    value: text,
    placeholder,
    disabled,
    onChange: (event: { target: { value: string } }) => setText(event.target.value),
    onBlur: commit,
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape') {
        escaped.current = true;
        setText(value);
        event.currentTarget.blur();
      } else if (event.key === 'Enter' && (kind !== 'area' || event.ctrlKey || event.metaKey)) {
        event.currentTarget.blur();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return kind === 'area' || kind === 'line' ? (
    <textarea rows={kind === 'line' ? 1 : 2} {...shared} />
  ) : (
    <input type={kind} {...shared} />
  );
}
