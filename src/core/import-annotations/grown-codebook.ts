import type { Attribute, Codebook, CodebookValue, Layer, Role } from '../project/codebook';
import { COLOURS, FORMS, layerOf } from '../project/codebook';
import { idFrom } from '../project/codebook-ids';
import type { AttributeMapping, LayerMapping, LayerTo, Mapping, RoleTo, ValueTo } from '../project/mapping';
import type { ForeignAttribute, ForeignLayer } from './foreign-layers';

/** The codebook with what a mapping adds to it, and the mapping with the ids of what was added: no 'new' is left. */
export interface Grown {
  readonly codebook: Codebook;
  readonly mapping: Mapping;
}

/** Adds to the codebook what the mapping calls new, at the end of its list; what is there stays as it is. */
export function grown(
  before: Codebook,
  layers: readonly ForeignLayer[],
  mapping: Mapping,
  takenIds: ReadonlySet<string>,
): Grown {
  let codebook = before;
  const resolved = new Map<string, LayerMapping>();
  const places = new Map<string, LayerTo>();
  for (const { layer } of layers) {
    const to = Object.hasOwn(mapping, layer.id) ? mapping[layer.id]!.to : 'out';
    if (to !== 'new') places.set(layer.id, exists(codebook, to) ? to : 'out');
    else {
      const added = newLayer(codebook, layer, takenIds);
      codebook = { ...codebook, layers: [...codebook.layers, added] };
      places.set(layer.id, { layer: added.id });
    }
  }
  for (const foreign of layers) {
    const { id } = foreign.layer;
    const to = places.get(id)!;
    const into = typeof to === 'object' && 'layer' in to ? layerOf(codebook, to.layer) : undefined;
    if (!into) {
      resolved.set(id, { to, attributes: {}, roles: {} });
      continue;
    }
    const { attributes, roles } = mapping[id]!;
    const next = grownLayer(into, foreign, attributes, roles, places);
    codebook = { ...codebook, layers: codebook.layers.map((own) => (own === into ? next.layer : own)) };
    resolved.set(id, { to, attributes: next.attributes, roles: next.roles });
  }
  return { codebook, mapping: Object.fromEntries(resolved) };
}

function exists(codebook: Codebook, to: LayerTo): boolean {
  if (to === 'out' || to === 'new') return true;
  return 'layer' in to
    ? layerOf(codebook, to.layer) !== undefined
    : (layerOf(codebook, to.of)?.roles.some(({ id }) => id === to.role) ?? false);
}

function newLayer({ layers }: Codebook, foreign: Layer, takenIds: ReadonlySet<string>): Layer {
  const taken = new Set([...takenIds, ...layers.map(({ id }) => id)]);
  const colours = layers.map(({ colour }) => colour);
  const uses = (colour: Layer['colour']) => colours.filter((other) => other === colour).length;
  const colour = [...COLOURS].reverse().sort((a, b) => uses(a) - uses(b))[0]!;
  return {
    ...foreign,
    id: taken.has(foreign.id) ? idFrom(foreign.id, taken, 'layer') : foreign.id,
    label: freeLabel(foreign.label, layers),
    colour,
    form: FORMS.includes(foreign.form) ? foreign.form : 'tint',
    key: freeKey(foreign, layers),
    on: true,
    attributes: [],
    roles: [],
  };
}

function freeKey({ key, id }: Layer, layers: readonly Layer[]): string {
  const taken = new Set(layers.map((layer) => layer.key));
  const letters = `${key}${id.toLowerCase().replace(/[^a-z]/g, '')}abcdefghijklmnopqrstuvwxyz`;
  return [...letters].find((letter) => !taken.has(letter)) ?? key;
}

