import { Check, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteQuery, renameQuery } from '../../core/commands/queries';
import type { Project } from '../../core/project/model';
import type { SavedQuery } from '../../core/project/select';
import { notify, perform } from '../store';
import { fieldsOf, isAsked } from './fields';
import { conditionWords } from './words';

interface Props {
  readonly query: SavedQuery;
  readonly project: Project;
  readonly editable: boolean;
  readonly current: boolean;
  readonly onApply: () => void;
}

/** One saved question: a press asks it; beside it, another name, or away with it. */
export function SavedQueryRow({ query, project, editable, current, onApply }: Props) {
  const [renaming, setRenaming] = useState(false);
  const asks = fieldsOf(project, query.selection)
    .filter((field) => isAsked(field, query.selection))
    .map((field) => `${field.label} ${conditionWords(project, field, query.selection)}`);
  if (renaming) {
    return (
      <li>
        <form
          className="save-query renaming"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('name'));
            if (name.trim() !== '')
              perform('rename filter', (now) => renameQuery(now, { id: query.id, name }));
            setRenaming(false);
          }}
        >
          <input
            className="field"
            name="name"
            autoFocus
            aria-label="Name of the filter"
            defaultValue={query.name}
            maxLength={200}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => setRenaming(false)}
          />
        </form>
      </li>
    );
  }
  return (
    <li onKeyDown={moveInList}>
      <button type="button" className="saved-query" onClick={onApply} autoFocus={current}>
        <Check aria-hidden="true" className={current ? 'query-tick' : 'query-tick off'} />
        <span>
          <b>{query.name}</b>
          <small>{asks.join(' · ')}</small>
        </span>
      </button>
      {editable && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={`Rename ${query.name}`}
            title="Rename"
            onClick={() => setRenaming(true)}
          >
            <Pencil aria-hidden="true" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={`Delete ${query.name}`}
            title="Delete"
            onClick={() => {
              if (perform('delete filter', (now) => deleteQuery(now, { id: query.id })))
                notify(`Deleted the filter “${query.name}”. Undo brings it back.`);
            }}
          >
            <Trash2 aria-hidden="true" />
          </button>
        </>
      )}
    </li>
  );
}

/** Up and down go from name to name. */
function moveInList(event: React.KeyboardEvent<HTMLLIElement>): void {
  const row = event.currentTarget;
  const to =
    event.key === 'ArrowDown'
      ? row.nextElementSibling
      : event.key === 'ArrowUp'
        ? row.previousElementSibling
        : null;
  if (!to) return;
  event.preventDefault();
  event.stopPropagation();
  to.querySelector('button')?.focus();
}
