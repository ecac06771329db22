import type { Codebook } from './codebook';
import type { Annotation, AttributeValue, Project, Target } from './model';
import { partiesIn, pointedAt, speakerOf } from './parties';
import { articlesInOrder } from './query';
import type { Selection } from './select';
import { AUTHOR } from './select';

/** Who is behind an annotation, and whom it is about: ids of speakers, inherited ones included. */
export interface Persons {
  /** `AUTHOR` where the article's author is meant. */
  readonly behind: readonly string[];
  readonly about: readonly string[];
}

/** Who is behind each annotation of a list and whom each is about; see parties.ts. */
export function personsIn(
  project: Project,
  list: readonly Annotation[],
): (annotation: Annotation) => Persons {
  const partiesOf = partiesIn(project, list);
  const idOf = personIn(project, list);
  const idsOf = (targets: readonly Target[]) => [...new Set(targets.flatMap((target) => idOf(target) ?? []))];
  return (annotation) => {
    const { behind, about } = partiesOf(annotation);
    return { behind: idsOf(behind), about: idsOf(about) };
  };
}

/** The id of the person that a target of a list stands for. */
function personIn(project: Project, list: readonly Annotation[]): (target: Target) => string | undefined {
  const find = pointedAt(project, list);
  return (target) => ('author' in target ? AUTHOR : speakerOf(target, find));
}

/** The annotations that a selection means, article by article as they were added, in reading order in each. */
export function selected(project: Project, selection: Selection): readonly Annotation[] {
  const found: Annotation[] = [];
  const matches = matcher(project, selection);
  const articles = setOf(selection.articles);
  const outlets = setOf(selection.outlets);
  const speakers = setOf(selection.speakers);
  const about = setOf<string | null>(selection.about);
  const { from, to } = selection;
  for (const article of articlesInOrder(project)) {
    const list = project.annotations.get(article.id);
    if (!list || (articles && !articles.has(article.id))) continue;
    if (outlets && !outlets.has(article.outlet ?? '')) continue;
    if (from !== undefined && !(article.publishedAt && article.publishedAt >= from)) continue;
    if (to !== undefined && !(article.publishedAt && article.publishedAt <= to)) continue;
    const asked = speakers || about ? arePersons(project, list, speakers, about) : null;
    for (const annotation of list) {
      if (matches(annotation) && (!asked || asked(annotation))) found.push(annotation);
    }
  }
  return found;
}

const setOf = <Value>(values: readonly Value[] | undefined) => values && new Set(values);

/** Are the persons of an annotation those asked for? Asked of each of thousands, so it makes nothing new. */
function arePersons(
  project: Project,
  list: readonly Annotation[],
  speakers: ReadonlySet<string | null> | undefined,
  about: ReadonlySet<string | null> | undefined,
): (annotation: Annotation) => boolean {
  const partiesOf = partiesIn(project, list);
  const idOf = personIn(project, list);
  const meets = (targets: readonly Target[], wanted: ReadonlySet<string | null>) => {
    let anyone = false;
    for (const target of targets) {
      const id = idOf(target);
      if (id === undefined) continue;
      if (wanted.has(id)) return true;
      anyone = true;
    }
    return !anyone && wanted.has(null);
  };
  return (annotation) => {
    const parties = partiesOf(annotation);
    return (!speakers || meets(parties.behind, speakers)) && (!about || meets(parties.about, about));
  };
}

/** What can be told from the annotation alone. */
function matcher({ codebook }: Project, selection: Selection): (annotation: Annotation) => boolean {
  const { layers, annotators, statuses, certainties, noted } = selection;
  const claims = setOf(selection.claims);
  const words = fold(selection.text ?? '').trim();
  const attributes = Object.entries(selection.attributes ?? {}).map(
    ([id, values]) => [id, new Set<unknown>(values), layersWith(codebook, id)] as const,
  );
  return (annotation) =>
    (!layers || layers.includes(annotation.layer)) &&
    (!annotators || annotators.includes(annotation.annotatorId)) &&
    (!statuses || statuses.includes(annotation.status)) &&
    (!certainties || certainties.includes(annotation.certainty)) &&
    (noted === undefined || noted === (annotation.note !== '')) &&
    attributes.every(([id, values, having]) =>
      isOneOf(annotation.attributes[id], values, having.has(annotation.layer)),
    ) &&
    (!claims || claimsOf(annotation).some((target) => 'claim' in target && claims.has(target.claim))) &&
    (words === '' || fold(annotation.quote).includes(words) || fold(annotation.note).includes(words));
}

/** Is the value one of those wanted? Where there is none, that counts only in a layer that could have one. */
function isOneOf(
  value: AttributeValue | undefined,
  wanted: ReadonlySet<unknown>,
  possible: boolean,
): boolean {
  const values = Array.isArray(value) ? value : [value];
  if (value === undefined || values.length === 0) return possible && wanted.has(null);
  return values.some((each) => wanted.has(each));
}

const layersWith = ({ layers }: Codebook, attribute: string): ReadonlySet<string> =>
  new Set(
    layers.flatMap(({ id, attributes }) => (attributes.some((next) => next.id === attribute) ? id : [])),
  );

/** The register claims that an annotation makes, as targets. */
export function claimsOf({ roles }: Annotation): readonly Target[] {
  return roles[SAME_CLAIM] ?? NO_TARGETS;
}

/** The role that says which entry of the claim register an annotation makes. */
export const SAME_CLAIM = 'same-claim';
const NO_TARGETS: readonly Target[] = [];

/** Case does not count, nor which of the quotation marks was typed. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  return CURLED.test(lower) ? lower.replace(/[‘’]/g, "'").replace(/[“”„«»]/g, '"') : lower;
}

const CURLED = /[‘’“”„«»]/;
