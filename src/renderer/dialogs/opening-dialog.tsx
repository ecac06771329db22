import { cancelOpening, useOpening } from '../opening';
import { ProgressDialog } from '../ui/progress-dialog';

/** How far opening a large project is. Closing it stops it. */
export function OpeningDialog() {
  const opening = useOpening((now) => now.opening);
  if (!opening) return null;
  const { name, read, shown } = opening;
  const title = name === null ? 'Opening a project' : `Opening “${name}”`;
  const words = shown
    ? counted(shown, 'articles and annotations loaded')
    : counted(read, 'files read and checked');
  const share = read.total + (shown?.total ?? 0) > 0 ? partOf(read, shown) : undefined;
  return <ProgressDialog title={title} share={share} words={words} onStop={() => void cancelOpening()} />;
}

interface Counted {
  readonly done: number;
  readonly total: number;
}

/** About how much of the time has passed, 0 to 1: the files take the first two thirds. */
function partOf(read: Counted, shown: Counted | null): number {
  const share = ({ done, total }: Counted) => (total === 0 ? 0 : done / total);
  return shown ? (2 + share(shown)) / 3 : (2 * share(read)) / 3;
}

function counted({ done, total }: Counted, what: string): string {
  return total === 0
    ? 'Looking for its files…'
    : `${done.toLocaleString()} of ${total.toLocaleString()} ${what}`;
}
