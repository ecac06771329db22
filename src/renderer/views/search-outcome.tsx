import { useEffect, useState } from 'react';
import { ActionButton } from '../ui/action-button';
import type { Lines } from './search-lines-shown';
import { stopSearch } from './search-run';
import { useSearch } from './search-store';
import { outcomeWords } from './search-words';

/** How long a search may run before it is worth a word (ms). */
const PATIENCE = 350;

/** How many were found, how far the search is, and what is wrong with the question. */
export function SearchOutcome({ lines }: { lines: Lines }) {
  const search = useSearch();
  const { ending, problem, progress, tab, reviewing } = search;
  const slow = useSlow(tab === 'text' && ending === null);
  const words = outcomeWords(search, lines);
  return (
    <div className="search-outcome">
      {problem !== null && tab === 'text' ? (
        <p id="search-problem" className="problem" role="alert">
          {problem}
        </p>
      ) : (
        <output aria-live="polite">{ending === null && slow ? '' : words}</output>
      )}
      {slow && (
        <>
          <span className="search-progress">
            Searching…{' '}
            {progress && `${progress.done.toLocaleString()} of ${progress.total.toLocaleString()} articles`}
          </span>
          <button type="button" className="text-button" onClick={stopSearch}>
            Stop
          </button>
        </>
      )}
      <span className="grow" />
      {tab === 'text' && lines.shown.length > 0 && !reviewing && (
        <ActionButton action="review-matches" className="button outlined" withKey>
          Review one by one
        </ActionButton>
      )}
    </div>
  );
}

/** Has it been running for longer than one waits without a word? */
function useSlow(running: boolean): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!running) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [running]);
  return slow && running;
}
