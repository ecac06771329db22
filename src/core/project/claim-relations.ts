import type { RelationKind } from './claim-links';
import { entryOf, RELATIONS } from './claim-links';
import type { ClaimRegister, Edge } from './claim-register';
import { tallyOf } from './claim-register';
import type { Annotation, Claim, Project, Target } from './model';

/** Another claim that this one speaks for or against, or that speaks for or against it. */
export interface Relation {
  /** An entry of the register, or an annotation that makes none. */
  readonly other: { readonly claim: Claim } | { readonly annotation: Annotation };
  /** Does the register itself say so? */
  readonly registered: boolean;
  /** The annotations that say so, in no particular order. */
  readonly saidIn: readonly Annotation[];
}

export type Related = Readonly<
  Record<RelationKind, { readonly to: readonly Relation[]; readonly from: readonly Relation[] }>
>;

/** What an entry speaks for and against, and what speaks for and against it, by whichever side it is said. */
export function relatedTo(project: Project, register: ClaimRegister, id: string): Related {
  const related = (kind: RelationKind) => {
    const to = gathering(id);
    const from = gathering(id);
    for (const other of project.claims.get(id)?.[kind] ?? []) to.add(project.claims.get(other));
    for (const annotation of tallyOf(register, id).linked) {
      if (register.denials.has(annotation.id)) continue;
      for (const target of annotation.roles[kind] ?? []) to.add(endOf(project, register, target), annotation);
    }
    for (const claim of project.claims.values()) if (claim[kind]?.includes(id)) from.add(claim);
    for (const edge of edgesTo(register, id)) {
      if (edge.kind === kind) from.add(nodeOf(project, register, edge.from), edge.from);
    }
    return { to: to.relations(), from: from.relations() };
  };
  return Object.fromEntries(RELATIONS.map((kind) => [kind, related(kind)])) as unknown as Related;
}

/** What annotations say of an entry: those that name it, and those that name a passage which makes it. */
export function edgesTo(register: ClaimRegister, id: string): readonly Edge[] {
  const makes = tallyOf(register, id).linked.filter((annotation) => !register.denials.has(annotation.id));
  return [
    ...(register.atClaim.get(id) ?? []),
    ...makes.flatMap((annotation) => register.atAnnotation.get(annotation.id) ?? []),
  ];
}

/** The entry that an annotation makes; none when it is not registered or denies its entry. */
export function madeBy(
  project: Project,
  register: ClaimRegister,
  annotation: Annotation,
): string | undefined {
  return register.denials.has(annotation.id) ? undefined : entryOf(project, annotation);
}

type Node = Claim | Annotation;

/** What an annotation stands for in the web of claims: the entry it makes, or itself. */
function nodeOf(project: Project, register: ClaimRegister, annotation: Annotation): Node {
  return project.claims.get(madeBy(project, register, annotation) ?? '') ?? annotation;
}

function endOf(project: Project, register: ClaimRegister, target: Target): Node | undefined {
  if ('claim' in target) return project.claims.get(target.claim);
  const annotation = 'annotation' in target ? register.annotations.get(target.annotation) : undefined;
  return annotation && nodeOf(project, register, annotation);
}

/** Relations gathered by what they lead to; none to the entry itself. */
function gathering(self: string) {
  const found = new Map<Node, { registered: boolean; saidIn: Set<Annotation> }>();
  /** `saidIn` is the annotation that says so; without one the register does. */
  const add = (node: Node | undefined, saidIn?: Annotation) => {
    if (!node || ('wording' in node && node.id === self)) return;
    const relation = found.get(node) ?? { registered: false, saidIn: new Set() };
    found.set(node, relation);
    if (saidIn) relation.saidIn.add(saidIn);
    else relation.registered = true;
  };
  const relations = (): readonly Relation[] =>
    [...found].map(([node, { registered, saidIn }]) => ({
      other: 'wording' in node ? { claim: node } : { annotation: node },
      registered,
      saidIn: [...saidIn],
    }));
  return { add, relations };
}
