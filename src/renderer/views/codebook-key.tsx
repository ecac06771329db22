import { useEffect, useId, useState } from 'react';
import { editLayer } from '../../core/commands/codebook-layers';
import type { Layer } from '../../core/project/codebook';
import { keyClash } from '../actions/key-clash';
import { now, perform, state } from '../store';

/** The letter that tags with a layer: one press sets it, or says at once why it cannot be had. */
export function KeyField({ layer, disabled }: { layer: Layer; disabled: boolean }) {
  const { id, key } = layer;
  const [problem, setProblem] = useState('');
  const words = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a key that was changed elsewhere has no problem
  useEffect(() => setProblem(''), [key]);
  const take = (wanted: string) => {
    const clash = wanted === '' || wanted === key ? '' : (keyClash(wanted, id, state()) ?? '');
    setProblem(clash);
    if (clash !== '' || wanted === '' || wanted === key) return;
    perform('change key', (project) => editLayer(project, { layer: id, fields: { key: wanted }, at: now() }));
  };
  return (
    <div className="key-field">
      <input
        className="field"
        aria-label="Key"
        aria-describedby={words}
        aria-invalid={problem !== '' || undefined}
        value={key.toUpperCase()}
        disabled={disabled}
        onFocus={(event) => event.target.select()}
        onChange={(event) => take(event.target.value.toLowerCase().replace(key, '').slice(-1))}
      />
      <span id={words} role="status" className={problem ? 'clash' : 'aside'}>
        {problem || 'Press a letter.'}
      </span>
    </div>
  );
}
