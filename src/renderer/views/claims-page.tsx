import { useEffect, useMemo } from 'react';
import type { ClaimRegister } from '../../core/project/claim-register';
import { tallyOf } from '../../core/project/claim-register';
import { relatedTo } from '../../core/project/claim-relations';
import { deniedOf, saidOf, variantsOf } from '../../core/project/claim-sayings';
import type { Claim } from '../../core/project/model';
import { isEditable, useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { CommitField } from '../ui/commit-field';
import { reword } from './claims-actions';
import { useCame } from './claims-came';
import { DeleteClaim } from './claims-delete';
import { ClaimDetails } from './claims-details';
import { LikelySame } from './claims-likely';
import { MergeClaimInto } from './claims-merge';
import { ClaimPicture } from './claims-picture';
import { Relations } from './claims-relations';
import { Sayings } from './claims-sayings';
import { tallyWords } from './claims-words';
import { Key } from './speakers-empty';

interface Props {
  readonly claim: Claim;
  readonly register: ClaimRegister;
  /** Which entry is shown when this one is deleted. */
  readonly next: string | null;
}

/** One claim: its wording, who makes it and who denies it, what speaks for and against it. */
export function ClaimPage({ claim, register, next }: Props) {
  const project = useStore((state) => state.project)!;
  const disabled = !useStore(isEditable);
  const came = useCame((state) => state.came);
  const { id } = claim;
  const tally = tallyOf(register, id);
  const variants = useMemo(() => variantsOf(register, id).length, [register, id]);
  const said = useMemo(() => saidOf(project, register, id), [project, register, id]);
  const denied = useMemo(() => deniedOf(project, register, id), [project, register, id]);
  const related = useMemo(() => relatedTo(project, register, id), [project, register, id]);
  useEffect(() => {
    // From a passage: its row has the keyboard, so that Enter leads back to it as well.
    if (!useCame.getState().came) return;
    document.querySelector<HTMLElement>('.claims-view .saying[aria-current]')?.focus();
  }, []);
  return (
    <section className="sheet" aria-label={claim.wording}>
      <header className="sheet-head">
        <div className="claim-wording">
          {came && (
            <ActionButton action="back-to-passage" className="text-button back" withKey>
              Back to the passage
            </ActionButton>
          )}
          <h1 className="visually-hidden">{claim.wording}</h1>
          <CommitField
            label="Wording"
            kind="line"
            required
            value={claim.wording}
            disabled={disabled}
            onCommit={(wording) => reword(id, wording)}
          />
          <p className="sheet-sub">{tallyWords(tally, variants)}</p>
        </div>
        <MergeClaimInto claim={claim} disabled={disabled} />
        <DeleteClaim claim={claim} next={next} disabled={disabled} />
      </header>
      <div className="sheet-body">
        <div className="claim-main">
          {said.length + denied.length > 0 && (
            <ClaimPicture claim={claim} tally={tally} said={said} denied={denied} />
          )}
          {said.length + denied.length === 0 && (
            <p className="sheet-empty">
              No passage makes this claim yet. Open an article, focus a claim, and press{' '}
              <Key action="same-claim" />: this one will be among the choices. Or take one of those below.
            </p>
          )}
          {said.length === 0 && denied.length > 0 && (
            <p className="claim-hint">
              Only denials point at this claim. Where one claims it, and denies something else, set what it
              contradicts in the article.
            </p>
          )}
          <Sayings claim={claim} title="Who says it" sayings={said} disabled={disabled} />
          <Sayings claim={claim} title="Denied by" sayings={denied} disabled={disabled} />
          <LikelySame claim={claim} disabled={disabled} />
          <Relations claim={claim} related={related} disabled={disabled} />
        </div>
        <ClaimDetails claim={claim} disabled={disabled} />
      </div>
    </section>
  );
}
