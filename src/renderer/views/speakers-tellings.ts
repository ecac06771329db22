import { claimSides, registerClaims } from '../../core/project/claim-sides';
import { layerOf, valueLabel } from '../../core/project/codebook';
import { feltValue, NOBODY, sidesOf } from '../../core/project/feelings';
import { layerKinds } from '../../core/project/layer-kinds';
import type { Annotation, Project } from '../../core/project/model';
import { targetLabel } from '../../core/project/query';
import { targetsIn } from '../../core/project/roles';
import { AUTHOR } from '../../core/project/select';
import { mean } from './speakers-words';

/** A claim in a few words: what kind, what became of it, who else makes it, who contradicts it. */
export interface ClaimWords {
  readonly id: string;
  readonly kind: string;
  readonly verdict: string;
  readonly others: string;
  readonly against: string;
}

/** A feeling in a few words: its value, and the other side of it. */
export interface FeelingWords {
  readonly id: string;
  readonly value: string;
  readonly side: 'neg' | 'neu' | 'pos';
  readonly verb: string;
  readonly who: string;
}

/** What is told of a claim on the page of a speaker (null = on nobody's). */
export function claimWords(project: Project, claim: Annotation, speakerId: string | null): ClaimWords {
  const [first] = layerOf(project.codebook, claim.layer)?.attributes ?? [];
  const kind = first && claim.attributes[first.id];
  const entries = registerClaims(project, claim);
  const judged = entries
    .map((id) => project.claims.get(id)?.verdict)
    .find((verdict) => verdict !== undefined);
  const verdict = judged ?? verdictOf(project, claim);
  const { makers, against } = claimSides(project);
  const namesOf = (ids: readonly string[], by: typeof makers) => {
    const who = new Set(ids.flatMap((id) => [...(by.get(id) ?? [])]));
    const names = [...who].filter((one) => one !== speakerId).map((one) => nameOf(project, one, ''));
    return names.length > 2 ? `${names.length.toLocaleString()} others` : names.join(' and ');
  };
  return {
    id: claim.id,
    kind: first && kind !== undefined ? valueLabel(first, kind) : 'claim',
    verdict: verdict === 'unchecked' ? '' : verdict,
    others: namesOf(entries, makers),
    against: namesOf([...entries, claim.id], against),
  };
}

/** The verdict of the claim itself, where the codebook asks for one. */
function verdictOf({ codebook }: Project, claim: Annotation): string {
  const attribute = layerOf(codebook, claim.layer)?.attributes.find(({ id }) => id === 'verdict');
  const value = attribute && claim.attributes[attribute.id];
  return attribute && value !== undefined && value !== 'unchecked'
    ? valueLabel(attribute, value)
    : 'unchecked';
}

/** What is told of a feeling: whom it is toward, or who holds it. */
export function feelingWords(project: Project, feeling: Annotation, side: 'holder' | 'target'): FeelingWords {
  const value = feltValue(project, feeling);
  const role = layerKinds(project.codebook).feelings.get(feeling.layer)?.[side];
  const passages = (role ? targetsIn(feeling.roles, role.id) : []).filter((target) => 'spans' in target);
  const passage = passages.map((target) => targetLabel(project, target, feeling.articleId)).join(', ');
  return {
    id: feeling.id,
    value: mean(value),
    side: value === null || value === 0 ? 'neu' : value < 0 ? 'neg' : 'pos',
    verb: side === 'target' ? 'about' : 'felt by',
    who: sidesOf(project, feeling, side)
      .map((who) => nameOf(project, who, passage))
      .join(', '),
  };
}

function nameOf({ speakers }: Project, who: string, nobody: string): string {
  if (who === AUTHOR) return 'the author';
  return who === NOBODY ? nobody : (speakers.get(who)?.name ?? 'a speaker no longer there');
}
