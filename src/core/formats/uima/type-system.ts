import type { Attribute } from '../../project/codebook';
import type { AttributeValue } from '../../project/model';
import { orderedEntries } from '../ordered-entries';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import { layersKnown } from '../part-layers';
import {
  ANNOTATION,
  ANNOTATION_BASE,
  CARRIED,
  type CasFeature,
  type CasType,
  CUSTOM,
  DOCUMENT,
  FS_ARRAY,
  KEY,
  PASSAGE,
  SENTENCE,
  STRING,
  STRING_ARRAY,
  TOKEN,
} from './cas';
import { CasNames, capitalised } from './names';

const text = (name: string, description = ''): CasFeature => ({ name, range: STRING, description });
const plain = (name: string, superType: string, ...features: CasFeature[]): CasType => ({
  name,
  superType,
  description: '',
  features,
});

/** Types that every file has: those INCEpTION needs to show a text at all, and those that hold what is ours. */
const COMMON: readonly CasType[] = [
  plain(TOKEN, ANNOTATION),
  plain(SENTENCE, ANNOTATION),
  plain(DOCUMENT, 'uima.tcas.DocumentAnnotation', text('documentTitle'), text('documentId')),
  plain(CARRIED, ANNOTATION_BASE, text('json')),
  plain(PASSAGE, ANNOTATION, text('role'), text('of')),
];

/**
 * The type system of a part: a type for each layer, with a feature for each attribute and a slot for each role, as
 * INCEpTION makes them of a project's layers.
 */
export function typesOf(part: Part): readonly CasType[] {
  const names = new CasNames(part.whole.codebook);
  const layers = new Map<string, Map<string, CasFeature>>();
  const whole = new Set<string>();
  const featuresOf = (layer: string) => {
    const known = layers.get(layer);
    if (known) return known;
    const features = new Map<string, CasFeature>();
    layers.set(layer, features);
    return features;
  };
  for (const { id, attributes, roles } of layersKnown(part)) {
    const features = featuresOf(id);
    for (const attribute of attributes) add(features, attributeFeature(names, id, attribute.id, attribute));
    for (const role of roles) for (const each of roleFeatures(names, id, role.id)) add(features, each);
  }
  for (const { layer, attributes, roles, spans } of annotationsIn(part)) {
    const features = featuresOf(layer);
    if (spans.length === 0) whole.add(layer);
    for (const [id, value] of orderedEntries(attributes)) {
      add(features, attributeFeature(names, layer, id, names.attributeOf(layer, id), value));
    }
    for (const [id] of orderedEntries(roles))
      for (const each of roleFeatures(names, layer, id)) add(features, each);
  }
  const custom = [...layers].flatMap(([layer, features]): CasType[] => {
    const type = names.typeOf(layer);
    const slots = [...features.values(), slot(type, 'continues')];
    const own = [...slots, text('note'), text(KEY)].sort((a, b) => (a.name < b.name ? -1 : 1));
    const label = part.whole.codebook.layers.find(({ id }) => id === layer)?.label ?? layer;
    const links = slots.flatMap(({ elements }) =>
      elements === undefined
        ? []
        : [plain(elements, 'uima.cas.TOP', text('role'), { name: 'target', range: ANNOTATION })],
    );
    const made: CasType = { name: type, superType: ANNOTATION, description: label, features: own };
    const wholes = { ...made, name: names.typeOf(layer, true), superType: ANNOTATION_BASE };
    return [made, ...(whole.has(layer) ? [wholes] : []), ...links];
  });
  const inOrder = custom.sort((a, b) => (a.name < b.name ? -1 : 1));
  return [...COMMON, ...inOrder];
}

function add(features: Map<string, CasFeature>, feature: CasFeature): void {
  if (!features.has(feature.name)) features.set(feature.name, feature);
}

function attributeFeature(
  names: CasNames,
  layer: string,
  id: string,
  attribute: Attribute | undefined,
  value?: AttributeValue,
): CasFeature {
  const [name, range] = placeOf(names, layer, id, attribute, value);
  return { name, range, description: attribute?.label ?? id };
}

/** The feature that holds an attribute, and its range; without a definition the value decides. */
export function placeOf(
  names: CasNames,
  layer: string,
  id: string,
  attribute: Attribute | undefined,
  value?: AttributeValue,
): readonly [name: string, range: string] {
  const name = names.featureOf(layer, 'attribute', id);
  if (!attribute) return typeof value === 'object' ? [`${name}List`, STRING_ARRAY] : [name, STRING];
  const { kind } = attribute;
  if (kind === 'multiple') return [name, STRING_ARRAY];
  return [name, kind === 'scale' ? 'uima.cas.Integer' : kind === 'number' ? 'uima.cas.Double' : STRING];
}

function roleFeatures(names: CasNames, layer: string, role: string): readonly CasFeature[] {
  const entry = names.featureOf(layer, 'entry', role);
  return [
    slot(names.typeOf(layer), names.featureOf(layer, 'role', role)),
    { name: entry, range: STRING_ARRAY, description: `${role}: entries of the registers` },
  ];
}

function slot(type: string, name: string): CasFeature {
  return { name, range: FS_ARRAY, elements: linkType(type, name) };
}

/** The type of the links that a slot holds: webanno.custom.QuoteSourceLink. */
export function linkType(type: string, feature: string): string {
  return `${CUSTOM}${type.slice(CUSTOM.length)}${capitalised(feature)}Link`;
}
