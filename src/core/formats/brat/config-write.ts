import type { Attribute, Codebook, Layer, Role } from '../../project/codebook';
import { HEX } from '../marks/colours';
import { attributeName, stored } from '../marks/stored-names';
import { oneLine } from './line-breaks';
import { argumentName, CONTENT, cueRole, isEventLayer } from './names';

/** brat's annotation.conf: the layers given as types, their roles as relations or arguments, their attributes. */
export function annotationConf(codebook: Codebook, layers: readonly Layer[]): string {
  const isEvent = (layer: Layer) => isEventLayer(layer);
  const parts = layers
    .filter(isEvent)
    .flatMap(({ roles }) => roles.filter(pointsAtPassages).map(({ id }) => stored(id)));
  const contents = layers.some((layer) => cueRole(layer) !== undefined) ? [CONTENT] : [];
  const events = layers.filter(isEvent).map(({ id }) => stored(id));
  const entities = [
    ...layers.filter((layer) => !isEvent(layer)).map(({ id }) => stored(id)),
    ...contents,
    ...parts,
  ];
  return section({
    entities: [...new Set(entities)].filter((name) => !events.includes(name)),
    relations: [
      '<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>',
      ...new Set(layers.flatMap((layer) => layer.roles.flatMap((role) => relationLine(layer, role)))),
    ],
    events: [...new Set(layers.filter(isEvent).map(eventLine))],
    attributes: attributeLines(codebook, layers),
  });
}

function section(sections: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(sections)
    .map(([name, lines]) => `[${name}]\n\n${lines.map((line) => `${line}\n`).join('')}`)
    .join('\n');
}

const pointsAtPassages = ({ targets }: Role) => targets.includes('spans');

const annotationsOf = ({ layers, targets }: Role) =>
  targets.includes('annotation') ? (layers?.map(stored) ?? ['<ANY>']) : [];

function relationLine(layer: Layer, role: Role): readonly string[] {
  const to = annotationsOf(role).join('|');
  return to === '' || isEventLayer(layer) ? [] : [`${stored(role.id)}\tArg1:${stored(layer.id)}, Arg2:${to}`];
}

function eventLine(layer: Layer): string {
  const content = cueRole(layer) === undefined ? [] : [`${CONTENT}:${CONTENT}`];
  const roles = layer.roles.flatMap((role) => {
    const to = [...(pointsAtPassages(role) ? [stored(role.id)] : []), ...annotationsOf(role)].join('|');
    return to === '' ? [] : `${argumentName(role.id)}${role.max === 1 ? '?' : '*'}:${to}`;
  });
  return `${stored(layer.id)}\t${[...content, ...roles].join(', ')}`;
}

/** One line for each name; the values are left out where one of them is not what a configuration can hold. */
function attributeLines(codebook: Codebook, layers: readonly Layer[]): readonly string[] {
  const found = new Map<string, { types: string[]; values: readonly string[] }>();
  for (const { id: layer, attributes } of layers) {
    for (const attribute of attributes) {
      const name = attributeName(codebook, layer, attribute.id);
      const known = found.get(name) ?? { types: [], values: valuesOf(attribute) };
      found.set(name, known);
      known.types.push(stored(layer));
    }
  }
  return [...found].map(([name, { types, values }]) => {
    const listed = values.length > 0 && values.every((value) => /^[^\s|,:<>]+$/.test(value));
    return `${name}\tArg:${types.join('|')}${listed ? `, Value:${values.join('|')}` : ''}`;
  });
}

function valuesOf(attribute: Attribute): readonly string[] {
  if ('values' in attribute) return attribute.values.map(({ id }) => id);
  if (attribute.kind !== 'scale' || attribute.max - attribute.min > 100) return [];
  return Array.from({ length: attribute.max - attribute.min + 1 }, (_, at) => String(attribute.min + at));
}

/** brat's visual.conf: what types and roles are called on screen, and the colours of the layers. */
export function visualConf(layers: readonly Layer[]): string {
  const named = layers.flatMap(({ id, label, roles }) => [
    [stored(id), label] as const,
    ...roles.map((role) => [stored(role.id), role.label] as const),
  ]);
  const labels = new Map(named.map(([name, label]) => [name, oneLine(label).replaceAll('|', '/')]));
  const drawn = new Map(layers.map(({ id, colour }) => [stored(id), HEX[colour]]));
  return section({
    labels: [...labels].flatMap(([name, label]) => (label === '' ? [] : `${name} | ${label}`)),
    drawing: [
      'SPAN_DEFAULT\tfgColor:black, bgColor:#ebe6db, borderColor:darken',
      'ARC_DEFAULT\tcolor:black, arrowHead:triangle-5',
      ...[...drawn].map(([name, { tint, line }]) => `${name}\tbgColor:${tint}, borderColor:${line}`),
    ],
  });
}

/** brat's kb_shortcuts.conf: the letter of each layer. */
export function shortcutsConf(layers: readonly Layer[]): string {
  const keys = new Map<string, string>();
  for (const { id, key } of layers) if (key !== '' && !keys.has(key)) keys.set(key, stored(id));
  return [...keys].map(([key, name]) => `${key.toUpperCase()}\t${name}\n`).join('');
}
