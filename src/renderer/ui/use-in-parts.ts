import { useEffect, useState } from 'react';
import { drawn } from '../at-length';

/**
 * For what is too much for one frame: how many of its parts are drawn by now, one with the first frame and one more
 * with each after it. A deferred value would not do: its second rendering may come before the first is on the screen.
 */
export function useInParts(parts: number): number {
  const [shown, setShown] = useState(1);
  useEffect(() => {
    if (shown >= parts) return;
    let gone = false;
    void drawn().then(() => {
      if (!gone) setShown(shown + 1);
    });
    return () => {
      gone = true;
    };
  }, [shown, parts]);
  return shown;
}
