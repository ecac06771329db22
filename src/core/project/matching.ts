import type { Annotation, AttributeValue, Project } from './model';
import { articlesInOrder } from './query';
import type { Selection } from './select';
import { IS, speakingRoles, standingsIn } from './standing';

/** Who is behind an annotation, and whom it is about: ids of speakers, inherited ones included. */
export interface Persons {
  readonly behind: readonly string[];
  readonly about: readonly string[];
}

const NOBODY: Persons = { behind: [], about: [] };

/**
 * Who is behind each annotation of a list and whom each is about. Behind it is whom a mention names, who says
 * it or holds it (the roles that others inherit, and those that inherit); it is about whom a role points at
 * that the codebook expects to be filled. Kept as long as the list and the codebook stay the same.
 */
export function personsIn(
  project: Project,
  list: readonly Annotation[],
): (annotation: Annotation) => Persons {
  const { codebook } = project;
  const roles = rolesOf(codebook);
  const found = new Map<string, { behind: string[]; about: string[] }>();
  for (const { speaker, standing } of standingsIn(project, list).found) {
    const { annotation, ways } = standing;
    let persons = found.get(annotation.id);
    if (!persons) {
      persons = { behind: [], about: [] };
      found.set(annotation.id, persons);
    }
    const kinds = ways.map(({ role }) => roles.get(`${annotation.layer}/${role}`));
    if (ways.some(({ role }) => role === IS) || kinds.includes('behind')) persons.behind.push(speaker);
    if (kinds.includes('about')) persons.about.push(speaker);
  }
  return ({ id }) => found.get(id) ?? NOBODY;
}

const known = new WeakMap<object, ReadonlyMap<string, 'behind' | 'about'>>();

function rolesOf(codebook: Project['codebook']): ReadonlyMap<string, 'behind' | 'about'> {
  let roles = known.get(codebook);
  if (!roles) {
    const speaking = speakingRoles(codebook);
    roles = new Map(
      codebook.layers.flatMap(({ id: layer, roles: own }) =>
        own.flatMap(({ id, inherits, expected }): [string, 'behind' | 'about'][] => {
          const name = `${layer}/${id}`;
          if (inherits || speaking.has(name)) return [[name, 'behind']];
          return expected && id !== IS ? [[name, 'about']] : [];
        }),
      ),
    );
    known.set(codebook, roles);
  }
  return roles;
}

/** The annotations that a selection means, article by article as they were added, in reading order in each. */
export function selected(project: Project, selection: Selection): readonly Annotation[] {
  const found: Annotation[] = [];
  const matches = matcher(selection);
  const articles = selection.articles && new Set(selection.articles);
  const { outlets, from, to, speakers, about } = selection;
  for (const article of articlesInOrder(project)) {
    const list = project.annotations.get(article.id);
    if (!list || (articles && !articles.has(article.id))) continue;
    if (outlets && !outlets.includes(article.outlet ?? '')) continue;
    if (from !== undefined && !(article.publishedAt && article.publishedAt >= from)) continue;
    if (to !== undefined && !(article.publishedAt && article.publishedAt <= to)) continue;
    const persons = speakers || about ? personsIn(project, list) : null;
    for (const annotation of list) {
      if (!matches(annotation)) continue;
      if (persons && !isMeant(persons(annotation), speakers, about)) continue;
      found.push(annotation);
    }
  }
  return found;
}

function isMeant(persons: Persons, speakers: Selection['speakers'], about: Selection['about']): boolean {
  const { behind } = persons;
  if (speakers && !speakers.some((id) => (id === null ? behind.length === 0 : behind.includes(id)))) {
    return false;
  }
  return !about || about.some((id) => persons.about.includes(id));
}

/** What can be told from the annotation alone. */
function matcher(selection: Selection): (annotation: Annotation) => boolean {
  const { layers, attributes, claims, annotators, statuses, certainties, noted } = selection;
  const words = fold(selection.text ?? '');
  const wanted = Object.entries(attributes ?? {});
  return (annotation) =>
    (!layers || layers.includes(annotation.layer)) &&
    (!annotators || annotators.includes(annotation.annotatorId)) &&
    (!statuses || statuses.includes(annotation.status)) &&
    (!certainties || certainties.includes(annotation.certainty)) &&
    (noted === undefined || noted === (annotation.note !== '')) &&
    wanted.every(([id, values]) => isOneOf(annotation.attributes[id], values)) &&
    (!claims || madeBy(annotation).some((id) => claims.includes(id))) &&
    (words === '' || fold(annotation.quote).includes(words) || fold(annotation.note).includes(words));
}

function isOneOf(
  value: AttributeValue | undefined,
  values: readonly (string | number | boolean | null)[],
): boolean {
  if (value === undefined) return values.includes(null);
  if (Array.isArray(value)) return value.some((each) => values.includes(each as string));
  return values.includes(value as string | number | boolean);
}

/** The register claims that an annotation makes. */
function madeBy({ roles }: Annotation): readonly string[] {
  return (roles['same-claim'] ?? []).flatMap((target) => ('claim' in target ? [target.claim] : []));
}

/** Case does not count, nor which of the quotation marks was typed. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .trim();
}
