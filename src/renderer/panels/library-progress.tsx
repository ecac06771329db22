import type { ReadingStatus } from '../../core/project/model';
import { progressOf } from '../../core/project/tally';
import { useStore } from '../store';

const STRETCHES: readonly ReadingStatus[] = ['checked', 'coded', 'reading'];

/** How far the project is: in words, and as a thin bar in the same proportions. */
export function Progress() {
  const articles = useStore((state) => state.project!.articles);
  const readings = useStore((state) => state.project!.readings);
  const { size: total } = articles;
  if (total === 0) return null;
  const count = progressOf({ articles, readings });
  const { reading, checked, new: fresh } = count;
  // Checked articles have been coded, too.
  const coded = count.coded + checked;
  const short = `${coded.toLocaleString()} of ${total.toLocaleString()} coded`;
  const long = `${short}, ${checked.toLocaleString()} of them checked; ${reading.toLocaleString()} being read, ${fresh.toLocaleString()} new`;
  return (
    <div className="library-progress" title={long}>
      <span>
        {short}
        {checked > 0 && ` · ${checked.toLocaleString()} checked`}
      </span>
      <div className="bar" role="img" aria-label={long}>
        {STRETCHES.map((status) => (
          <i key={status} className={status} style={{ flexGrow: count[status] }} />
        ))}
        <i style={{ flexGrow: fresh }} />
      </div>
    </div>
  );
}
