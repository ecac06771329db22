import { nearestColour } from '../codes/nearest-colour';
import type { SchemeHint } from '../marks/codebook-of';
import { usableName } from '../marks/usable-name';
import { attributeOf, plainText, within, xmlAttributeOf } from '../tei/elements';
import type { XmlElement } from '../uima/xml-read';

/** A tag of CATMA, as its collections declare it. */
export interface CatmaTag {
  readonly id: string;
  /** With the names of the tags above it: "Speech / Direct". */
  readonly layer: string;
  /** "#rrggbb", or ''. */
  readonly colour: string;
  /** Name of a property -> the values proposed for it. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** Id of a property -> its name. */
  readonly names: ReadonlyMap<string, string>;
}

interface Declared {
  readonly name: string;
  readonly parent: string;
  readonly tagset: string;
  readonly element: XmlElement;
}

/** The tags of all tagsets, by their ids. Tags of one name in several places have their tagset's name before theirs. */
export function readTagsets(roots: readonly XmlElement[]): ReadonlyMap<string, CatmaTag> {
  const declared = new Map<string, Declared>();
  for (const tagset of roots.flatMap((root) => [...within(root, 'fsdDecl')])) {
    for (const element of within(tagset, 'fsDecl')) {
      const id = xmlAttributeOf(element, 'id') ?? attributeOf(element, 'type') ?? '';
      const [described] = within(element, 'fsDescr');
      declared.set(id, {
        name: usableName((described && plainText(described)) || id, 'tag'),
        parent: (attributeOf(element, 'baseTypes') ?? '').trim().split(/\s+/)[0]!,
        // "Tagset name 2021-05-01T…": the last word says when it was changed.
        tagset: (attributeOf(tagset, 'n') ?? '').replace(/\s+\d\S*$/, ''),
        element,
      });
    }
  }
  const paths = new Map([...declared].map(([id]) => [id, pathOf(id, declared)]));
  const counts = new Map<string, number>();
  for (const path of paths.values()) counts.set(path, (counts.get(path) ?? 0) + 1);
  return new Map(
    [...declared].map(([id, { tagset, element }]) => {
      const path = paths.get(id)!;
      const layer = usableName(counts.get(path) === 1 || tagset === '' ? path : `${tagset} / ${path}`, 'tag');
      return [id, { id, layer, ...propertiesOf(element) }];
    }),
  );
}

function pathOf(id: string, declared: ReadonlyMap<string, Declared>): string {
  const names: string[] = [];
  const seen = new Set<string>();
  for (let at = declared.get(id), key = id; at && !seen.has(key); key = at.parent, at = declared.get(key)) {
    seen.add(key);
    names.unshift(at.name);
  }
  return names.join(' / ');
}

function propertiesOf(element: XmlElement): Pick<CatmaTag, 'colour' | 'properties' | 'names'> {
  const properties = new Map<string, readonly string[]>();
  const names = new Map<string, string>();
  let colour = '';
  for (const property of within(element, 'fDecl')) {
    const name = attributeOf(property, 'name') ?? '';
    const id = xmlAttributeOf(property, 'id');
    if (id) names.set(id, name);
    const values = valuesIn(property);
    if (name === 'catma_displaycolor') colour = hexOf(values[0] ?? '');
    else if (name !== '' && !name.startsWith('catma_')) properties.set(name, values);
  }
  return { colour, properties, names };
}

/** The values in a property: strings, or numbers in older files. */
export function valuesIn(element: XmlElement): readonly string[] {
  return [...within(element, 'string', 'numeric', 'symbol')].flatMap((value) => {
    const text = attributeOf(value, 'value') ?? plainText(value);
    return text === '' ? [] : [text];
  });
}

/** Java's number for a colour, 32 bits with a sign, as "#rrggbb". */
export function hexOf(value: string): string {
  if (!/^-?\d{1,10}$/.test(value)) return '';
  return `#${(Number(value) & 0xffffff).toString(16).padStart(6, '0')}`;
}

/** The tags as layers; properties that some annotation has several values of are left to be seen from those. */
export function schemeOf(
  tags: ReadonlyMap<string, CatmaTag>,
  isList: (layer: string, property: string) => boolean,
): readonly SchemeHint[] {
  return [...tags.values()].map(({ layer, colour, properties }) => {
    const own = nearestColour(colour);
    const single = [...properties].filter(([name]) => !isList(layer, name));
    return { layer, ...(own ? { colour: own } : {}), attributes: new Map(single) };
  });
}
