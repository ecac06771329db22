import { joinEscaped, splitEscaped } from '../escaped-list';
import { type FeatureValue, PASSAGE, type Structure } from '../uima/cas';
import type { CasNames } from '../uima/names';
import { coveredUnits, type Unit } from './units';

/** A value as one text; slots and other references are not meant. */
export function cellText(
  value: Exclude<FeatureValue, { ref: number } | { refs: readonly number[] }>,
): string {
  return typeof value === 'object' ? joinEscaped(value.texts, '; ') : String(value);
}

/** What a text stands for, as the codebook has it: a number, a list, or the text. */
export function typedCell(
  type: string,
  feature: string,
  text: string,
  names: CasNames,
): FeatureValue | undefined {
  if (text === '') return undefined;
  const layer = names.layerOf(type);
  const meaning = names.meaningOf(layer, feature);
  if (meaning?.kind === 'entry') return { texts: splitEscaped(text, '; ') };
  const kind = meaning?.kind === 'attribute' ? names.attributeOf(layer, meaning.id)?.kind : undefined;
  if (kind === 'multiple') return { texts: splitEscaped(text, '; ') };
  const number = kind === 'scale' || kind === 'number' ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

/**
 * Structures as they are after they were written to units and read again: passages begin and end with tokens or
 * parts of them, what is in no token is gone with the links to it, and so is what is said of whole articles.
 */
export function throughTsv(
  structures: readonly Structure[],
  tokens: readonly Unit[],
  names: CasNames,
): readonly Structure[] {
  const placed = new Map<number, Structure>();
  const gone = new Set<number>();
  for (const structure of structures) {
    const { id, type, features } = structure;
    const [start, end] = [features.get('begin'), features.get('end')];
    if (typeof start !== 'number' || typeof end !== 'number') {
      const target = features.get('target');
      // What is said of a whole article may have a slot of that name.
      if (typeof target === 'object' && 'ref' in target) placed.set(id, structure);
      continue;
    }
    const units = coveredUnits(tokens, { start, end });
    if (units.length === 0) {
      gone.add(id);
      continue;
    }
    const read = new Map<string, FeatureValue>();
    for (const [name, value] of features) {
      if (name === 'begin') read.set(name, units[0]!.part.start);
      else if (name === 'end') read.set(name, units.at(-1)!.part.end);
      else if (typeof value === 'object' && ('ref' in value || 'refs' in value)) read.set(name, value);
      else {
        const typed = typedCell(type, name, cellText(value), names);
        if (typed !== undefined) read.set(name, typed);
      }
    }
    placed.set(id, { id, type, features: read });
  }
  const leads = (id: number) => {
    const target = placed.get(id)?.features.get('target');
    return typeof target !== 'object' || !('ref' in target) || !gone.has(target.ref);
  };
  const kept = [...placed.values()].flatMap((structure): readonly Structure[] => {
    if (!leads(structure.id)) return [];
    const features = [...structure.features].flatMap(([name, value]): [string, FeatureValue][] => {
      if (typeof value !== 'object' || !('refs' in value)) return [[name, value]];
      const refs = value.refs.filter(leads);
      return refs.length > 0 ? [[name, { refs }]] : [];
    });
    return [{ ...structure, features: new Map(features) }];
  });
  return withoutOrphans(kept);
}

/** Links that nothing on a token holds, and passages that no role points at, are not in the file. */
function withoutOrphans(structures: readonly Structure[]): readonly Structure[] {
  const held = new Set<number>();
  for (const { features } of structures) {
    for (const value of features.values()) {
      if (typeof value === 'object' && 'refs' in value) for (const ref of value.refs) held.add(ref);
    }
  }
  const links = structures.filter(({ id, features }) => !features.has('begin') && held.has(id));
  const ends = new Set(links.map(({ features }) => (features.get('target') as { readonly ref: number }).ref));
  return structures.filter(({ id, type, features }) => {
    return features.has('begin') ? type !== PASSAGE || ends.has(id) : held.has(id);
  });
}
