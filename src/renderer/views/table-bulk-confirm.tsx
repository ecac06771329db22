import { useMemo } from 'react';
import type { Annotation } from '../../core/project/model';
import { notify, perform, useStore } from '../store';
import { plural } from '../ui/words';
import type { Plan } from './table-bulk-plans';
import { changedBy, planWords } from './table-bulk-words';

interface Props {
  readonly plan: Plan;
  readonly rows: readonly Annotation[];
  readonly onDone: () => void;
  readonly onBack: () => void;
}

/** Says what will happen before it does; Enter does it, as one step of undo. */
export function ConfirmPlan({ plan, rows, onDone, onBack }: Props) {
  const project = useStore((state) => state.project)!;
  const changed = useMemo(() => changedBy(plan.command(project), rows), [plan, project, rows]);
  const words = planWords(plan, rows.length, changed);
  const label = plan.label.charAt(0).toUpperCase() + plan.label.slice(1);
  const act = () => {
    const undoLabel = `${plan.label} (${plural(changed, 'annotation')})`;
    if (perform(undoLabel, plan.command)) {
      const what = plan.removes ? 'Deleted' : 'Changed';
      notify(`${what} ${plural(changed, 'annotation')}. Undo takes it back.`);
    }
    onDone();
  };
  return (
    <div className="confirm-plan" role="group" aria-label={label}>
      <p role="status">
        <b>{words[0]}</b> {words.slice(1).join(' ')}
      </p>
      <div>
        <button type="button" className="button outlined" onClick={onBack} autoFocus={changed === 0}>
          Cancel
        </button>
        <button
          type="button"
          className={plan.removes ? 'button solid danger' : 'button solid'}
          disabled={changed === 0}
          autoFocus={changed > 0}
          onClick={act}
        >
          {label} <kbd>Enter</kbd>
        </button>
      </div>
    </div>
  );
}
