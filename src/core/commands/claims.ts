import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Annotation, Claim, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { withoutTargets } from './delete-annotations';

/** Adds an entry to the claim register: one claim, wherever it is made. Throws for an empty wording. */
export function addClaim(_project: Project, args: { readonly id: string; readonly wording: string }): Change {
  return changeOf('claims', [[null, { id: args.id, wording: wordingOf(args.wording), note: '' }]]);
}

/** Words the entry anew. Throws for an empty wording. */
export function rewordClaim(
  project: Project,
  args: { readonly id: string; readonly wording: string },
): Change {
  const before = claimOf(project, args.id);
  return changeOf('claims', [[before, { ...before, wording: wordingOf(args.wording) }]]);
}

/** What of an entry may be edited besides its wording. */
export type ClaimFields = {
  readonly [K in keyof Omit<Claim, 'id' | 'wording' | 'note'>]?: Claim[K] | undefined;
} & { readonly note?: string };

/**
 * Edits the verdict, what it rests on, the note, or what the claim speaks for and against. A field given as
 * undefined is removed, and so are the verdict “unchecked” and lists without anything in them, which say no
 * more than their absence. Throws for a relation to itself or to an entry that is not there.
 */
export function editClaim(
  project: Project,
  args: { readonly id: string; readonly fields: ClaimFields },
): Change {
  const before = claimOf(project, args.id);
  for (const other of [...(args.fields.supports ?? []), ...(args.fields.contradicts ?? [])]) {
    if (other === args.id) throw new Error('a claim says nothing for or against itself');
    claimOf(project, other);
  }
  return changeOf('claims', [[before, tidied({ ...before, ...args.fields })]]);
}

/** The entry without fields that say nothing, and with every relation once and none to itself. */
export function tidied(claim: { readonly [K in keyof Claim]: Claim[K] | undefined }): Claim {
  const { verdict, evidence, supports, contradicts, ...rest } = claim;
  const others = (ids: readonly string[] | undefined) => [...new Set(ids)].filter((id) => id !== claim.id);
  return {
    ...(rest as Claim),
    ...(verdict && verdict !== 'unchecked' ? { verdict } : {}),
    ...(evidence ? { evidence } : {}),
    ...(others(supports).length > 0 ? { supports: others(supports) } : {}),
    ...(others(contradicts).length > 0 ? { contradicts: others(contradicts) } : {}),
  };
}

/**
 * Removes an entry, every target that pointed at it, and what other entries say of it. The annotations stay.
 * What it touches can be counted in the change before it is made.
 */
export function deleteClaim(project: Project, args: { readonly id: string; readonly at: string }): Change {
  const before = claimOf(project, args.id);
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    const roles = withoutTargets(annotation.roles, (next) => 'claim' in next && next.claim === args.id);
    if (roles !== annotation.roles) pairs.push([annotation, { ...annotation, roles, updatedAt: args.at }]);
  }
  const related = relinked(project, (id) => (id === args.id ? null : id));
  const others = related.filter(([other]) => other?.id !== args.id);
  return compose(changeOf('claims', [[before, null], ...others]), changeOf('annotations', pairs));
}

/** Every entry whose relations name another one after `rename` (null = it is gone), before and after. */
export function relinked(project: Project, rename: (id: string) => string | null): readonly Pair<Claim>[] {
  const pairs: Pair<Claim>[] = [];
  for (const claim of project.claims.values()) {
    const lists = { supports: claim.supports, contradicts: claim.contradicts };
    if (!Object.values(lists).some((ids) => ids?.some((id) => rename(id) !== id))) continue;
    const renamed = (ids: readonly string[] | undefined) =>
      ids?.map(rename).filter((id): id is string => id !== null);
    const after = { supports: renamed(claim.supports), contradicts: renamed(claim.contradicts) };
    pairs.push([claim, tidied({ ...claim, ...after })]);
  }
  return pairs;
}

/** The entry with this id; throws when there is none. */
export function claimOf(project: Project, id: string): Claim {
  const claim = project.claims.get(id);
  if (!claim) throw new Error(`no claim ${id}`);
  return claim;
}

/**
 * Words as the register keeps them: on one line, and without the quotation marks around all of it or the comma
 * before them, which belong to the article. Empty when nothing is left.
 */
export function bareWords(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const inside = /^[“„"«‘]([^“”„"«»]*?),?[”“"»’]$/.exec(line);
  return (inside?.[1] ?? line).replace(/[,;:]$/, '').trim();
}

/** The same; throws when nothing is left. */
export function wordingOf(words: string): string {
  const wording = bareWords(words);
  if (wording === '') throw new Error('a claim needs a wording');
  return wording;
}

/** The same words, whatever their case and the white space and marks around them. */
export const foldedWording = (words: string): string => bareWords(words).replace(/\.$/, '').toLowerCase();
