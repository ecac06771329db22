import { Popover } from 'radix-ui';
import type { ComponentType } from 'react';
import { useState } from 'react';
import type { Annotation, Project } from '../../core/project/model';
import { ConfirmPlan } from './table-bulk-confirm';
import type { PickProps } from './table-bulk-pick';
import type { Plan } from './table-bulk-plans';
import type { BulkDoing } from './table-store';
import { setTable, useTable } from './table-store';

interface Props {
  readonly doing: BulkDoing;
  readonly label: string;
  readonly project: Project;
  readonly rows: readonly Annotation[];
  /** What is to be done, where there is nothing to pick; or the list to pick from. */
  readonly plan?: () => Plan;
  readonly pick?: ComponentType<PickProps>;
  readonly onDone: () => void;
}

/** One thing to do to all chosen rows: pick what, read what it does, do it. */
export function BulkButton(props: Props) {
  const { doing, label } = props;
  const open = useTable((state) => state.doing === doing);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setTable({ doing: next ? doing : null })}>
      <Popover.Trigger asChild>
        <button type="button" className={doing === 'delete' ? 'bulk-button danger' : 'bulk-button'}>
          {label}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover table-bulk-popover"
          side="top"
          align="center"
          sideOffset={10}
          collisionPadding={12}
          aria-label={label.replace('…', '')}
        >
          <PickAndConfirm {...props} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function PickAndConfirm({ project, rows, plan: make, pick: Pick, onDone }: Props) {
  const [plan, setPlan] = useState<Plan | null>(() => make?.() ?? null);
  const close = () => {
    setTable({ doing: null });
    onDone();
  };
  if (plan) return <ConfirmPlan plan={plan} rows={rows} onDone={close} onBack={close} />;
  return Pick ? <Pick project={project} rows={rows} onPlan={setPlan} /> : null;
}
