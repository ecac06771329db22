import { useStore } from '../store';
import { plural } from '../ui/words';
import { useTable } from './table-store';

/** "14 of 214 annotations": how many the filter leaves, for the foot of the window. */
export function TableCounts() {
  const annotations = useStore((state) => state.project?.annotations);
  const shown = useTable((state) => state.shown);
  let total = 0;
  for (const list of annotations?.values() ?? []) total += list.length;
  return (
    <span className="counts" role="status">
      {shown === total
        ? plural(total, 'annotation')
        : `${shown.toLocaleString()} of ${plural(total, 'annotation')}`}
    </span>
  );
}
