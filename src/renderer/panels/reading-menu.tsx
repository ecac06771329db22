import { Minus, Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { setLayerOn } from '../../core/commands/codebook';
import type { Settings } from '../../shared/api';
import { isEditable, perform, setSettings, setState, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { Chips } from '../ui/chips';

const THEMES: readonly { value: Settings['theme']; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'sepia', label: 'Sepia' },
  { value: 'dark', label: 'Dark' },
  { value: 'contrast', label: 'Contrast' },
];

const SIZES = [
  ['Text size', 'text-smaller', 'text-larger', 'readingSize', ' px'],
  ['Column', 'measure-narrower', 'measure-wider', 'measure', ' characters'],
  ['Line spacing', 'leading-less', 'leading-more', 'leading', ''],
] as const;

/** How the page reads: size, measure, line spacing, theme; and which layers are shown. */
export function ReadingMenu() {
  const settings = useStore((state) => state.settings);
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="icon-button type"
          aria-label="Reading and layers"
          title="Reading and layers"
        >
          <span aria-hidden="true">Aa</span>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover reading"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          aria-label="Reading and layers"
        >
          <Chips
            label="Theme"
            options={THEMES}
            chosen={[settings.theme]}
            onPress={(theme) => setSettings({ theme })}
          />
          {SIZES.map(([label, less, more, key, unit]) => (
            <div className="stepper" key={key}>
              <span>{label}</span>
              <output>
                {settings[key].toLocaleString()}
                {unit}
              </output>
              <ActionButton action={less} className="icon-button">
                <Minus aria-hidden="true" />
              </ActionButton>
              <ActionButton action={more} className="icon-button">
                <Plus aria-hidden="true" />
              </ActionButton>
            </div>
          ))}
          <LayerSwitches />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Layers in use can be hidden while reading; the codebook's optional ones can be switched on. */
function LayerSwitches() {
  const codebook = useStore((state) => state.project?.codebook);
  const hidden = useStore((state) => state.hiddenLayers);
  const editable = useStore(isEditable);
  if (!codebook) return null;
  const flip = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setState({ hiddenLayers: next });
  };
  return (
    <fieldset className="layers" aria-label="Layers">
      <legend>Layers</legend>
      {codebook.layers.map((layer) => (
        <label key={layer.id} className={layer.on ? '' : 'off'} title={layer.description}>
          <input
            type="checkbox"
            checked={layer.on && !hidden.has(layer.id)}
            disabled={!layer.on && !editable}
            onChange={() =>
              layer.on
                ? flip(layer.id)
                : perform(`switch on ${layer.label.toLowerCase()}`, (project) =>
                    setLayerOn(project, { layer: layer.id, on: true }),
                  )
            }
          />
          <i className={`swatch ${layer.colour}`} aria-hidden="true" />
          {layer.label}
          <span className="grow" />
          {layer.on ? (
            <button
              type="button"
              className="text-button quiet"
              disabled={!editable}
              onClick={() =>
                perform(`switch off ${layer.label.toLowerCase()}`, (project) =>
                  setLayerOn(project, { layer: layer.id, on: false }),
                )
              }
            >
              switch off
            </button>
          ) : (
            <small>off in the codebook</small>
          )}
        </label>
      ))}
    </fieldset>
  );
}