function freeLabel(label: string, others: readonly { readonly label: string }[]): string {
  const taken = new Set(others.map((other) => other.label.toLowerCase()));
  let free = label;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${label} ${number}`;
  return free;
}

function grownLayer(
  into: Layer,
  foreign: ForeignLayer,
  attributes: LayerMapping['attributes'],
  roles: LayerMapping['roles'],
  places: ReadonlyMap<string, LayerTo>,
): { readonly layer: Layer } & Pick<LayerMapping, 'attributes' | 'roles'> {
  let layer = into;
  const outAttributes: Record<string, AttributeMapping> = {};
  for (const next of foreign.attributes) {
    const { id } = next.attribute;
    const asked = Object.hasOwn(attributes, id) ? attributes[id]! : OUT;
    const own =
      typeof asked.to === 'object'
        ? layer.attributes.find((known) => known.id === (asked.to as { attribute: string }).attribute)
        : undefined;
    if (own) {
      const { attribute, values } = grownValues(own, next, asked.values);
      layer = { ...layer, attributes: layer.attributes.map((known) => (known === own ? attribute : known)) };
      outAttributes[id] = { to: { attribute: own.id }, values };
    } else if (asked.to === 'new') {
      const added = newAttribute(layer, next);
      layer = { ...layer, attributes: [...layer.attributes, added] };
      const same =
        'values' in added || added.kind === 'scale'
          ? [...next.values.keys()].map((value) => [value, { value }] as const)
          : [];
      outAttributes[id] = { to: { attribute: added.id }, values: Object.fromEntries(same) };
    } else outAttributes[id] = { to: 'out', values: {} };
  }
  const outRoles: Record<string, RoleTo> = {};
  for (const { role, kinds, layers } of foreign.roles) {
    const asked = Object.hasOwn(roles, role.id) ? roles[role.id]! : 'out';
    // What it points at may all be left out, or be the passage of a role of ours.
    const empty = kinds.size === 1 && layers.size > 0 && [...layers].every((id) => !isLayer(places.get(id)));
    if (asked === 'new' && empty) outRoles[role.id] = 'out';
    else if (asked === 'new') {
      const added = newRole(layer, role, kinds, places);
      layer = { ...layer, roles: [...layer.roles, added] };
      outRoles[role.id] = { role: added.id };
    } else {
      const known = asked === 'out' || layer.roles.some(({ id }) => id === asked.role);
      outRoles[role.id] = known ? asked : 'out';
    }
  }
  return { layer, attributes: outAttributes, roles: outRoles };
}

function isLayer(to: LayerTo | undefined): boolean {
  return typeof to === 'object' && 'layer' in to;
}

const OUT: AttributeMapping = { to: 'out', values: {} };

function grownValues(
  own: Attribute,
  { attribute: foreign, values }: ForeignAttribute,
  asked: AttributeMapping['values'],
): { readonly attribute: Attribute; readonly values: AttributeMapping['values'] } {
  if (!('values' in own) && own.kind !== 'scale') return { attribute: own, values: {} };
  const added: CodebookValue[] = [];
  const resolved: Record<string, ValueTo> = {};
  const known = () => ('values' in own ? [...own.values, ...added] : []);
  for (const value of values.keys()) {
    const to = Object.hasOwn(asked, value) ? asked[value]! : 'out';
    if (to === 'new' && 'values' in own && value !== '') {
      const found = 'values' in foreign ? foreign.values.find(({ id }) => id === value) : undefined;
      const taken = new Set(known().map(({ id }) => id));
      const id = taken.has(value) ? idFrom(value, taken, 'value') : value.slice(0, 200);
      added.push({ ...found, id, label: freeLabel(found?.label ?? value, known()) });
      resolved[value] = { value: id };
    } else if (
      typeof to === 'object' &&
      (own.kind === 'scale' || known().some(({ id }) => id === to.value))
    ) {
      resolved[value] = to;
    } else resolved[value] = 'out';
  }
  if (added.length === 0 || !('values' in own)) return { attribute: own, values: resolved };
  return { attribute: { ...own, values: [...own.values, ...added] }, values: resolved };
}

/** The attribute as the file defines it, with every value that is used. */
function newAttribute({ attributes }: Layer, { attribute, values }: ForeignAttribute): Attribute {
  const taken = new Set(attributes.map(({ id }) => id));
  const named = {
    id: taken.has(attribute.id) ? idFrom(attribute.id, taken, 'attribute') : attribute.id,
    label: freeLabel(attribute.label, attributes),
  };
  if (!('values' in attribute)) return { ...attribute, ...named };
  const missing = [...values.keys()].filter(
    (value) => value !== '' && value.length <= 200 && !attribute.values.some(({ id }) => id === value),
  );
  return {
    ...attribute,
    ...named,
    values: [...attribute.values, ...missing.map((id) => ({ id, label: id }))],
  };
}

/** The role as the file defines it, in terms of our layers. */
function newRole(
  { roles }: Layer,
  { layers, inherits, ...role }: Role,
  kinds: ReadonlySet<Role['targets'][number]>,
  places: ReadonlyMap<string, LayerTo>,
): Role {
  const taken = new Set(roles.map(({ id }) => id));
  const ours = (layer: string) => {
    const to = places.get(layer);
    return typeof to === 'object' && 'layer' in to ? to.layer : undefined;
  };
  const mapped = [...new Set((layers ?? []).flatMap((layer) => ours(layer) ?? []))];
  const outer = inherits && ours(inherits.layer);
  return {
    ...role,
    id: taken.has(role.id) ? idFrom(role.id, taken, 'role') : role.id,
    label: freeLabel(role.label, roles),
    targets: [...new Set([...role.targets, ...kinds])],
    ...(mapped.length > 0 && mapped.length === layers?.length ? { layers: mapped } : {}),
    ...(inherits && outer !== undefined ? { inherits: { ...inherits, layer: outer } } : {}),
  };
}
