import type { CasType } from './cas';
import type { XmlElement } from './xml-read';
import { xmlText } from './xml-text';

/** A type system as UIMA's descriptor. */
export function printTypeSystem(types: readonly CasType[]): string {
  const tag = (name: string, text: string | undefined, indent: string) =>
    text === undefined ? '' : `${indent}<${name}>${xmlText(text)}</${name}>\n`;
  const described = types.map(({ name, superType, description, features }) => {
    const listed = features.map(
      (feature) =>
        `        <featureDescription>\n${tag('name', feature.name, '          ')}${tag(
          'description',
          feature.description ?? '',
          '          ',
        )}${tag('rangeTypeName', feature.range, '          ')}${tag(
          'elementType',
          feature.elements,
          '          ',
        )}        </featureDescription>\n`,
    );
    const all = listed.length > 0 ? `      <features>\n${listed.join('')}      </features>\n` : '';
    return `    <typeDescription>\n${tag('name', name, '      ')}${tag('description', description, '      ')}${tag(
      'supertypeName',
      superType,
      '      ',
    )}${all}    </typeDescription>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
${described.join('')}  </types>
</typeSystemDescription>
`;
}

/** What features of types hold, as far as files say. */
export class Ranges {
  readonly #types = new Map<string, { superType: string; ranges: Map<string, string> }>();

  /** Adds the types of a descriptor (its root element). */
  add(descriptor: XmlElement): void {
    const all = (element: XmlElement | undefined, name: string) =>
      element?.children.filter((child) => child.name === name) ?? [];
    const said = (element: XmlElement, name: string) => all(element, name)[0]?.text.trim() ?? '';
    for (const type of all(all(descriptor, 'types')[0], 'typeDescription')) {
      const features = all(all(type, 'features')[0], 'featureDescription');
      const ranges = new Map(
        features.map((feature) => [said(feature, 'name'), said(feature, 'rangeTypeName')]),
      );
      this.#types.set(said(type, 'name'), { superType: said(type, 'supertypeName'), ranges });
    }
  }

  /** The range of a feature of a type or of one above it; a range that is a kind of string is that of strings. */
  of(type: string, feature: string): string | undefined {
    const seen = new Set<string>();
    for (let at = this.#types.get(type); at; at = this.#types.get(at.superType)) {
      const range = at.ranges.get(feature);
      if (range !== undefined) {
        return this.#types.get(range)?.superType === 'uima.cas.String' ? 'uima.cas.String' : range;
      }
      if (seen.has(at.superType)) return undefined;
      seen.add(at.superType);
    }
    return undefined;
  }
}
