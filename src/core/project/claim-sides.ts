import { layerOf } from './codebook';
import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import { resolveRole } from './query';
import { targetsIn } from './roles';
import { AUTHOR } from './select';
import { standingsIn } from './standing';
import { partiesIn } from './who-stands';

/** The entries of the claim register that an annotation makes. */
export function registerClaims({ codebook }: Project, claim: Annotation): readonly string[] {
  const role = layerKinds(codebook).claims.get(claim.layer)?.register;
  const targets = role === undefined ? [] : targetsIn(claim.roles, role);
  return targets.flatMap((target) => ('claim' in target ? [target.claim] : []));
}

/** Who makes the claims of the register, and who speaks against a claim: ids of speakers, and AUTHOR. */
interface ClaimSides {
  /** By entry of the claim register. */
  readonly makers: ReadonlyMap<string, ReadonlySet<string>>;
  /** By entry of the claim register, and by annotation: the makers of claims that contradict it. */
  readonly against: ReadonlyMap<string, ReadonlySet<string>>;
}

let last: { readonly of: Pick<Project, 'annotations' | 'codebook'>; readonly sides: ClaimSides } | undefined;

/** See ClaimSides. One pass, kept until annotations or codebook change. */
export function claimSides(project: Project): ClaimSides {
  if (last?.of.annotations === project.annotations && last.of.codebook === project.codebook) {
    return last.sides;
  }
  const kinds = layerKinds(project.codebook);
  const makers = new Map<string, Set<string>>();
  const against = new Map<string, Set<string>>();
  for (const list of project.annotations.values()) {
    for (const annotation of list) {
      const layer = kinds.claims.get(annotation.layer);
      if (!layer) continue;
      const entries = registerClaims(project, annotation);
      const contradicted = annotation.roles[CONTRADICTS] ?? [];
      if (entries.length + contradicted.length === 0) continue;
      const who = partiesIn(standingsIn(project, list))
        .of(annotation.id)
        .filter(({ standing }) => standing.ways.some(({ role }) => layer.makers.has(role)))
        .map(({ speaker }) => speaker);
      // The author may also be the source of the quote around it.
      for (const role of layerOf(project.codebook, annotation.layer)?.roles ?? []) {
        if (!layer.makers.has(role.id)) continue;
        const { targets } = resolveRole(project, annotation, role);
        if (targets.some((target) => 'author' in target)) who.push(AUTHOR);
      }
      for (const entry of entries) add(makers, entry, who);
      for (const target of contradicted) {
        if ('claim' in target) add(against, target.claim, who);
        if ('annotation' in target) add(against, target.annotation, who);
      }
    }
  }
  last = { of: project, sides: { makers, against } };
  return last.sides;
}

/** The role of a claim that names the claims it speaks against, as the register names them, too. */
const CONTRADICTS = 'contradicts';

function add(to: Map<string, Set<string>>, id: string, who: readonly string[]): void {
  const all = to.get(id) ?? new Set();
  to.set(id, all);
  for (const one of who) all.add(one);
}
