import { Quote, X } from 'lucide-react';
import { useState } from 'react';
import { deleteValue, editValue } from '../../core/commands/codebook-values';
import type { CodebookValue } from '../../core/project/codebook';
import { notify, perform } from '../store';
import { CommitField } from '../ui/commit-field';
import { plural } from '../ui/words';
import { DeletePart } from './codebook-delete';
import { Examples } from './codebook-examples';
import { Grip } from './codebook-grip';
import type { useSorting } from './codebook-sorting';

interface Props {
  /** Which attribute it belongs to, and when. */
  readonly args: () => { readonly layer: string; readonly attribute: string; readonly at: string };
  readonly value: CodebookValue;
  readonly others: readonly CodebookValue[];
  readonly used: number;
  readonly disabled: boolean;
  readonly sorting: ReturnType<ReturnType<typeof useSorting>>;
}

/** One value: its name, what it means, examples; and its end, with a word on what carries it. */
export function ValueRow({ args, value, others, used, disabled, sorting }: Props) {
  const { id, label, description, examples } = value;
  const [asked, setAsked] = useState(false);
  const edit = (fields: Parameters<typeof editValue>[1]['fields'], what = 'edit value') =>
    perform(what, (project) => editValue(project, { ...args(), value: id, fields }));
  const remove = (way: string, to: string) => {
    const goal = way === 'move' ? to : null;
    const done = perform('delete value', (project) =>
      deleteValue(project, { ...args(), value: id, to: goal }),
    );
    if (done && used > 0) notify(`Deleted “${label}”. Undo brings it back to ${plural(used, 'annotation')}.`);
  };
  const to = others.map((other) => [other.id, other.label] as const);
  return (
    <li {...sorting.row}>
      <Grip {...sorting.grip} />
      <CommitField
        label={`Value ${label}`}
        required
        value={label}
        disabled={disabled}
        onCommit={(name) => edit({ label: name }, 'rename value')}
      />
      <CommitField
        label={`Description of ${label}`}
        kind="area"
        placeholder="What it means"
        value={description ?? ''}
        disabled={disabled}
        onCommit={(words) => edit({ description: words.trim() || undefined })}
      />
      <small title={used > 0 ? `${plural(used, 'annotation has', 'annotations have')} it` : undefined}>
        {used > 0 ? used.toLocaleString() : ''}
      </small>
      {!disabled && (
        <span className="value-buttons">
          <button
            type="button"
            className="icon-button"
            aria-label={`Examples of ${label}`}
            title="Examples"
            aria-expanded={asked || (examples?.length ?? 0) > 0}
            onClick={() => setAsked(!asked)}
          >
            <Quote aria-hidden="true" />
          </button>
          <DeletePart
            title={`Delete “${label}”`}
            touches={used === 0 ? '' : `${plural(used, 'annotation has', 'annotations have')} this value.`}
            ways={[
              ...(to.length > 0 ? [{ id: 'move', label: 'Give them another value', to }] : []),
              { id: 'unset', label: 'Leave them without a value' },
            ]}
            onDelete={remove}
          >
            <button
              type="button"
              className="icon-button"
              aria-label={`Delete the value ${label}`}
              title="Delete"
            >
              <X aria-hidden="true" />
            </button>
          </DeletePart>
        </span>
      )}
      {(asked || (examples?.length ?? 0) > 0) && (
        <Examples
          of={label}
          examples={examples}
          disabled={disabled}
          onChange={(list) => edit({ examples: list }, 'edit examples')}
        />
      )}
    </li>
  );
}
