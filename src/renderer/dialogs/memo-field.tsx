import { useEffect, useRef, useState } from 'react';
import { newId } from '../store';

/** What was typed is on its way to the disk this long after the last key (ms). */
const SOON = 300;
/** After so long a pause what follows is a step of its own to undo (ms). */
const BURST = 5_000;

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly readOnly: boolean;
  /** Keeps the text; calls with the same burst are one step to undo. */
  readonly onKeep: (text: string, burst: string) => void;
  readonly onDone: () => void;
}

/** A plain text that is kept as one types; one undo takes back what was written in one go. */
export function MemoField({ label, value, placeholder, readOnly, onKeep, onDone }: Props) {
  const [text, setText] = useState(value);
  const burst = useRef({ id: '', last: 0 });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef({ text, value, onKeep });
  latest.current = { text, value, onKeep };

  // What was kept comes back as the value; anything else (undo, another window's words) is shown as it is.
  const kept = useRef(value);
  useEffect(() => {
    if (value !== kept.current) setText(value);
    kept.current = value;
  }, [value]);

  const keep = useRef(() => {
    clearTimeout(timer.current);
    const now = latest.current;
    if (now.text === now.value) return;
    kept.current = now.text;
    now.onKeep(now.text, burst.current.id);
  });
  // A sheet that is put away while being typed in must not lose the words.
  useEffect(() => {
    const save = keep.current;
    return save;
  }, []);

  return (
    <textarea
      className="memo-field"
      aria-label={label}
      placeholder={placeholder}
      readOnly={readOnly}
      value={text}
      onChange={(event) => {
        const now = performance.now();
        if (burst.current.id === '' || now - burst.current.last > BURST) burst.current.id = newId('w');
        burst.current.last = now;
        setText(event.target.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => keep.current(), SOON);
      }}
      onBlur={() => {
        keep.current();
        burst.current.id = '';
      }}
      onKeyDown={(event) => {
        const done = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
        if (!done) return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    />
  );
}
