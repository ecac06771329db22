import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Claim } from '../../core/project/model';
import { state } from '../store';
import { plural } from '../ui/words';
import { remove, touchedBy } from './claims-actions';

interface Props {
  readonly claim: Claim;
  readonly next: string | null;
  readonly disabled: boolean;
}

/** Deletes an entry after saying what that touches; where it touches nothing, at once. */
export function DeleteClaim({ claim, next, disabled }: Props) {
  const [touched, setTouched] = useState<ReturnType<typeof touchedBy> | null>(null);
  const { annotations = 0, claims = 0 } = touched ?? {};
  const change = (wanted: boolean) => {
    const { project } = state();
    const touches = wanted && project ? touchedBy(project, claim.id) : null;
    if (touches && touches.annotations + touches.claims === 0) remove(claim, next);
    else setTouched(touches);
  };
  return (
    <Popover.Root open={touched !== null} onOpenChange={change}>
      <Popover.Trigger asChild>
        <button type="button" className="button outlined" disabled={disabled}>
          Delete…
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover small-ask"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Delete claim"
        >
          <p>
            {annotations > 0 &&
              `${plural(annotations, 'annotation points', 'annotations point')} at this claim. `}
            {annotations > 0 && (annotations === 1 ? 'It stays, without it. ' : 'They stay, without it. ')}
            {claims > 0 &&
              `${plural(claims, 'other claim speaks', 'other claims speak')} for or against it, and will no longer. `}
            Undo brings everything back.
          </p>
          <div className="ask-foot">
            <Popover.Close className="button outlined">Keep</Popover.Close>
            <button type="button" className="button solid" onClick={() => remove(claim, next)}>
              Delete the claim
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
