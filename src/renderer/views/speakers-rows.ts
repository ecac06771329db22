import { layerKinds } from '../../core/project/layer-kinds';
import type { Annotation, Project } from '../../core/project/model';
import type { Standing } from '../../core/project/standing';
import type { Statement, Voice } from '../../core/project/statements';

/** One line of a speaker's page. */
export interface Row {
  readonly annotation: Annotation;
  readonly standing: Standing;
  /** null = the speaker does not speak here: a mention, a feeling of somebody else. */
  readonly statement: Statement | null;
}

/** One way to see the page, and how many rows it has. */
export interface Kind {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Does the speaker speak in it? */
  readonly own: boolean;
}

interface Asked {
  readonly kind: string;
  readonly about: string | null;
  readonly article: string | null;
  readonly newest: boolean;
}

/**
 * The rows asked for, by date of the article and then by place, and the kinds there are to choose from (those
 * of the same article and about the same speaker). Articles without a date come last. A kind that has no rows
 * gives way to the first that has.
 */
export function rowsOf(
  project: Project,
  voice: Voice,
  { kind, about, article, newest }: Asked,
): { readonly rows: readonly Row[]; readonly kinds: readonly Kind[]; readonly kind: string } {
  const here = (row: { readonly annotation: Annotation }) =>
    article === null || row.annotation.articleId === article;
  const own = voice.statements.filter((next) => here(next) && (about === null || next.about.includes(about)));
  const forms = [...layerKinds(project.codebook).words].flatMap(([layer, { form }]) =>
    form?.kind === 'choice' ? form.values.map((value) => ({ layer, form: form.id, value })) : [],
  );
  const sets: (Omit<Kind, 'count'> & { readonly list: readonly (Statement | Standing)[] })[] = [
    { id: 'all', label: 'All', own: true, list: own },
    ...forms.map(({ layer, form, value }) => ({
      id: `${layer}/${value.id}`,
      label: capital(value.label),
      own: true,
      list: own.filter(
        ({ annotation }) => annotation.layer === layer && annotation.attributes[form] === value.id,
      ),
    })),
    { id: 'claims', label: 'Claims', own: true, list: own.filter(({ claims }) => claims.length > 0) },
    { id: 'feelings', label: 'Feelings', own: true, list: own.filter(({ feelings }) => feelings.length > 0) },
    { id: 'mentions', label: 'Mentions', own: false, list: voice.mentions.filter(here) },
    { id: 'toward', label: 'Felt toward', own: false, list: voice.toward.filter(here) },
    { id: 'other', label: 'Other', own: false, list: voice.other.filter(here) },
  ];
  const some = sets.filter(({ list }) => list.length > 0);
  const chosen = some.find(({ id }) => id === kind) ?? some[0];
  return {
    rows: inOrder(project, (chosen?.list ?? []).map(rowOf), newest),
    kinds: some.map(({ list, ...rest }) => ({ ...rest, count: list.length })),
    kind: chosen?.id ?? '',
  };
}

const rowOf = (next: Statement | Standing): Row =>
  'standing' in next
    ? { annotation: next.annotation, standing: next.standing, statement: next }
    : { annotation: next.annotation, standing: next, statement: null };

/** By date of the article; within one article as they stand in it. */
function inOrder({ articles }: Project, rows: readonly Row[], newest: boolean): readonly Row[] {
  const ranks = new Map<string, number>();
  const sorted = [...new Set(rows.map(({ annotation }) => annotation.articleId))].sort((a, b) => {
    const [one, other] = [articles.get(a), articles.get(b)];
    const [from, to] = [one?.publishedAt ?? '', other?.publishedAt ?? ''];
    if (from === '' || to === '') return Number(from === '') - Number(to === '') || order(one, other);
    return (from < to ? -1 : from > to ? 1 : order(one, other)) * (newest ? -1 : 1);
  });
  for (const id of sorted) ranks.set(id, ranks.size);
  const rank = ({ annotation }: Row) => ranks.get(annotation.articleId)!;
  // Sorting is stable: what stands in one article stays in reading order.
  return [...rows].sort((a, b) => rank(a) - rank(b));
}

const order = (one?: { readonly order: number }, other?: { readonly order: number }) =>
  (one?.order ?? 0) - (other?.order ?? 0);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Whom the statements are about, the most frequent first. */
export function aboutWhom(voice: Voice): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { about } of voice.statements) {
    for (const who of about) counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}
