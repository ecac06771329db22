import { useEffect, useState } from 'react';
import { sentence } from '../store';

interface Result<Value> {
  readonly value: Value | null;
  readonly error: string | null;
  readonly of: (() => Value) | null;
}

/**
 * Computes a little after `compute` has changed, so that the dialog answers first; until then the value before,
 * marked stale. Give it a function that stays the same as long as its result would.
 */
export function useSoon<Value>(compute: () => Value) {
  const [result, setResult] = useState<Result<Value>>({ value: null, error: null, of: null });
  useEffect(() => {
    const timer = setTimeout(() => {
      try {
        setResult({ value: compute(), error: null, of: compute });
      } catch (error) {
        setResult({ value: null, error: sentence(error), of: compute });
      }
    }, 90);
    return () => clearTimeout(timer);
  }, [compute]);
  return { value: result.value, error: result.error, stale: result.of !== compute };
}
