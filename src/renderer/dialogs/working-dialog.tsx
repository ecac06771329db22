import { ProgressDialog } from '../ui/progress-dialog';
import { stopWorking, useWorking } from './working-store';

/** How far something is that takes a while. Closing it stops it. */
export function WorkingDialog() {
  const working = useWorking((now) => now.working);
  if (!working) return null;
  const { title, done, total } = working;
  const words = `${done.toLocaleString()} of ${total.toLocaleString()}. Nothing is changed before all are looked at.`;
  return (
    <ProgressDialog
      title={title}
      share={total === 0 ? undefined : done / total}
      words={words}
      onStop={stopWorking}
    />
  );
}
