import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { addLayer } from '../../core/commands/codebook-layers';
import { freeKey } from '../actions/key-clash';
import { notify, now, perform, state } from '../store';
import { showLayer } from './codebook-store';

/** Adds a layer with a free letter as its key, and shows its page. Returns whether it could. */
export function addNamedLayer(label: string, id?: string): boolean {
  const key = freeKey(label, state());
  if (key === null) {
    notify('Every letter is taken. Give a layer’s key away first.', 'error');
    return false;
  }
  const args = { label, key, at: now(), ...(id === undefined ? {} : { id }) };
  const done = perform('add layer', (project) => addLayer(project, args));
  if (done) showLayer(state().project!.codebook.layers.at(-1)!.id);
  return done;
}

/** “New layer”: turns into a field for its name. */
export function NewLayer({ disabled }: { disabled: boolean }) {
  const [naming, setNaming] = useState(false);
  const [label, setLabel] = useState('');
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setNaming(false);
    setLabel('');
  };
  if (!naming) {
    return (
      <button
        type="button"
        ref={button}
        className="button new-layer"
        disabled={disabled}
        onClick={() => setNaming(true)}
      >
        <Plus aria-hidden="true" /> New layer
      </button>
    );
  }
  return (
    <input
      className="field new-layer"
      aria-label="Name of the new layer"
      placeholder="Name of the layer, then Enter"
      autoFocus
      value={label}
      onChange={(event) => setLabel(event.target.value)}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && label.trim() !== '') {
          if (addNamedLayer(label.trim())) close();
        } else if (event.key === 'Escape') {
          close();
          requestAnimationFrame(() => button.current?.focus());
        } else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
