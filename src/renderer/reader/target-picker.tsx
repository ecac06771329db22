import { Plus } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { Role } from '../../core/project/codebook';
import type { Annotation, Target } from '../../core/project/model';
import { TargetList } from './target-list';

interface Props {
  readonly annotation: Annotation;
  readonly role: Role;
  readonly onPick: (target: Target) => void;
}

/** The small “+” beside a role, which opens the list of what it may point at. */
export function TargetPicker({ annotation, role, onPick }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className="add" aria-label={`Set ${role.label}`}>
          <Plus aria-hidden="true" />
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover"
          align="start"
          sideOffset={6}
          collisionPadding={12}
          aria-label={`Choose ${role.label}`}
        >
          <TargetList
            annotation={annotation}
            role={role}
            onDone={() => setOpen(false)}
            onPick={(target) => {
              setOpen(false);
              onPick(target);
            }}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
