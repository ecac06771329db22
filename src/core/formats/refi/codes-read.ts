import type { Codebook, CodebookValue } from '../../project/codebook';
import type { Code } from '../codes/code';
import type { XmlElement } from '../uima/xml-read';
import { codeGuid } from './codes-write';
import { all, attribute, each, guidIn, textIn } from './elements';
import { readOurs } from './ours';

/**
 * The codes of a codebook or project, which stand for parts of ours where they say so (ours.ts). With a `known`
 * codebook also where they have the GUIDs that we would give its parts, or else the same names in the same place.
 */
export function readCodes(codeBook: XmlElement, known?: Codebook): readonly Code[] {
  return readAll(each(codeBook, 'Codes', 'Code'), known && partsOf(known));
}

/** A part of a known codebook that a code may stand for. */
interface Known {
  readonly guid: string;
  readonly label: string;
  readonly base: NonNullable<Code['base']>;
  readonly parts: readonly Known[];
}

function readAll(codes: readonly XmlElement[], known: readonly Known[] = []): readonly Code[] {
  const left = new Set(known);
  const take = (wanted: (part: Known) => boolean) => {
    const found = [...left].find(wanted);
    if (found) left.delete(found);
    return found;
  };
  const byGuid = codes.map((code) => take(({ guid }) => guid === guidIn(code, 'guid')));
  return codes.map((code, at): Code => {
    const name = attribute(code, 'name');
    const plain = name.trim().toLowerCase();
    const found = byGuid[at] ?? take(({ label }) => label.trim().toLowerCase() === plain);
    const base = readOurs(code) ?? found?.base;
    return {
      key: guidIn(code, 'guid'),
      name,
      codable: attribute(code, 'isCodable') !== 'false',
      colour: attribute(code, 'color'),
      description: textIn(code, 'Description'),
      children: readAll(all(code, 'Code'), found?.parts),
      ...(base === undefined ? {} : { base }),
    };
  });
}

function partsOf(codebook: Codebook): readonly Known[] {
  return codebook.layers.map(({ attributes, ...layer }) => ({
    guid: codeGuid(codebook, layer.id),
    label: layer.label,
    base: { ...layer },
    parts: attributes.map((attribute) => {
      const { values = [], ...own } = attribute as typeof attribute & { values?: readonly CodebookValue[] };
      return {
        guid: codeGuid(codebook, layer.id, attribute.id),
        label: attribute.label,
        base: own,
        parts: values.map((value) => ({
          guid: codeGuid(codebook, layer.id, attribute.id, value.id),
          label: value.label,
          base: { ...value },
          parts: [],
        })),
      };
    }),
  }));
}
