import type { Difference } from '../../core/project/codebook-difference';
import { plural } from '../ui/words';

const GROUPS = [
  ['gone', 'Missing in it'],
  ['renamed', 'Renamed'],
  ['added', 'Added'],
  ['changed', 'Explained or drawn otherwise'],
] as const;

/** What would differ, in groups: what is lost first. */
export function Differences({ found }: { found: readonly Difference[] }) {
  return (
    <>
      {GROUPS.map(([change, title]) => {
        const own = found.filter((next) => next.change === change);
        if (own.length === 0) return null;
        return (
          <section key={change} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {own.map(({ part, label, before, place, used }) => (
                <li key={`${part} ${place.join('/')} ${label} ${before}`}>
                  <span>
                    {before !== undefined && `${before} → `}
                    <b>{label}</b>
                    <small> {[part, ...place].join(' · ')}</small>
                  </span>
                  {used > 0 && (
                    <small className={change === 'gone' ? 'used gone' : 'used'}>
                      {plural(used, 'annotation')}
                    </small>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
