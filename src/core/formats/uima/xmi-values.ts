import type { FeatureValue } from './cas';
import type { CasNames } from './names';
import type { Ranges } from './type-system-xml';

/** Features that lead to other structures in every type system that has them. */
const REFERENCES = new Set(['target', 'Governor', 'Dependent', 'first', 'next']);
const NUMBER = /^uima\.cas\.(?:Byte|Short|Integer|Long|Float|Double)$/;

/**
 * What an attribute of an XMI element means. The type system says whether digits are a number, a text or references;
 * without one the codebook does, and what it does not know is a text. Empty = unset.
 */
export function typedValue(
  type: string,
  feature: string,
  value: string,
  ranges: Ranges,
  names: CasNames,
): FeatureValue | undefined {
  const range =
    feature === 'begin' || feature === 'end' ? 'uima.cas.Integer' : rangeOf(type, feature, ranges, names);
  if (value === '') return undefined;
  if (range === 'uima.cas.String') return value;
  if (range === 'uima.cas.Boolean') return value === 'true' || value === '1';
  if (NUMBER.test(range)) return Number.isNaN(Number(value)) ? value : Number(value);
  if (/^uima\.cas\.(?:Boolean|Byte|Short|Integer|Long|Float|Double|String)(?:Array|\[\])$/.test(range)) {
    return { texts: value.split(' ') };
  }
  if (!/^\d+(?: \d+)*$/.test(value)) return value;
  const refs = value.split(' ').map(Number);
  return range.endsWith('Array') || range.endsWith('[]') || refs.length > 1 ? { refs } : { ref: refs[0]! };
}

function rangeOf(type: string, feature: string, ranges: Ranges, names: CasNames): string {
  const known = ranges.of(type, feature);
  if (known !== undefined) return known;
  const layer = names.layerOf(type);
  const meaning = names.meaningOf(layer, feature);
  if (meaning?.kind === 'role' || feature === 'continues') return 'uima.cas.FSArray';
  if (meaning?.kind === 'attribute') {
    const kind = names.attributeOf(layer, meaning.id)?.kind;
    return kind === 'scale' || kind === 'number' ? 'uima.cas.Double' : 'uima.cas.String';
  }
  return REFERENCES.has(feature) ? 'uima.cas.TOP' : 'uima.cas.String';
}
