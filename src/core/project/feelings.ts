import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import { resolveRole } from './query';
import { AUTHOR } from './select';
import { standingsIn } from './standing';
import { partiesIn, stands } from './who-stands';

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

/** Sums up feelings; `side` says whom to list them by. */
export function felt(project: Project, feelings: readonly Annotation[], side: 'holder' | 'target'): Felt {
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
