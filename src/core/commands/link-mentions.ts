import type { Change, Pair } from '../change/change';
import { changeOf } from '../change/change';
import { layerKinds } from '../project/layer-kinds';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { IS } from '../project/standing';
import type { Span } from '../text/span';
import { newAnnotation } from './add-annotation';
import { speakerOf } from './speakers';

/** A passage that names a speaker and is not tagged yet. */
interface Place {
  /** The id of the mention to be made. */
  readonly id: string;
  readonly articleId: string;
  readonly span: Span;
}

/**
 * Says of many passages at once that a speaker is meant: tags `places` as mentions and links them, and links
 * `mentions` (ids) that are tagged but linked to nobody; one that is linked meanwhile stays as it is. Throws
 * for an unknown speaker, for a place outside its text, and where the codebook has no layer of mentions.
 */
export function linkMentions(
  project: Project,
  args: {
    readonly speaker: string;
    readonly places: readonly Place[];
    readonly mentions: readonly string[];
    readonly annotatorId: string;
    readonly at: string;
  },
): Change {
  const { speaker, places, annotatorId, at } = args;
  speakerOf(project, speaker);
  const is = { [IS]: [{ speaker }] };
  const pairs: Pair<Annotation>[] = [];
  const wanted = new Set(args.mentions);
  const { mentions: layers } = layerKinds(project.codebook);
  if (wanted.size > 0) {
    for (const annotation of allAnnotations(project)) {
      if (!wanted.has(annotation.id) || !layers.includes(annotation.layer)) continue;
      if (annotation.roles[IS]?.some((target) => 'speaker' in target)) continue;
      pairs.push([annotation, { ...annotation, roles: { ...annotation.roles, ...is }, updatedAt: at }]);
    }
  }
  const [layer] = layers;
  if (layer === undefined && places.length > 0) throw new Error('the codebook has no layer of mentions');
  for (const { id, articleId, span } of places) {
    const row = { id, articleId, annotatorId, layer: layer!, spans: [span], roles: is, at };
    pairs.push([null, newAnnotation(project, row)]);
  }
  return changeOf('annotations', pairs);
}
