import type { Codebook } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { LayerMapping, Mapping } from '../project/mapping';
import type { Annotation, Project, Target } from '../project/model';
import { AlreadyThere, isAsCandidate } from './already-there';
import type { ArrivingPeople, FreshId } from './arriving-people';
import { arrivingRoles, type Become } from './arriving-roles';
import { arrivingValues } from './arriving-values';
import type { ImportChoices, ImportCounts } from './import-choices';

/** An annotation that is to be added; its roles are filled in when all are known. */
export interface Draft {
  readonly theirs: Annotation;
  readonly mapping: LayerMapping;
  readonly made: Annotation;
  readonly roles: Map<string, readonly Target[]>;
}

export interface Drafts {
  /** By our ids. */
  readonly drafts: ReadonlyMap<string, Draft>;
  /** By the ids of the file. */
  readonly become: ReadonlyMap<string, Become>;
  /** Annotations that are to be passages of a role. */
  readonly joining: readonly Joining[];
}

export interface Joining {
  readonly theirs: Annotation;
  readonly role: string;
  readonly of: string;
}

interface Into {
  readonly project: Project;
  readonly codebook: Codebook;
  readonly mapping: Mapping;
  /** Article of the file -> its id here; none = it is not added. */
  readonly articleIds: ReadonlyMap<string, string>;
  readonly annotator: ImportChoices['annotator'];
  readonly people: ArrivingPeople;
  readonly freshId: FreshId;
}

/** Turns the annotations of a file into ours and counts what becomes of each. */
export function draftAnnotations(theirProject: Project, into: Into, counts: ImportCounts): Drafts {
  const { codebook, mapping, articleIds, people } = into;
  const already = new AlreadyThere(into.project, articleIds.values());
  const drafts = new Map<string, Draft>();
  const become = new Map<string, Become>();
  const joining: Joining[] = [];
  const draft = (theirs: Annotation, own: LayerMapping, articleId: string, layerId: string) => {
    const layer = layerOf(codebook, layerId)!;
    const { spans } = theirs;
    if (spans.length === 0 && !layer.wholeArticle) {
      counts.whole++;
      return;
    }
    const { attributes, dropped } = arrivingValues(theirs.attributes, own.attributes, layer.attributes);
    const annotatorId =
      into.annotator === 'theirs' ? people.annotator(theirs.annotatorId) : into.annotator.id;
    const candidate = { ...theirs, articleId, annotatorId, layer: layer.id, attributes };
    const there = already.find(candidate);
    if (there) {
      counts.there++;
      if (!isAsCandidate(there, candidate)) counts.differing++;
      become.set(theirs.id, { id: there.id, layer: there.layer, ...placeOf(theirs) });
      return;
    }
    counts.added++;
    counts.values += dropped;
    const id = into.freshId(theirs.id, { has: (wanted) => already.has(wanted) || drafts.has(wanted) });
    drafts.set(id, { theirs, mapping: own, made: { ...candidate, id }, roles: new Map() });
    become.set(theirs.id, { id, layer: layer.id, ...placeOf(theirs) });
  };
  for (const [theirId, list] of theirProject.annotations) {
    const articleId = articleIds.get(theirId);
    for (const theirs of list) {
      const own = mapping[theirs.layer];
      const to = own?.to ?? 'out';
      if (articleId === undefined) counts.elsewhere++;
      else if (typeof to === 'object' && 'layer' in to) draft(theirs, own!, articleId, to.layer);
      else if (typeof to === 'object') {
        joining.push({ theirs, ...to });
        become.set(theirs.id, { ...placeOf(theirs), joined: true });
      } else {
        counts.leftOut++;
        become.set(theirs.id, placeOf(theirs));
      }
    }
  }
  for (const { theirs, mapping: own, made, roles } of drafts.values()) {
    const found = arrivingRoles(theirs, own.roles, layerOf(codebook, made.layer)!, become, people);
    for (const [role, targets] of found.roles) roles.set(role, targets);
    counts.links += found.dropped;
  }
  return { drafts, become, joining };
}

function placeOf({ spans, articleId }: Annotation): Pick<Become, 'spans' | 'theirArticle'> {
  return { spans, theirArticle: articleId };
}
