import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import { entryOf, isClaim, SAME_CLAIM } from '../project/claim-links';
import type { Annotation, Claim, Project } from '../project/model';
import { allAnnotations, findAnnotation } from '../project/query';
import { bareWords, claimOf, foldedWording, wordingOf } from './claims';

/** With what an annotation makes the same claim: an entry of the register, or another annotation's claim. */
export type SameAs = { readonly claim: string } | { readonly annotation: string };

interface SameAsArgs {
  /** The annotation that is linked. */
  readonly id: string;
  /** Absent = it gets an entry of its own, unless it has one. */
  readonly as?: SameAs | undefined;
  /** The id of the entry, where one has to be made. */
  readonly newId: string;
  /** The wording of an entry made here; absent = the words of the annotation. */
  readonly wording?: string | undefined;
  readonly at: string;
}

/**
 * Says that an annotation makes the same claim as an entry or as another annotation. Of two annotations the
 * entry of the other one is taken, or else the one's own, or else one is made from the other's words, since
 * those were there first. Throws for what is not there, and for annotations that make no claims.
 */
export function sameAs(project: Project, { id, as, newId, wording, at }: SameAsArgs): Change {
  const one = makerOf(project, id);
  if (as && 'claim' in as) return linked([one], claimOf(project, as.claim).id, at);
  const other = as ? makerOf(project, as.annotation) : one;
  const known = [other, one].map((next) => entryOf(project, next)).find((entry) => entry !== undefined);
  // Its own words typed anew are a wish for an entry of that wording.
  if (known !== undefined && (as || wording === undefined)) return linked([other, one], known, at);
  const entry: Claim = { id: newId, wording: wordingOf(wording ?? other.quote), note: '' };
  return compose(changeOf('claims', [[null, entry]]), linked([other, one], newId, at));
}

/**
 * Enters claims that are in the register nowhere yet. Those in the very same words share an entry, with an
 * entry already there, too. Annotations that have one are passed over; so are those without words.
 */
export function registerClaims(
  project: Project,
  args: {
    /** The annotations, each with the id its entry may take. */
    readonly items: readonly { readonly id: string; readonly newId: string }[];
    readonly at: string;
  },
): Change {
  const byWording = new Map<string, string>();
  for (const { id, wording } of project.claims.values()) byWording.set(foldedWording(wording), id);
  const entries: Pair<Claim>[] = [];
  const wanted = new Map(args.items.map(({ id, newId }) => [id, newId]));
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    const newId = wanted.get(annotation.id);
    if (newId === undefined || !isClaim(project.codebook, annotation)) continue;
    const wording = bareWords(annotation.quote);
    if (wording === '' || entryOf(project, annotation) !== undefined) continue;
    const known = byWording.get(foldedWording(wording));
    if (known === undefined) {
      byWording.set(foldedWording(wording), newId);
      entries.push([null, { id: newId, wording, note: '' }]);
    }
    pairs.push([annotation, withEntry(annotation, known ?? newId, args.at)]);
  }
  return compose(changeOf('claims', entries), changeOf('annotations', pairs));
}

/**
 * Moves annotations that make `from` to an entry of their own, worded as the first of them or as told. What the
 * entries say of each other stays with `from`. Throws when none of the annotations makes `from`.
 */
export function splitClaim(
  project: Project,
  args: {
    readonly from: string;
    readonly annotations: readonly string[];
    readonly newId: string;
    readonly wording?: string | undefined;
    readonly at: string;
  },
): Change {
  const { id } = claimOf(project, args.from);
  const found = args.annotations.map((annotation) => findAnnotation(project, annotation));
  const moving = found.filter(
    (annotation): annotation is Annotation => annotation !== undefined && entryOf(project, annotation) === id,
  );
  if (moving.length === 0) throw new Error('none of these make that claim');
  const wording = wordingOf(args.wording ?? moving[0]!.quote);
  const entry = changeOf('claims', [[null, { id: args.newId, wording, note: '' }]]);
  return compose(entry, linked(moving, args.newId, args.at));
}

function linked(annotations: readonly Annotation[], entry: string, at: string): Change {
  const pairs = annotations.map((before): Pair<Annotation> => [before, withEntry(before, entry, at)]);
  return changeOf(
    'annotations',
    pairs.filter(([before, after]) => before !== after),
  );
}

/** The annotation as one that makes the entry; the same object when it does already. */
function withEntry(annotation: Annotation, entry: string, at: string): Annotation {
  const [only, ...more] = annotation.roles[SAME_CLAIM] ?? [];
  if (only && 'claim' in only && only.claim === entry && more.length === 0) return annotation;
  const roles = { ...annotation.roles, [SAME_CLAIM]: [{ claim: entry }] };
  return { ...annotation, roles, updatedAt: at };
}

function makerOf(project: Project, id: string): Annotation {
  const annotation = findAnnotation(project, id);
  if (!annotation) throw new Error(`no annotation ${id}`);
  if (!isClaim(project.codebook, annotation)) throw new Error(`a ${annotation.layer} makes no claim`);
  return annotation;
}
