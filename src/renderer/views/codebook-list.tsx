import { useEffect, useRef } from 'react';
import { moveLayer } from '../../core/commands/codebook-layers';
import type { Codebook, Layer } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import { isEditable, perform, useStore } from '../store';
import { plural } from '../ui/words';
import { CodebookFoot } from './codebook-foot';
import { CodebookHead } from './codebook-head';
import { NewLayer } from './codebook-new';
import { LayerRow } from './codebook-row';
import { useSorting } from './codebook-sorting';
import { showLayer } from './codebook-store';

interface Props {
  readonly codebook: Codebook;
  readonly use: ReadonlyMap<string, LayerUse>;
  /** Ids of layers that annotations have and the codebook does not. */
  readonly lost: readonly string[];
  /** Id of the layer whose page is shown. */
  readonly shown: string | undefined;
}

/** The layers in their order, those that are switched off below them, and what the codebook has lost. */
export function CodebookList({ codebook, use, lost, shown }: Props) {
  const disabled = !useStore(isEditable);
  const box = useRef<HTMLElement>(null);
  const on = codebook.layers.filter((layer) => layer.on);
  const off = codebook.layers.filter((layer) => !layer.on);
  // Whoever had the keyboard may be gone with the part it was on (deleted, undone): the list takes it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  });
  const walk = (event: React.KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.layer-name-button')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    if (at >= 0 && (event.key === 'Enter' || event.key === 'F2')) {
      const name = document.querySelector<HTMLInputElement>('.codebook-view .speaker-name input');
      event.preventDefault();
      event.stopPropagation();
      name?.focus();
      return name?.select();
    }
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = at < 0 || to === undefined ? undefined : rows[to];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    event.stopPropagation();
    row?.focus();
    row?.click();
  };
  const rows = { codebook, use, shown, disabled };
  return (
    <aside className="library codebook-list" aria-label="Layers" ref={box}>
      <CodebookHead codebook={codebook} disabled={disabled} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it take the keys */}
      <div className="codebook-layers" onKeyDown={walk}>
        <Layers {...rows} layers={on} label="Layers" />
        <NewLayer disabled={disabled} />
        {off.length > 0 && <h2>Optional layers</h2>}
        <Layers {...rows} layers={off} label="Optional layers" />
        {lost.length > 0 && <h2>No longer in the codebook</h2>}
        <ul aria-label="No longer in the codebook">
          {lost.map((id) => (
            <li key={id} className={id === shown ? 'layer-row here' : 'layer-row'}>
              <button
                type="button"
                className="layer-name-button"
                aria-current={id === shown || undefined}
                tabIndex={id === shown ? 0 : -1}
                onClick={() => showLayer(id)}
              >
                <i className="swatch neutral" aria-hidden="true" />
                <b>{id}</b>
                <small>{plural(use.get(id)?.annotations ?? 0, 'annotation')}</small>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <CodebookFoot codebook={codebook} disabled={disabled} />
    </aside>
  );
}

interface LayersProps {
  readonly codebook: Codebook;
  readonly layers: readonly Layer[];
  readonly use: ReadonlyMap<string, LayerUse>;
  readonly shown: string | undefined;
  readonly label: string;
  readonly disabled: boolean;
}

function Layers({ codebook, layers, use, shown, label, disabled }: LayersProps) {
  const ids = layers.map(({ id }) => id);
  /** Among all layers it stands before the one it now precedes in this group, or after the last of it. */
  const move = (layer: string, to: number) => {
    const others = codebook.layers.filter(({ id }) => id !== layer);
    const group = ids.filter((id) => id !== layer);
    const next = group[to];
    const index = others.findIndex(({ id }) => id === (next ?? group.at(-1)));
    perform('move layer', (project) => moveLayer(project, { layer, to: next ? index : index + 1 }));
  };
  const sorting = useSorting(ids, move, disabled);
  if (layers.length === 0) return null;
  return (
    <ul aria-label={label}>
      {layers.map((layer) => (
        <LayerRow
          key={layer.id}
          layer={layer}
          used={use.get(layer.id)?.annotations ?? 0}
          here={layer.id === shown}
          disabled={disabled}
          sorting={sorting(layer.id)}
        />
      ))}
    </ul>
  );
}
