import type { Annotation, Article } from '../../project/model';
import type { Read } from '../format';
import { append } from '../marks/append';

/**
 * Facts of an article that are there but empty, and roles of its annotations that are: no format’s rows can tell these
 * from what is not there, so they are told beside them.
 */
export interface Blanks {
  readonly facts: readonly string[];
  /** Annotation and role. */
  readonly roles: readonly (readonly [annotation: string, role: string])[];
}

const FACTS = ['standfirst', 'byline', 'outlet', 'url', 'publishedAt', 'note'] as const;

/** The blanks of an article with its annotations; undefined when there are none. */
export function blanksOf(article: Article, annotations: readonly Annotation[]): Blanks | undefined {
  const facts = FACTS.filter((fact) => article[fact] === '');
  const roles = annotations.flatMap(({ id, roles }) =>
    Object.keys(roles)
      .filter((role) => roles[role]!.length === 0)
      .sort()
      .map((role) => [id, role] as const),
  );
  return facts.length + roles.length > 0 ? { facts, roles } : undefined;
}

/** What was read with the blanks of articles, by their ids, put back where nothing else has come. */
export function withBlanks<Found extends Read>(read: Found, all: ReadonlyMap<string, unknown>): Found {
  const articles = new Map(read.articles);
  const annotations = new Map(read.annotations);
  for (const [id, value] of all) {
    const { facts, roles } = (value ?? {}) as Partial<Record<keyof Blanks, unknown>>;
    const article = articles.get(id);
    if (!article) continue;
    const empty = FACTS.filter((fact) => Array.isArray(facts) && facts.includes(fact));
    articles.set(id, { ...Object.fromEntries(empty.map((fact) => [fact, ''])), ...article });
    const blank = new Map<string, string[]>();
    for (const pair of Array.isArray(roles) ? roles : []) {
      const [annotation, role] = Array.isArray(pair) ? pair : [];
      if (typeof annotation !== 'string' || typeof role !== 'string' || role === '__proto__') continue;
      append(blank, annotation, role);
    }
    const list = annotations.get(id);
    if (!list || blank.size === 0) continue;
    annotations.set(
      id,
      list.map((annotation) => {
        const added = (blank.get(annotation.id) ?? []).map((role) => [role, []] as const);
        return added.length === 0
          ? annotation
          : { ...annotation, roles: { ...Object.fromEntries(added), ...annotation.roles } };
      }),
    );
  }
  return { ...read, articles, annotations };
}
