import type { Attribute, Codebook, Layer } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type {
  AttributeMapping,
  LayerMapping,
  LayerTo,
  RoleTo,
  SavedMapping,
  ValueTo,
} from '../project/mapping';
import { isPossible } from '../project/possible-value';
import type { ForeignAttribute, ForeignLayer, ForeignRole } from './foreign-layers';
import { ATTRIBUTE_NAMES, LAYER_NAMES, LINK_NAMES, plainName, ROLE_NAMES, SCALE_WORDS } from './synonyms';

/** Why a layer is proposed for one of the file. */
export type Why = 'remembered' | 'id' | 'label' | 'synonym' | 'linked' | 'none';

export interface ProposedLayer {
  readonly mapping: LayerMapping;
  readonly why: Why;
}

/** More different values than this make a free text, which no list of values can hold. */
const MOST_VALUES = 40;

/**
 * What may become of each layer of a file: as it was chosen last time for files of the same format, or the layer of
 * the codebook that has its id, its name, or a name that is usual for it, or a new one.
 */
export function proposeMapping(
  layers: readonly ForeignLayer[],
  codebook: Codebook,
  remembered: readonly SavedMapping[] = [],
): ReadonlyMap<string, ProposedLayer> {
  const places = layers.map((foreign) => [foreign.layer.id, placeFor(foreign, layers, codebook)] as const);
  return new Map(
    layers.map((foreign, at): [string, ProposedLayer] => {
      const saved = remembered.find(({ layer }) => layer === foreign.layer.id);
      if (saved && stillThere(saved.to, codebook)) {
        return [foreign.layer.id, { mapping: withSaved(foreign, saved, codebook), why: 'remembered' }];
      }
      const { to, why } = places[at]![1];
      return [foreign.layer.id, { mapping: mappingTo(foreign, to, codebook), why }];
    }),
  );
}

function stillThere(to: LayerTo, codebook: Codebook): boolean {
  if (typeof to === 'string') return true;
  if ('layer' in to) return layerOf(codebook, to.layer) !== undefined;
  return layerOf(codebook, to.of)?.roles.some(({ id }) => id === to.role) ?? false;
}

/** What was chosen, and for what the file has besides what would be proposed. */
function withSaved(foreign: ForeignLayer, saved: SavedMapping, codebook: Codebook): LayerMapping {
  const fresh = mappingTo(foreign, saved.to, codebook);
  const into = targetLayer(saved.to, codebook);
  const attributes = Object.entries(fresh.attributes).map(([id, proposed]) => {
    const before = Object.hasOwn(saved.attributes, id) ? saved.attributes[id]! : undefined;
    const known =
      before &&
      (typeof before.to === 'string' ||
        into?.attributes.some((own) => own.id === (before.to as { attribute: string }).attribute));
    return [
      id,
      known ? { to: before.to, values: { ...proposed.values, ...before.values } } : proposed,
    ] as const;
  });
  const roles = Object.entries(fresh.roles).map(([id, proposed]) => {
    const before = Object.hasOwn(saved.roles, id) ? saved.roles[id]! : undefined;
    const known = before && (typeof before === 'string' || into?.roles.some((own) => own.id === before.role));
    return [id, known ? before : proposed] as const;
  });
  return { to: saved.to, attributes: Object.fromEntries(attributes), roles: Object.fromEntries(roles) };
}

function placeFor(
  { layer, roles }: ForeignLayer,
  all: readonly ForeignLayer[],
  codebook: Codebook,
): { readonly to: LayerTo; readonly why: Why } {
  const has = (id: string) => layerOf(codebook, id) !== undefined;
  if (has(layer.id)) return { to: { layer: layer.id }, why: 'id' };
  const names = new Set([plainName(layer.id), plainName(layer.label)]);
  const labelled = codebook.layers.find(
    (own) => names.has(plainName(own.label)) || names.has(plainName(own.id)),
  );
  if (labelled) return { to: { layer: labelled.id }, why: 'label' };
  const asRole = [...names].map((name) => own(ROLE_NAMES, name)).find((found) => found !== undefined);
  if (asRole && layerOf(codebook, asRole.of)?.roles.some(({ id }) => id === asRole.role)) {
    const linked =
      roles.some(({ layers }) => layers.size > 0) ||
      all.some((other) => other.roles.some(({ layers }) => layers.has(layer.id)));
    if (linked) return { to: asRole, why: 'linked' };
  }
  for (const [id, usual] of Object.entries(LAYER_NAMES)) {
    if (has(id) && usual.some((name) => names.has(name))) return { to: { layer: id }, why: 'synonym' };
  }
  return { to: 'new', why: 'none' };
}

