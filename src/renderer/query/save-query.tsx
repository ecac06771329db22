import { useId, useState } from 'react';
import { saveQuery } from '../../core/commands/queries';
import type { SavedQuery, Selection } from '../../core/project/select';
import { newId, notify, perform } from '../store';

interface Props {
  readonly selection: Selection;
  readonly queries: readonly SavedQuery[];
  readonly onDone: () => void;
}

/** Gives the question that is being asked a name; under a name that is there already it takes that one's place. */
export function SaveQuery({ selection, queries, onDone }: Props) {
  const [name, setName] = useState('');
  const id = useId();
  const same = queries.find((query) => query.name.toLowerCase() === name.trim().toLowerCase());
  const save = () => {
    if (name.trim() === '') return;
    const args = { id: same?.id ?? newId('f'), name, selection };
    if (!perform('save filter', (project) => saveQuery(project, args))) return;
    notify(same ? `“${same.name}” now asks this.` : `Saved as “${name.trim()}”.`);
    onDone();
  };
  return (
    <form
      className="save-query"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id}>Save this filter as</label>
      <input
        id={id}
        className="field"
        autoFocus={queries.length === 0}
        value={name}
        placeholder="A name for it"
        maxLength={200}
        onChange={({ target }) => setName(target.value)}
      />
      <button type="submit" className="button solid" disabled={name.trim() === ''}>
        {same ? 'Replace' : 'Save'}
      </button>
    </form>
  );
}
