import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import { resolveRole } from './query';
import { AUTHOR } from './select';
import type { Standing } from './standing';
import { standingsIn } from './standing';
import type { Voice } from './statements';
import { partiesIn, stands } from './statements';

/** Stands where a speaker's id would, as AUTHOR does; no id is like it. */
export const NOBODY = '@nobody';

/** Feelings between the speaker and one other: a speaker's id, AUTHOR, or NOBODY for who is no speaker. */
export interface Party {
  readonly who: string;
  readonly count: number;
  /** Of those that have a value; null = none has. */
  readonly mean: number | null;
}

/** Some feelings, summed up. */
export interface Felt {
  readonly count: number;
  readonly mean: number | null;
  /** How many of each value, the least first; those without a value are left out. */
  readonly steps: readonly { readonly value: number; readonly count: number }[];
  /** The other side of them, the most frequent first. */
  readonly parties: readonly Party[];
}

/** What a speaker's page counts. */
export interface Figures {
  readonly statements: number;
  /** Quotes by the value of their form, in the order of the codebook; those without one under "". */
  readonly forms: readonly { readonly id: string; readonly label: string; readonly count: number }[];
  /** Different claims: one of the register counts once, however often it is made. */
  readonly claims: number;
  /** Annotations that make them. */
  readonly made: number;
  /** Claims of the register that somebody else makes, too. */
  readonly shared: number;
  readonly held: Felt;
  readonly toward: Felt;
  /** How often the speaker stands in each article, as the articles were added. */
  readonly articles: readonly { readonly id: string; readonly count: number }[];
}

/** The figures of one speaker; `voice` and `standings` are the speaker's own. */
export function figuresOf(
  project: Project,
  speaker: string,
  voice: Voice,
  standings: readonly Standing[],
): Figures {
  const said = voice.statements.filter((statement) => statement.said);
  const claims = voice.statements.flatMap((statement) => statement.claims);
  const held = voice.statements.flatMap((statement) => statement.feelings);
  const registered = new Set(claims.flatMap((claim) => registerClaims(project, claim)));
  const { makers } = claimSides(project);
  const articles = new Map<string, number>();
  for (const { annotation } of standings) {
    articles.set(annotation.articleId, (articles.get(annotation.articleId) ?? 0) + 1);
  }
  return {
    statements: said.length,
    forms: formsOf(
      project,
      said.map(({ annotation }) => annotation),
    ),
    claims: registered.size + claims.filter((claim) => registerClaims(project, claim).length === 0).length,
    made: claims.length,
    shared: [...registered].filter((id) => [...makers.get(id)!].some((who) => who !== speaker)).length,
    held: felt(project, held, 'target'),
    toward: felt(
      project,
      voice.toward.map(({ annotation }) => annotation),
      'holder',
    ),
    articles: [...articles].map(([id, count]) => ({ id, count })),
  };
}

function formsOf({ codebook }: Project, said: readonly Annotation[]): Figures['forms'] {
  const { words } = layerKinds(codebook);
  const counts = new Map<string, { id: string; label: string; count: number }>();
  for (const { form } of words.values()) {
    if (form?.kind !== 'choice') continue;
    for (const { id, label } of form.values) counts.set(id, { id, label, count: 0 });
  }
  for (const annotation of said) {
    const form = words.get(annotation.layer)?.form;
    if (!form) continue;
    const value = annotation.attributes[form.id];
    const id = typeof value === 'string' ? value : '';
    const entry = counts.get(id) ?? { id, label: id || 'no form', count: 0 };
    counts.set(id, entry);
    entry.count++;
  }
  return [...counts.values()].filter(({ count }) => count > 0);
}

/** The entries of the claim register that an annotation makes. */
export function registerClaims({ codebook }: Project, claim: Annotation): readonly string[] {
  const role = layerKinds(codebook).claims.get(claim.layer)?.register;
  const targets = role === undefined ? [] : (claim.roles[role] ?? []);
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
      for (const role of layer.makers.keys()) {
        if (annotation.roles[role]?.some((target) => 'author' in target)) who.push(AUTHOR);
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

function felt(project: Project, feelings: readonly Annotation[], side: 'holder' | 'target'): Felt {
  const parties = new Map<string, (number | null)[]>();
  const values: (number | null)[] = [];
  for (const feeling of feelings) {
    const value = feltValue(project, feeling);
    values.push(value);
    for (const who of sidesOf(project, feeling, side)) {
      const all = parties.get(who) ?? [];
      parties.set(who, all);
      all.push(value);
    }
  }
  const steps = new Map<number, number>();
  for (const value of values) if (value !== null) steps.set(value, (steps.get(value) ?? 0) + 1);
  return {
    count: feelings.length,
    mean: meanOf(values),
    steps: [...steps].sort(([a], [b]) => a - b).map(([value, count]) => ({ value, count })),
    parties: [...parties]
      .map(([who, all]) => ({ who, count: all.length, mean: meanOf(all) }))
      .sort((a, b) => b.count - a.count || Number(a.who === NOBODY) - Number(b.who === NOBODY)),
  };
}

/** What a feeling is worth on its scale, or null. */
export function feltValue({ codebook }: Project, feeling: Annotation): number | null {
  const scale = layerKinds(codebook).feelings.get(feeling.layer)?.scale;
  const value = scale === undefined ? undefined : feeling.attributes[scale];
  return typeof value === 'number' ? value : null;
}

/** Who holds a feeling, or whom it is toward: ids of speakers, else AUTHOR, else NOBODY. */
export function sidesOf(project: Project, feeling: Annotation, side: 'holder' | 'target'): readonly string[] {
  const role = layerKinds(project.codebook).feelings.get(feeling.layer)?.[side];
  const list = project.annotations.get(feeling.articleId);
  if (!role || !list) return [NOBODY];
  const found = partiesIn(standingsIn(project, list))
    .of(feeling.id)
    .filter(({ standing }) => stands(standing, role.id))
    .map(({ speaker }) => speaker);
  const { targets } = resolveRole(project, feeling, role);
  if (targets.some((target) => 'author' in target)) found.push(AUTHOR);
  return found.length > 0 ? found : [NOBODY];
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
