import { useState } from 'react';
import { entryOf } from '../../core/project/claim-links';
import type { Saying } from '../../core/project/claim-sayings';
import type { Claim } from '../../core/project/model';
import { useStore } from '../store';
import { plural } from '../ui/words';
import { split } from './claims-actions';
import { SayingRow, walkRows } from './claims-saying';

interface Props {
  readonly claim: Claim;
  readonly title: string;
  readonly sayings: readonly Saying[];
  readonly disabled: boolean;
}

/** So many are shown before the rest is asked for. */
const SHOWN = 12;
const MORE = 100;

/** The passages that make a claim, or deny it, by date; chosen ones can be moved to an entry of their own. */
export function Sayings({ claim, title, sayings, disabled }: Props) {
  const project = useStore((state) => state.project)!;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(SHOWN);
  if (sayings.length === 0) return null;
  const linked = sayings.filter(({ annotation }) => entryOf(project, annotation) === claim.id);
  const chosen = linked.map(({ annotation }) => annotation.id).filter((id) => picked.has(id));
  const toggle = (id: string) => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  return (
    <section className={`claim-section${chosen.length > 0 ? ' picking' : ''}`} aria-label={title}>
      <header>
        <h2>
          {title} <span>{sayings.length.toLocaleString()}</span>
        </h2>
        {chosen.length > 0 && (
          <>
            <button type="button" className="button outlined" onClick={() => setPicked(new Set())}>
              Keep together
            </button>
            <button type="button" className="button solid" onClick={() => split(claim.id, chosen)}>
              Move {plural(chosen.length, 'passage')} to a new entry
            </button>
          </>
        )}
      </header>
      <ul onKeyDown={walkRows}>
        {sayings.slice(0, shown).map((saying) => {
          const { id, quote } = saying.annotation;
          return (
            <li key={id}>
              <SayingRow saying={saying} />
              {!disabled && linked.includes(saying) && (
                <input
                  type="checkbox"
                  className="split"
                  aria-label={`Split off “${quote}”`}
                  title="Split off: move to an entry of its own"
                  checked={picked.has(id)}
                  onChange={() => toggle(id)}
                />
              )}
            </li>
          );
        })}
      </ul>
      {sayings.length > shown && (
        <button type="button" className="text-button more" onClick={() => setShown(shown + MORE)}>
          Show {plural(Math.min(MORE, sayings.length - shown), 'more', 'more')}
        </button>
      )}
    </section>
  );
}
