import { useState } from 'react';

interface Props {
  /** What is added, and the name of the field: "Add a value". */
  readonly label: string;
  readonly placeholder?: string;
  /** Returns whether it was added; what was not stays in the field. */
  readonly onAdd: (text: string) => boolean;
  /** Adds on leaving the field, too. */
  readonly eager?: boolean;
}

/** A field at the end of a list: type, Enter, and the next one can be typed. */
export function Adder({ label, placeholder = label, onAdd, eager }: Props) {
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '' || onAdd(text.trim())) setText('');
  };
  return (
    <input
      className="field adder"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={eager ? add : undefined}
      onKeyDown={(event) => {
        if (event.key === 'Enter') add();
        else if (event.key === 'Escape' && text !== '') setText('');
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
