import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { CommitField } from '../ui/commit-field';
import { Marked } from '../ui/marked';
import { Adder } from './codebook-adder';

interface Props {
  /** What they are examples of, for the names of the fields. */
  readonly of: string;
  readonly examples: readonly string[] | undefined;
  readonly disabled: boolean;
  /** The examples as they shall be; undefined = none. */
  readonly onChange: (examples: readonly string[] | undefined) => void;
}

/** Examples as a list: each can be reworded, emptied to remove it, and new ones are typed at the end. */
export function Examples({ of, examples = [], disabled, onChange }: Props) {
  const set = (next: readonly string[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <ul className="examples" aria-label={`Examples of ${of}`}>
      {examples.map((example, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same, and only their place tells them apart
        <li key={at}>
          <Example
            label={`Example ${at + 1} of ${of}`}
            text={example}
            disabled={disabled}
            onCommit={(text) =>
              set(text.trim() === '' ? examples.toSpliced(at, 1) : examples.with(at, text.trim()))
            }
          />
          {!disabled && (
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove example ${at + 1} of ${of}`}
              onClick={() => set(examples.toSpliced(at, 1))}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {!disabled && (
        <li>
          <Adder
            label={`Add an example of ${of}`}
            placeholder="Add an example; **asterisks** around what would be marked"
            eager
            onAdd={(text) => {
              set([...examples, text]);
              return true;
            }}
          />
        </li>
      )}
    </ul>
  );
}

interface ExampleProps {
  readonly label: string;
  readonly text: string;
  readonly disabled: boolean;
  readonly onCommit: (text: string) => void;
}

/** One example as it reads; pressed, as it is written, with its asterisks. */
function Example({ label, text, disabled, onCommit }: ExampleProps) {
  const [writing, setWriting] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (writing) box.current?.querySelector('textarea')?.focus();
  }, [writing]);
  if (!writing) {
    return (
      <button
        type="button"
        className="example"
        aria-label={`${label}: ${text.replaceAll('**', '')}`}
        disabled={disabled}
        onClick={() => setWriting(true)}
      >
        <Marked text={text} />
      </button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field in it takes the keys
    <div ref={box} onBlur={() => setWriting(false)}>
      <CommitField label={label} kind="area" value={text} onCommit={onCommit} />
    </div>
  );
}
