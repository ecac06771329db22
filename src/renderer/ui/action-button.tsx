import { Tooltip } from 'radix-ui';
import type { ReactNode } from 'react';
import { isEnabled, labelOf } from '../actions/action';
import { actionOf, run } from '../actions/table';
import { chordLabel, chordsOf } from '../keys';
import { useStore } from '../store';

interface Props {
  /** Id of the action it does. */
  readonly action: string;
  readonly className?: string;
  /** What is shown; by default the action's label. */
  readonly children?: ReactNode;
  /** Show the key inside the button, too. */
  readonly withKey?: boolean;
  /** More to say than the name and key, in place of the tooltip. */
  readonly help?: ReactNode;
}

/** A button that does an action of the table; its tooltip says the action's name and key. */
export function ActionButton({ action: id, className = 'button', children, withKey, help }: Props) {
  const action = actionOf(id);
  const label = useStore((state) => labelOf(action, state));
  const enabled = useStore((state) => isEnabled(action, state));
  const keys = useStore((state) => state.settings.keys);
  const pressed = useStore((state) => action.checked?.(state));
  const chord = chordsOf(action, keys)[0];
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          className={className}
          disabled={!enabled}
          // A picture needs a name; words are their own.
          aria-label={className.includes('icon-button') ? label : undefined}
          aria-pressed={pressed}
          data-action={id}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(id)}
        >
          {children ?? label}
          {withKey && chord && <kbd>{chordLabel(chord)}</kbd>}
        </button>
      </Tooltip.Trigger>
      <Tooltip.Portal container={document.getElementById('hints')}>
        {help ? (
          <Tooltip.Content
            className="popover layer-help"
            side="bottom"
            align="start"
            sideOffset={8}
            collisionPadding={8}
          >
            {help}
          </Tooltip.Content>
        ) : (
          <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8}>
            {label} {chord && <kbd>{chordLabel(chord)}</kbd>}
          </Tooltip.Content>
        )}
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
