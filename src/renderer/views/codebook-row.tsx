import { setLayerOn } from '../../core/commands/codebook';
import type { Layer } from '../../core/project/codebook';
import { notify, perform } from '../store';
import { plural } from '../ui/words';
import { Grip } from './codebook-grip';
import type { useSorting } from './codebook-sorting';
import { showLayer } from './codebook-store';

interface Props {
  readonly layer: Layer;
  readonly used: number;
  readonly here: boolean;
  readonly disabled: boolean;
  readonly sorting: ReturnType<ReturnType<typeof useSorting>>;
}

/** Switches a layer on or off and says what that means. */
export function switchLayer({ id, label, key }: Layer, on: boolean): void {
  const done = perform(`switch ${on ? 'on' : 'off'} ${label.toLowerCase()}`, (project) =>
    setLayerOn(project, { layer: id, on }),
  );
  if (!done) return;
  notify(
    on
      ? `${label} is switched on: ${key.toUpperCase()} tags with it.`
      : `${label} is switched off. What is tagged with it stays.`,
  );
}

/** One layer in the list: how it is drawn, its name and key, and its switch. */
export function LayerRow({ layer, used, here, disabled, sorting }: Props) {
  const { id, label, colour, key, on } = layer;
  return (
    <li className={`layer-row${here ? ' here' : ''}`} {...sorting.row}>
      <Grip {...sorting.grip} />
      <button
        type="button"
        className="layer-name-button"
        aria-current={here || undefined}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        tabIndex={here ? 0 : -1}
        onClick={() => showLayer(id)}
      >
        <i className={`swatch ${colour}`} aria-hidden="true" />
        <b title={label}>{label}</b>
        {used > 0 && <small>{plural(used, 'annotation')}</small>}
      </button>
      <kbd aria-label={`Key ${key.toUpperCase()}`}>{key.toUpperCase()}</kbd>
      {on ? (
        <button
          type="button"
          role="switch"
          aria-checked="true"
          className="switch"
          aria-label={`${label} is on`}
          title="Switch off"
          disabled={disabled}
          tabIndex={here ? 0 : -1}
          onClick={() => switchLayer(layer, false)}
        />
      ) : (
        <button
          type="button"
          className="text-button"
          aria-label={`Switch on ${label}`}
          disabled={disabled}
          onClick={() => switchLayer(layer, true)}
        >
          Switch on
        </button>
      )}
    </li>
  );
}
