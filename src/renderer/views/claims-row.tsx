import type { ClaimTally } from '../../core/project/claim-register';
import type { Claim } from '../../core/project/model';
import { plural } from '../ui/words';
import { VerdictMark } from './claims-verdict';

interface Props {
  readonly claim: Claim;
  readonly tally: ClaimTally;
  readonly denied: boolean;
  readonly selected: boolean;
  readonly place: readonly [number, number];
  readonly onPress: () => void;
}

/** One entry in the list: the wording, how widely it is made, what the verdict is. */
export function ClaimRow({ claim, tally, denied, selected, place, onPress }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys
    <div
      id={`claim-${claim.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={place[0]}
      aria-setsize={place[1]}
      className="item claim-item"
      onClick={onPress}
    >
      <b>{claim.wording}</b>
      <small>
        <span>{tally.articles === 0 ? 'no passage yet' : plural(tally.articles, 'article')}</span>
        {denied && <span>denied</span>}
        <VerdictMark verdict={claim.verdict} />
      </small>
    </div>
  );
}
