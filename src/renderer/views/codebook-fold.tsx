import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Grip } from './codebook-grip';
import type { useSorting } from './codebook-sorting';
import { setOpened, useShown } from './codebook-store';

interface Props {
  /** "layer/part": which part is open is remembered by it. */
  readonly part: string;
  readonly label: string;
  /** What it is, in a few words behind the label. */
  readonly summary: string;
  readonly used: number;
  readonly sorting: ReturnType<ReturnType<typeof useSorting>>;
  readonly children: ReactNode;
}

/** An attribute or a role: one line, and everything about it underneath when it is open. */
export function Fold({ part, label, summary, used, sorting, children }: Props) {
  const open = useShown(({ opened }) => opened.has(part));
  return (
    <li className={open ? 'fold open' : 'fold'} data-part={part} {...sorting.row}>
      <div className="fold-head">
        <Grip {...sorting.grip} />
        <button
          type="button"
          aria-expanded={open}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onClick={() => setOpened(part, !open)}
        >
          <ChevronRight aria-hidden="true" />
          <b>{label}</b>
          <span>{summary}</span>
          {used > 0 && <small>{used.toLocaleString()} used</small>}
        </button>
      </div>
      {open && <div className="fold-body">{children}</div>}
    </li>
  );
}
