import type { Annotation, Project } from './model';
import { allAnnotations } from './query';

/** How many annotations of one layer there are, and what they carry. Includes parts the codebook has lost. */
export interface LayerUse {
  readonly annotations: number;
  /** Those that speak of a whole article. */
  readonly whole: number;
  /** Attribute id -> annotations that have a value for it. */
  readonly attributes: ReadonlyMap<string, number>;
  /** Attribute id -> value as text -> annotations that have it; a multiple choice counts for each. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Role id -> annotations that point at something with it. */
  readonly roles: ReadonlyMap<string, number>;
}

export const UNUSED: LayerUse = {
  annotations: 0,
  whole: 0,
  attributes: new Map(),
  values: new Map(),
  roles: new Map(),
};

let last: { readonly of: Project['annotations']; readonly use: ReadonlyMap<string, LayerUse> } | undefined;

/** Layer id -> what its annotations carry. Kept until an annotation changes. */
export function usageOf(project: Project): ReadonlyMap<string, LayerUse> {
  if (last?.of === project.annotations) return last.use;
  const use = new Map<string, Counting>();
  for (const annotation of allAnnotations(project)) {
    const layer = use.get(annotation.layer) ?? new Counting();
    use.set(annotation.layer, layer);
    count(layer, annotation);
  }
  last = { of: project.annotations, use };
  return use;
}

class Counting {
  annotations = 0;
  whole = 0;
  readonly attributes = new Map<string, number>();
  readonly values = new Map<string, Map<string, number>>();
  readonly roles = new Map<string, number>();
}

function count(layer: Counting, { spans, attributes, roles }: Annotation): void {
  layer.annotations++;
  if (spans.length === 0) layer.whole++;
  for (const [id, value] of Object.entries(attributes)) {
    add(layer.attributes, id);
    const values = layer.values.get(id) ?? new Map<string, number>();
    layer.values.set(id, values);
    for (const one of Array.isArray(value) ? value : [value]) add(values, String(one));
  }
  for (const [id, targets] of Object.entries(roles)) if (targets.length > 0) add(layer.roles, id);
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
