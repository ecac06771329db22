import type { Claim } from '../../core/project/model';
import { useStore } from '../store';
import { merge } from './claims-actions';
import { ClaimPicker } from './claims-picker';

const NONE: readonly string[] = [];

/** Merging from a claim's page: this entry goes, the one chosen stays. */
export function MergeClaimInto({ claim, disabled }: { claim: Claim; disabled: boolean }) {
  const few = useStore((state) => state.project!.claims.size < 2);
  return (
    <ClaimPicker
      claim={claim}
      label="Merge into"
      placeholder="Which wording stays?"
      without={NONE}
      align="end"
      onPick={(into) => merge(into, claim)}
    >
      <button type="button" className="button outlined" disabled={disabled || few}>
        Merge into…
      </button>
    </ClaimPicker>
  );
}
