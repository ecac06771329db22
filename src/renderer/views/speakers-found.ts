import type { Found } from '../../core/project/find-mentions';
import type { Article, Project } from '../../core/project/model';
import type { Finding } from './speakers-desk';

/** The places found in one article. */
export interface Group {
  readonly article: Article;
  readonly places: readonly Found[];
}

/** A line of the list: an article, or a place in it. */
export type Line = { readonly group: Group; readonly place: Found | null };

/** A name for a place that holds as long as the text does. */
export const keyOf = ({ articleId, span }: Found): string => `${articleId}:${span.start}-${span.end}`;

/** Is a place ticked? Doubtful ones are not, unless a person ticked them. */
export const isTicked = (place: Found, { turned }: Finding): boolean =>
  (place.doubt === null) !== turned.has(keyOf(place));

/** The places of names that are not left out, by article. */
export function groupsOf({ articles }: Project, found: readonly Found[], { off }: Finding): readonly Group[] {
  const byArticle = new Map<string, Found[]>();
  for (const place of found) {
    if (off.has(place.name)) continue;
    const places = byArticle.get(place.articleId) ?? [];
    byArticle.set(place.articleId, places);
    places.push(place);
  }
  return [...byArticle].map(([id, places]) => ({ article: articles.get(id)!, places }));
}

/** Every article and under it its places. */
export const linesOf = (groups: readonly Group[]): readonly Line[] =>
  groups.flatMap((group) => [{ group, place: null }, ...group.places.map((place) => ({ group, place }))]);

/** The finding after places are ticked or unticked. */
export function ticking(finding: Finding, places: readonly Found[], on: boolean): Finding {
  const turned = new Set(finding.turned);
  for (const place of places) {
    if ((place.doubt === null) === on) turned.delete(keyOf(place));
    else turned.add(keyOf(place));
  }
  return { ...finding, turned };
}

/** How often each name was found, as the names are listed. */
export function countNames(
  found: readonly Found[],
  names: readonly string[],
): readonly (readonly [string, number])[] {
  return names
    .map((name) => [name, found.filter((place) => place.name === name).length] as const)
    .filter(([, count]) => count > 0);
}
