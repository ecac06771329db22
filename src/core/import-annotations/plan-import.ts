import type { Codebook } from '../project/codebook';
import type { Mapping } from '../project/mapping';
import type { Annotation, Annotator, Article, Claim, Project, Reading, Speaker } from '../project/model';
import type { Arrival } from './arrive';
import { arrivingArticles } from './arriving-articles';
import { ArrivingPeople } from './arriving-people';
import { withoutCircles } from './arriving-roles';
import { draftAnnotations } from './draft-annotations';
import { foreignLayers } from './foreign-layers';
import { grown } from './grown-codebook';
import { type ImportChoices, type ImportCounts, noCounts } from './import-choices';
import { joinRoles } from './join-roles';

export interface ImportRequest extends ImportChoices {
  readonly part: Arrival;
  /** Begins the ids of rows whose own are taken; nobody else may use it. */
  readonly ids: string;
}

/** What importing would add to a project, and what it could not. */
export interface ImportPlan {
  readonly counts: ImportCounts;
  /** The codebook with what has to be added to it. */
  readonly codebook: Codebook;
  /** The mapping by ids that there are then. */
  readonly mapping: Mapping;
  readonly articles: readonly Article[];
  readonly readings: readonly Reading[];
  readonly annotations: readonly Annotation[];
  readonly speakers: readonly Speaker[];
  readonly claims: readonly Claim[];
  readonly annotators: readonly Annotator[];
}

/** Works out an import. Throws when an article that annotations were set down in is not in the project. */
export function planImport(project: Project, request: ImportRequest): ImportPlan {
  const { part, ids, annotator, newArticles } = request;
  let last = 0;
  const freshId = (wanted: string, taken: { has(id: string): boolean }) => {
    let id = wanted;
    while (taken.has(id)) id = `${ids}-${++last}`;
    return id;
  };
  const { articles, ids: articleIds } = arrivingArticles(project, part, newArticles, freshId);
  const people = new ArrivingPeople(project, part.project, freshId);
  const { codebook, mapping } = grown(
    project.codebook,
    foreignLayers(part.project),
    request.mapping,
    usedLayers(project),
  );
  const counts = noCounts();
  for (const { lost } of part.articles) counts.lost += lost;
  counts.links = part.lostTargets;
  const into = { project, codebook, mapping, articleIds, annotator, people, freshId };
  const made = draftAnnotations(part.project, into, counts);
  joinRoles(part.project, made, codebook, counts);
  for (const role of acyclicRoles(codebook)) counts.links += withoutCircles(role, made.drafts);
  const annotations = [...made.drafts.values()].map(({ made: row, roles }) => ({
    ...row,
    roles: Object.fromEntries(roles),
  }));
  const readings = [...part.project.readings.values()].flatMap((reading): Reading[] => {
    const id = articleIds.get(reading.id);
    const isNew = articles.some((article) => article.id === id) && !project.readings.has(id!);
    return isNew ? [{ ...reading, id: id! }] : [];
  });
  const nothing = annotations.length === 0;
  return {
    counts,
    codebook: nothing ? project.codebook : codebook,
    mapping: nothing ? {} : mapping,
    articles,
    readings,
    annotations,
    ...people.namedBy(annotations),
    annotators: makers(annotations, people, annotator, project),
  };
}

/** Ids of layers that annotations carry, also those that the codebook has lost. */
function usedLayers({ annotations }: Project): ReadonlySet<string> {
  const used = new Set<string>();
  for (const list of annotations.values()) for (const { layer } of list) used.add(layer);
  return used;
}

function acyclicRoles({ layers }: Codebook): ReadonlySet<string> {
  return new Set(layers.flatMap(({ roles }) => roles.filter(({ acyclic }) => acyclic).map(({ id }) => id)));
}

function makers(
  annotations: readonly Annotation[],
  people: ArrivingPeople,
  annotator: ImportChoices['annotator'],
  { annotators }: Project,
): readonly Annotator[] {
  if (annotator !== 'theirs')
    return annotations.length > 0 && !annotators.has(annotator.id) ? [annotator] : [];
  const used = new Set(annotations.map(({ annotatorId }) => annotatorId));
  return [...people.annotators.values()].filter(({ id }) => used.has(id));
}
