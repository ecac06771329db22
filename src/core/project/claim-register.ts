import type { RelationKind } from './claim-links';
import { entryOf, isClaim, isDenial, RELATIONS } from './claim-links';
import type { Codebook } from './codebook';
import type { Annotation, Project } from './model';
import { articlesInOrder } from './query';

/** Where one entry of the register occurs. */
export interface ClaimTally {
  /** The annotations linked to it, article by article as they were added, in reading order in each. */
  readonly linked: readonly Annotation[];
  readonly articles: number;
  /** How many outlets are named by those articles. */
  readonly outlets: number;
  /** The first and last day of publication, YYYY-MM-DD; absent when no article has one. */
  readonly first?: string;
  readonly last?: string;
}

/** That one claim speaks for or against another, as an annotation says it. */
export interface Edge {
  readonly from: Annotation;
  readonly kind: RelationKind;
}

/** Everything that annotations say about the claim register. */
export interface ClaimRegister {
  /** Claim id -> where it occurs; a claim that no annotation makes has no entry. */
  readonly tallies: ReadonlyMap<string, ClaimTally>;
  /** Claim annotations that are linked to no entry, in article order. */
  readonly unregistered: readonly Annotation[];
  /** Claim annotations by id, all of them. */
  readonly annotations: ReadonlyMap<string, Annotation>;
  /** Ids of the annotations that deny the entry they are linked to. */
  readonly denials: ReadonlySet<string>;
  /** Claim id -> the annotations that point at that entry with a relation. */
  readonly atClaim: ReadonlyMap<string, readonly Edge[]>;
  /** Annotation id -> the annotations that point at that annotation with a relation. */
  readonly atAnnotation: ReadonlyMap<string, readonly Edge[]>;
}

/** The claims of each list of annotations: a change in one article does not walk the others' again. */
const known = new WeakMap<Codebook, WeakMap<readonly Annotation[], readonly Annotation[]>>();

function claimsIn(codebook: Codebook, list: readonly Annotation[]): readonly Annotation[] {
  let lists = known.get(codebook);
  if (!lists) {
    lists = new WeakMap();
    known.set(codebook, lists);
  }
  let claims = lists.get(list);
  if (!claims) {
    claims = list.filter((annotation) => isClaim(codebook, annotation));
    lists.set(list, claims);
  }
  return claims;
}

const NO_TALLY: ClaimTally = { linked: [], articles: 0, outlets: 0 };

/** Where an entry occurs; nowhere, if no annotation makes it. */
export const tallyOf = ({ tallies }: ClaimRegister, id: string): ClaimTally => tallies.get(id) ?? NO_TALLY;

let last: { readonly of: Project; readonly register: ClaimRegister } | undefined;

/** The register as it stands, kept until articles, annotations, codebook or the set of entries change. */
export function claimRegister(project: Project): ClaimRegister {
  const same = (table: 'articles' | 'annotations' | 'codebook') => last?.of[table] === project[table];
  const kept = last && same('articles') && same('annotations') && same('codebook') ? last : undefined;
  // A verdict or a new wording changes no link; an entry more or fewer may.
  const register =
    kept && haveSameKeys(kept.of.claims, project.claims) ? kept.register : readRegister(project);
  last = { of: project, register };
  return register;
}

function haveSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a === b) return true;
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function readRegister(project: Project): ClaimRegister {
  const annotations = new Map<string, Annotation>();
  const linked = new Map<string, Annotation[]>();
  const unregistered: Annotation[] = [];
  const atClaim = new Map<string, Edge[]>();
  const atAnnotation = new Map<string, Edge[]>();
  for (const { id } of articlesInOrder(project)) {
    for (const annotation of claimsIn(project.codebook, project.annotations.get(id) ?? [])) {
      annotations.set(annotation.id, annotation);
      const entry = entryOf(project, annotation);
      if (entry === undefined) unregistered.push(annotation);
      else push(linked, entry, annotation);
      for (const kind of RELATIONS) {
        for (const target of annotation.roles[kind] ?? []) {
          if ('claim' in target) push(atClaim, target.claim, { from: annotation, kind });
          if ('annotation' in target) push(atAnnotation, target.annotation, { from: annotation, kind });
        }
      }
    }
  }
  const denials = new Set<string>();
  const tallies = new Map<string, ClaimTally>();
  for (const [entry, list] of linked) {
    for (const annotation of list) {
      if (isDenial(project, annotation, (id) => annotations.get(id))) denials.add(annotation.id);
    }
    tallies.set(entry, tally(project, list));
  }
  return { tallies, unregistered, annotations, denials, atClaim, atAnnotation };
}

function tally(project: Project, linked: readonly Annotation[]): ClaimTally {
  const outlets = new Set<string>();
  let articles = 0;
  let first: string | undefined;
  let latest: string | undefined;
  let at: string | undefined;
  // Those of one article stand together.
  for (const { articleId } of linked) {
    if (articleId === at) continue;
    at = articleId;
    articles++;
    const { outlet, publishedAt } = project.articles.get(articleId) ?? {};
    if (outlet) outlets.add(outlet);
    if (!publishedAt) continue;
    if (first === undefined || publishedAt < first) first = publishedAt;
    if (latest === undefined || publishedAt > latest) latest = publishedAt;
  }
  const days = first === undefined || latest === undefined ? {} : { first, last: latest };
  return { linked, articles, outlets: outlets.size, ...days };
}

function push<Key, Row>(map: Map<Key, Row[]>, key: Key, row: Row): void {
  const rows = map.get(key);
  if (rows) rows.push(row);
  else map.set(key, [row]);
}
