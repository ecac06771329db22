import type { Annotation, Project, Speaker } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';
import type { Standing } from '../../core/project/standing';
import { IS, standingsIn } from '../../core/project/standing';

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

export interface Register {
  /** Speaker id -> what points at the speaker; a speaker nothing points at has no entry. */
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Mentions that are linked to no speaker yet, in article order. */
  readonly unlinked: readonly Annotation[];
}

export const NO_TALLY: Tally = { standings: [], mentions: 0, statements: 0, articles: 0, named: 0 };

/** Stands in the state where a speaker's id would: the page of mentions not linked yet. No id begins so. */
export const UNLINKED = '?';

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

export type Sorting = 'name' | 'most';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The register as a list: those whose name, alias, role or affiliation holds every word of the query, sorted. */
export function speakersListed(
  speakers: ReadonlyMap<string, Speaker>,
  { tallies }: Register,
  query: string,
  sorting: Sorting,
): readonly Speaker[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const weight = ({ id }: Speaker) => {
    const { mentions, statements } = tallies.get(id) ?? NO_TALLY;
    return mentions + statements;
  };
  return [...speakers.values()]
    .filter((speaker) => {
      const { name, aliases, kind, role, affiliation } = speaker;
      const text = plain([name, ...aliases, kind, role, affiliation].filter(Boolean).join('\n'));
      return words.every((word) => text.includes(word));
    })
    .sort(
      (a, b) =>
        (sorting === 'most' ? weight(b) - weight(a) : 0) ||
        collator.compare(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Text for comparing: no case, no accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
