import type { Annotation, Project } from './model';
import { articlesInOrder } from './query';
import type { Standing } from './standing';
import { IS, standingsIn } from './standing';

/** What points at one speaker. */
export interface Tally {
  /** In the order of the articles, and in reading order within each. */
  readonly standings: readonly Standing[];
  readonly mentions: number;
  readonly statements: number;
  readonly articles: number;
  /** Annotations that deleting the register entry would change. */
  readonly named: number;
}

/** The speaker register as the articles use it. */
export interface Register {
  /** Speaker id -> what points at the speaker; a speaker nothing points at has no entry. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Mentions that are linked to no speaker yet, in article order. */
  readonly unlinked: readonly Annotation[];
}

export const NO_TALLY: Tally = { standings: [], mentions: 0, statements: 0, articles: 0, named: 0 };

let last: { readonly of: Project; readonly register: Register } | undefined;

/** Everything that points at every speaker: one pass, kept until articles, annotations or codebook change. */
export function registerOf(project: Project): Register {
  if (
    last &&
    last.of.articles === project.articles &&
    last.of.annotations === project.annotations &&
    last.of.codebook === project.codebook
  ) {
    return last.register;
  }
  const tallies = new Map<string, { -readonly [K in keyof Tally]: Tally[K] } & { standings: Standing[] }>();
  const unlinked: Annotation[] = [];
  for (const { id } of articlesInOrder(project)) {
    const list = project.annotations.get(id);
    if (!list) continue;
    const local = standingsIn(project, list);
    for (const annotation of local.unlinked) unlinked.push(annotation);
    for (const { speaker, standing } of local.found) {
      const tally = tallies.get(speaker) ?? { ...NO_TALLY, standings: [] };
      tallies.set(speaker, tally);
      if (tally.standings.at(-1)?.annotation.articleId !== id) tally.articles++;
      tally.standings.push(standing);
      if (standing.ways.some(({ role }) => role === IS)) tally.mentions++;
      if (standing.statement) tally.statements++;
      if (standing.named) tally.named++;
    }
  }
  last = { of: project, register: { tallies, unlinked } };
  return last.register;
}
