import { Plus } from 'lucide-react';
import type { RelationKind } from '../../core/project/claim-links';
import type { Related, Relation } from '../../core/project/claim-relations';
import type { Claim } from '../../core/project/model';
import { relate } from './claims-actions';
import { ClaimPicker } from './claims-picker';
import { RelationRow } from './claims-relation';

const SIDES = [
  ['supports', 'to', 'supports'],
  ['supports', 'from', 'supported by'],
  ['contradicts', 'to', 'contradicts'],
  ['contradicts', 'from', 'contradicted by'],
] as const;

interface Props {
  readonly claim: Claim;
  readonly related: Related;
  readonly disabled: boolean;
}

/** What the claim speaks for and against, and what speaks for and against it. */
export function Relations({ claim, related, disabled }: Props) {
  return (
    <section className="claim-section" aria-label="For and against">
      <header>
        <h2>For and against</h2>
      </header>
      <dl className="relations">
        {SIDES.map(([kind, side, label]) => (
          <Side
            key={label}
            claim={claim}
            kind={kind}
            side={side}
            label={label}
            // Passages in no entry that contradict it are among those who deny it.
            relations={related[kind][side].filter(
              ({ other }) => !(kind === 'contradicts' && side === 'from' && 'annotation' in other),
            )}
            disabled={disabled}
          />
        ))}
      </dl>
    </section>
  );
}

interface SideProps {
  readonly claim: Claim;
  readonly kind: RelationKind;
  readonly side: 'to' | 'from';
  readonly label: string;
  readonly relations: readonly Relation[];
  readonly disabled: boolean;
}

function Side({ claim, kind, side, label, relations, disabled }: SideProps) {
  const registered = relations.filter((relation) => relation.registered);
  const without = registered.flatMap(({ other }) => ('claim' in other ? other.claim.id : []));
  /** The register keeps a relation with the one that speaks. */
  const set = (other: string, wanted: boolean) =>
    side === 'to' ? relate(claim.id, kind, other, wanted) : relate(other, kind, claim.id, wanted);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {relations.map((relation) => (
          <RelationRow
            key={'claim' in relation.other ? relation.other.claim.id : relation.other.annotation.id}
            relation={relation}
            label={label}
            disabled={disabled}
            onRemove={set}
          />
        ))}
      </dd>
      {!disabled && (
        <dd>
          <ClaimPicker
            claim={claim}
            label={`Which claim: ${label}`}
            placeholder={`This claim ${side === 'to' ? label : `is ${label}`} …`}
            without={without}
            align="end"
            onPick={(other) => set(other.id, true)}
          >
            <button type="button" className="add" aria-label={`Add to ${label}`}>
              <Plus aria-hidden="true" />
            </button>
          </ClaimPicker>
        </dd>
      )}
    </div>
  );
}