function targetLayer(to: LayerTo, codebook: Codebook): Layer | undefined {
  return typeof to === 'object' && 'layer' in to ? layerOf(codebook, to.layer) : undefined;
}

/** The attributes, values and roles of a foreign layer as they would go into what was chosen for it. */
export function mappingTo(foreign: ForeignLayer, to: LayerTo, codebook: Codebook): LayerMapping {
  const into = targetLayer(to, codebook);
  const taken = new Set<string>();
  const attributes = foreign.attributes.map((next): [string, AttributeMapping] => {
    const found = into && attributeFor(next, into, taken);
    if (found) taken.add(found.id);
    return [next.attribute.id, attributeMapping(next, found ? { attribute: found.id } : 'new', into)];
  });
  const roles = foreign.roles.map((next): [string, RoleTo] => {
    const found = into && roleFor(next, into);
    return [next.role.id, found === undefined ? 'new' : { role: found }];
  });
  const keeps = to !== 'out' && !(typeof to === 'object' && 'role' in to);
  return {
    to,
    attributes: keeps ? Object.fromEntries(attributes) : {},
    roles: keeps ? Object.fromEntries(roles) : {},
  };
}

function attributeFor(
  { attribute, values }: ForeignAttribute,
  into: Layer,
  taken: ReadonlySet<string>,
): Attribute | undefined {
  const names = new Set([plainName(attribute.id), plainName(attribute.label)]);
  const free = into.attributes.filter(({ id }) => !taken.has(id));
  const found =
    free.find(({ id }) => id === attribute.id) ??
    free.find(({ id, label }) => names.has(plainName(id)) || names.has(plainName(label))) ??
    free.find(({ id }) => own(ATTRIBUTE_NAMES, id)?.some((name) => names.has(name)));
  if (!found || found.kind === 'text') return found;
  if ('values' in found) return values.size <= MOST_VALUES ? found : undefined;
  return [...values.keys()].some((value) => typeof valueFor(value, found) === 'object') ? found : undefined;
}

/** How an attribute and its values would go into one of ours. */
export function attributeMapping(
  { values }: ForeignAttribute,
  to: AttributeMapping['to'],
  into: Layer | undefined,
): AttributeMapping {
  const target = typeof to === 'object' ? into?.attributes.find(({ id }) => id === to.attribute) : undefined;
  if (!target || !('values' in target || target.kind === 'scale')) return { to, values: {} };
  const listed = [...values.keys()].map((value) => [value, valueFor(value, target)] as const);
  return { to, values: Object.fromEntries(listed) };
}

function valueFor(value: string, attribute: Attribute): ValueTo {
  if ('values' in attribute) {
    const plain = plainName(value);
    const found =
      attribute.values.find(({ id }) => id === value) ??
      attribute.values.find(
        ({ id, label }) => plain !== '' && (plainName(id) === plain || plainName(label) === plain),
      );
    if (found) return { value: found.id };
    return value.trim() === '' || value.length > 200 ? 'out' : 'new';
  }
  if (attribute.kind === 'scale') {
    const number = value.trim() === '' ? undefined : Number(value.replace('−', '-'));
    const word = attribute.diverging ? own(SCALE_WORDS, plainName(value) || value.trim()) : undefined;
    const step = number !== undefined && !Number.isNaN(number) ? number : word;
    return step !== undefined && isPossible(attribute, step) ? { value: String(step) } : 'out';
  }
  return attribute.kind === 'number' && Number.isNaN(Number(value)) ? 'out' : { value };
}

function roleFor({ role, kinds }: ForeignRole, into: Layer): string | undefined {
  const names = new Set([plainName(role.id), plainName(role.label)]);
  // What points at an annotation can stand as the passage of that annotation.
  const takes = (targets: readonly string[]) =>
    [...kinds].some((kind) => targets.includes(kind) || (kind === 'annotation' && targets.includes('spans')));
  const fitting = into.roles.filter(({ targets }) => takes(targets));
  const found =
    fitting.find(({ id }) => id === role.id) ??
    fitting.find(({ id, label }) => names.has(plainName(id)) || names.has(plainName(label))) ??
    fitting.find(({ id }) => own(LINK_NAMES, id)?.some((name) => names.has(name)));
  return found?.id;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
