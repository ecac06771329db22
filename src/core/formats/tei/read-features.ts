import type { AttributeValue } from '../../project/model';
import type { PieceValue } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import { attributeOf, plainText, rawText } from './elements';
import { readName } from './names';

/**
 * The values of a feature structure. `ours`: names and strings are as featureStructure wrote them. Structures within
 * structures have their names put before them ("place.name").
 */
export function readFeatures(fs: XmlElement, ours: boolean, before = ''): readonly PieceValue[] {
  return fs.children.flatMap((f): readonly PieceValue[] => {
    if (f.name !== 'f') return [];
    const said = attributeOf(f, 'name') ?? '';
    const name = ours ? readName(said) : usableName(`${before}${said}`, 'value');
    const [inner] = f.children;
    if (!inner) {
      const text = rawText(f).trim() || (attributeOf(f, 'fVal') ?? '');
      return text === '' ? [] : [{ name, value: text }];
    }
    if (inner.name === 'fs') return readFeatures(inner, ours, `${name}.`);
    const value = valueOfFeature(f.children, ours);
    return value === undefined ? [] : [{ name, value }];
  });
}

function valueOfFeature(elements: readonly XmlElement[], ours: boolean): AttributeValue | undefined {
  const [only] = elements;
  if (elements.length > 1) return elements.flatMap((element) => textOf(element, ours) ?? []);
  if (!only) return undefined;
  if (only.name === 'vColl') return only.children.flatMap((element) => textOf(element, ours) ?? []);
  if (only.name === 'vRange' || only.name === 'vAlt') return valueOfFeature(only.children, ours);
  if (only.name === 'binary') return /^(?:true|1)$/.test(attributeOf(only, 'value') ?? '');
  const text = textOf(only, ours);
  if (only.name !== 'numeric' || text === undefined) return text;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

function textOf(element: XmlElement, ours: boolean): string | undefined {
  if (element.name === 'string') return ours ? rawText(element) : plainText(element);
  return attributeOf(element, 'value') ?? (plainText(element) || undefined);
}
