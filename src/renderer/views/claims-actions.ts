import {
  addClaim,
  type ClaimFields,
  claimOf,
  deleteClaim,
  editClaim,
  rewordClaim,
} from '../../core/commands/claims';
import { mergeClaims } from '../../core/commands/merge-claims';
import type { SameAs } from '../../core/commands/same-claim';
import { registerClaims, sameAs, splitClaim } from '../../core/commands/same-claim';
import type { RelationKind } from '../../core/project/claim-links';
import type { LikelyClaim } from '../../core/project/likely-claims';
import { likelyForEntry } from '../../core/project/likely-claims';
import type { Annotation, Claim, Project } from '../../core/project/model';
import { newId, notify, now, perform, setState, state } from '../store';
import { plural } from '../ui/words';
import { plain } from './speakers-data';

/** Stands in the state where a claim's id would: the page of claims in no entry yet. No id begins so. */
export const NOT_REGISTERED = '?';

let last: { readonly of: Project; readonly id: string; readonly found: readonly LikelyClaim[] } | undefined;

/** What a claim's page suggests as the same, in the order of the digits that take it. */
export function suggestionsFor(project: Project, id: string): readonly LikelyClaim[] {
  if (last?.of !== project || last.id !== id)
    last = { of: project, id, found: likelyForEntry(project, id, 5) };
  return last.found;
}

/** Adds an entry and shows it; a wording that is there already is shown instead of doubled. */
export function addWorded(wording: string): void {
  const wanted = plain(wording);
  const known = [...(state().project?.claims.values() ?? [])].find((next) => plain(next.wording) === wanted);
  if (known) {
    setState({ claimId: known.id });
    notify('This claim is in the register already.');
    return;
  }
  const id = newId('c');
  if (perform('add claim', (project) => addClaim(project, { id, wording }))) setState({ claimId: id });
}

export function reword(id: string, wording: string): void {
  perform('reword claim', (project) => rewordClaim(project, { id, wording }));
}

/** Edits other fields of an entry. */
export function editEntry(id: string, fields: ClaimFields, label: string): void {
  perform(label, (project) => editClaim(project, { id, fields }));
}

/** Says that one claim speaks for or against another, or takes it back. */
export function relate(id: string, kind: RelationKind, other: string, wanted: boolean): void {
  perform('relate claims', (project) => {
    const rest = (claimOf(project, id)[kind] ?? []).filter((next) => next !== other);
    return editClaim(project, { id, fields: { [kind]: wanted ? [...rest, other] : rest } });
  });
}

/** Makes one entry of two. */
export function merge(into: Claim, from: Claim): void {
  const args = { into: into.id, from: [from.id], at: now() };
  if (!perform('merge claims', (project) => mergeClaims(project, args))) return;
  setState({ claimId: into.id });
  notify(`Merged with “${short(from.wording)}”. Undo splits them again.`);
}

/** Takes a suggestion: the other entry is merged into this one, the passage is linked to it. */
export function makeSame(id: string, of: LikelyClaim['of']): void {
  const into = state().project?.claims.get(id);
  if (!into) return;
  if ('claim' in of) merge(into, of.claim);
  else if (link(of.annotation, { claim: id }))
    notify(`Linked “${short(of.annotation.quote)}” to this claim.`);
}

/** Says that an annotation makes the same claim as an entry or another annotation; without one, its own entry. */
export function link(annotation: Annotation, as?: SameAs, wording?: string): boolean {
  const label = as ? 'link claim' : 'make an entry';
  const args = { id: annotation.id, as, newId: newId('c'), wording, at: now() };
  return perform(label, (project) => sameAs(project, args));
}

/** Moves passages to an entry of their own, which is shown. */
export function split(from: string, annotations: readonly string[]): void {
  const id = newId('c');
  const args = { from, annotations, newId: id, at: now() };
  if (!perform('split claim', (project) => splitClaim(project, args))) return;
  setState({ claimId: id });
  notify(`Moved ${plural(annotations.length, 'passage')} to an entry of their own.`);
}

/** What deleting an entry would touch, in how many annotations and entries. */
export function touchedBy(project: Project, id: string): { annotations: number; claims: number } {
  const { annotations = {}, claims = {} } = deleteClaim(project, { id, at: now() });
  return { annotations: Object.keys(annotations).length, claims: Object.keys(claims).length - 1 };
}

/** Removes an entry; the passages that make it stay, in no entry. */
export function remove(claim: Claim, next: string | null): void {
  if (!perform('delete claim', (project) => deleteClaim(project, { id: claim.id, at: now() }))) return;
  setState({ claimId: next });
  notify('Deleted the claim. Undo brings it back.');
}

/** Makes entries of all these claims at once. */
export function registerAll(annotations: readonly Annotation[]): void {
  const before = state().project?.claims.size ?? 0;
  const items = annotations.map(({ id }) => ({ id, newId: newId('c') }));
  if (!perform('register all claims', (project) => registerClaims(project, { items, at: now() }))) return;
  const made = (state().project?.claims.size ?? 0) - before;
  notify(`Registered ${plural(annotations.length, 'claim')} in ${plural(made, 'new entry', 'new entries')}.`);
}

/** The first words of a long text. */
export function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text;
}
