import type { Attribute, Layer, Role, TargetKind } from '../project/codebook';
import { layerOf, TARGET_KINDS } from '../project/codebook';
import type { Annotation, AttributeValue, Project } from '../project/model';

/** A layer of a file as its annotations use it. */
export interface ForeignLayer {
  readonly layer: Layer;
  readonly count: number;
  /** Quotes of a few annotations, no two the same. */
  readonly examples: readonly string[];
  readonly attributes: readonly ForeignAttribute[];
  readonly roles: readonly ForeignRole[];
}

export interface ForeignAttribute {
  readonly attribute: Attribute;
  readonly count: number;
  /** Value as text -> how often, the most frequent first. */
  readonly values: ReadonlyMap<string, number>;
}

export interface ForeignRole {
  readonly role: Role;
  readonly count: number;
  readonly kinds: ReadonlySet<TargetKind>;
  /** Layers of the annotations it points at. */
  readonly layers: ReadonlySet<string>;
}

const MOST_EXAMPLES = 3;
/** Label 9 stands before label 10. */
const natural = new Intl.Collator('en', { numeric: true });

const known = new WeakMap<Project, readonly ForeignLayer[]>();

/** The layers that the annotations of a project are of, the most used first, with all that they carry. */
export function foreignLayers(project: Project): readonly ForeignLayer[] {
  const layers = known.get(project) ?? layersOf(project);
  known.set(project, layers);
  return layers;
}

function layersOf(project: Project): readonly ForeignLayer[] {
  const byLayer = new Map<string, Annotation[]>();
  const layerById = new Map<string, string>();
  for (const list of project.annotations.values()) {
    for (const annotation of list) {
      layerById.set(annotation.id, annotation.layer);
      const own = byLayer.get(annotation.layer);
      if (own) own.push(annotation);
      else byLayer.set(annotation.layer, [annotation]);
    }
  }
  const found = [...byLayer].map(([id, list]) =>
    foreignLayer(layerOf(project.codebook, id)!, list, layerById),
  );
  return found.sort((a, b) => b.count - a.count || natural.compare(a.layer.label, b.layer.label));
}

function foreignLayer(
  layer: Layer,
  list: readonly Annotation[],
  layerById: ReadonlyMap<string, string>,
): ForeignLayer {
  const examples = new Set<string>();
  const attributes = new Map<string, { count: number; values: Map<string, number> }>();
  const roles = new Map<string, { count: number; kinds: Set<TargetKind>; layers: Set<string> }>();
  for (const annotation of list) {
    if (examples.size < MOST_EXAMPLES && annotation.quote !== '') examples.add(annotation.quote);
    for (const [id, value] of Object.entries(annotation.attributes)) {
      const seen = attributes.get(id) ?? { count: 0, values: new Map() };
      attributes.set(id, seen);
      seen.count++;
      for (const text of textsOf(value)) {
        // No record can have it as a key.
        if (text !== '__proto__') seen.values.set(text, (seen.values.get(text) ?? 0) + 1);
      }
    }
    for (const [id, targets] of Object.entries(annotation.roles)) {
      const seen = roles.get(id) ?? { count: 0, kinds: new Set(), layers: new Set() };
      roles.set(id, seen);
      seen.count += targets.length;
      for (const target of targets) {
        for (const kind of TARGET_KINDS) if (kind in target) seen.kinds.add(kind);
        const to = 'annotation' in target ? layerById.get(target.annotation) : undefined;
        if (to !== undefined) seen.layers.add(to);
      }
    }
  }
  return {
    layer,
    count: list.length,
    examples: [...examples],
    attributes: layer.attributes.flatMap((attribute) => {
      const seen = attributes.get(attribute.id);
      if (!seen) return [];
      return { attribute, count: seen.count, values: new Map([...seen.values].sort((a, b) => b[1] - a[1])) };
    }),
    roles: layer.roles.flatMap((role) => {
      const seen = roles.get(role.id);
      return seen && seen.count > 0 ? { role, ...seen } : [];
    }),
  };
}

/** The values that one value stands for, as texts: what mappings speak of. */
export function textsOf(value: AttributeValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}
