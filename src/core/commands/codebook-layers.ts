import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Codebook, Colour, Layer } from '../project/codebook';
import { COLOURS } from '../project/codebook';
import { idFrom } from '../project/codebook-ids';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { revised } from './codebook';
import type { InLayer } from './codebook-parts';
import { editWords, labelAmong, layerIn, moved, withFields, withLayer } from './codebook-parts';
import { deleteAnnotations } from './delete-annotations';
import { relayered } from './relayer';

/**
 * Adds a layer at the end, switched on. Its id is made from the label and is none that an annotation carries,
 * so that old tags do not come to mean something new; only `id` says that a lost layer comes back.
 * Throws for a label or key that another layer has.
 */
export function addLayer(
  project: Project,
  args: { readonly label: string; readonly key: string; readonly id?: string; readonly at: string },
): Change {
  const { codebook } = project;
  const label = labelAmong(args.label, codebook.layers, 'a layer');
  const known = new Set(codebook.layers.map(({ id }) => id));
  if (args.id !== undefined && known.has(args.id)) throw new Error(`there is a layer ${args.id} already`);
  const taken = new Set(known);
  for (const { layer } of allAnnotations(project)) taken.add(layer);
  const layer: Layer = {
    id: args.id ?? idFrom(label, taken, 'layer'),
    label,
    colour: leastUsed(codebook),
    form: 'tint',
    key: freeKey(codebook, args.key, null),
    on: true,
    attributes: [],
    roles: [],
  };
  const layers = [...codebook.layers, layer];
  return revised(project, { ...codebook, layers }, `added the layer “${label}”`, args.at);
}

/** The colour that the fewest layers have; of several the last, which the built-in layers do not use. */
function leastUsed({ layers }: Codebook): Colour {
  const uses = (colour: Colour) => layers.filter((layer) => layer.colour === colour).length;
  return [...COLOURS].reverse().sort((a, b) => uses(a) - uses(b))[0]!;
}

function freeKey({ layers }: Codebook, key: string, own: string | null): string {
  if (!/^[a-z]$/.test(key)) throw new Error('a key is one letter from a to z');
  const other = layers.find((next) => next.key === key && next.id !== own);
  if (other) throw new Error(`“${key}” is the key of ${other.label}`);
  return key;
}

/** Edits what a layer is called, how it is explained and how it looks. A field given as undefined is removed. */
export function editLayer(
  project: Project,
  args: InLayer & {
    readonly fields: {
      readonly [K in keyof Omit<Layer, 'id' | 'on' | 'attributes' | 'roles'>]?: Layer[K] | undefined;
    };
  },
): Change {
  const { codebook } = project;
  const before = layerIn(codebook, args.layer);
  if (args.fields.key !== undefined) freeKey(codebook, args.fields.key, before.id);
  const after = withFields(before, args.fields, codebook.layers, 'a layer');
  const words = editWords(before, after, 'layer', '');
  return revised(
    project,
    withLayer(codebook, before.id, () => after),
    words,
    args.at,
  );
}

/** Moves a layer to another place among all layers; `to` is its index then. */
export function moveLayer(project: Project, args: { readonly layer: string; readonly to: number }): Change {
  const { codebook } = project;
  const layers = moved(codebook.layers, args.layer, args.to);
  return changeOf('codebook', [[codebook, { ...codebook, layers }]]);
}

/** What becomes of the annotations of a layer that goes: they stay as they are, go too, or change layer. */
export type Fate = 'keep' | 'delete' | { readonly to: string };

/**
 * Removes a layer and says what becomes of its annotations; also of a layer that is lost already. What other
 * layers said about it (whose role they inherit, which layers they point at) goes with it.
 */
export function deleteLayer(project: Project, args: InLayer & { readonly fate: Fate }): Change {
  const { codebook } = project;
  const gone = codebook.layers.find(({ id }) => id === args.layer);
  const layers = codebook.layers.filter((next) => next !== gone).map((next) => without(next, args.layer));
  const structure = gone
    ? revised(project, { ...codebook, layers }, `removed the layer “${gone.label}”`, args.at)
    : changeOf('codebook', []);
  return compose(structure, settle(project, args));
}

function settle(project: Project, { layer, fate, at }: InLayer & { readonly fate: Fate }): Change {
  if (fate === 'keep') return changeOf('annotations', []);
  const own = [...allAnnotations(project)].filter((annotation) => annotation.layer === layer);
  if (fate === 'delete') return deleteAnnotations(project, { ids: own.map(({ id }) => id), at });
  if (fate.to === layer) throw new Error('the annotations are in that layer already');
  const to = layerIn(project.codebook, fate.to);
  if (!to.wholeArticle && own.some(({ spans }) => spans.length === 0)) {
    throw new Error(`some of them speak of a whole article, which ${to.label} does not`);
  }
  const pairs = own.map(
    (annotation): Pair<Annotation> => [annotation, { ...relayered(annotation, to), updatedAt: at }],
  );
  return changeOf('annotations', pairs);
}

/** A layer that no longer speaks of the layer `gone`. */
function without(layer: Layer, gone: string): Layer {
  const roles = layer.roles.map((role) => {
    const { inherits, layers, ...rest } = role;
    const others = layers?.filter((id) => id !== gone);
    return {
      ...rest,
      ...(inherits && inherits.layer !== gone ? { inherits } : {}),
      ...(others && others.length > 0 ? { layers: others } : {}),
    };
  });
  return { ...layer, roles };
}
