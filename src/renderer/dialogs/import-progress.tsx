import { ProgressDialog } from '../ui/progress-dialog';
import { plural } from '../ui/words';
import { cancelReading } from './import-read';

/** How far reading has come. Closing it cancels. */
export function ImportProgress({ done, total, name }: { done: number; total: number; name?: string }) {
  const words =
    total === 0 ? 'Looking for articles…' : `${done.toLocaleString()} of ${plural(total, 'file')} read`;
  const share = total === 0 ? undefined : done / total;
  return (
    <ProgressDialog title="Reading articles" share={share} words={words} onStop={cancelReading}>
      {name && (
        <p className="file">
          <bdi>{name}</bdi>
        </p>
      )}
    </ProgressDialog>
  );
}
