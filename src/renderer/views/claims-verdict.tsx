import type { Verdict } from '../../core/project/model';
import { VERDICT_COLOURS } from './claims-words';

/** The verdict as a word in its colour; nothing while the claim is unchecked. */
export function VerdictMark({ verdict }: { verdict: Verdict | undefined }) {
  if (!verdict || verdict === 'unchecked') return null;
  return (
    <span
      className="verdict"
      style={
        {
          '--k': `var(--${VERDICT_COLOURS[verdict]})`,
          '--t': `var(--${VERDICT_COLOURS[verdict]}-tint)`,
        } as React.CSSProperties
      }
    >
      {verdict}
    </span>
  );
}
