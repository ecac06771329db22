import type { Codebook } from '../../project/codebook';
import type { Meaning } from '../codes/code';
import { layersOfCodes } from '../codes/layers-of-codes';
import type { Piece } from '../marks/piece';
import type { XmlElement } from '../uima/xml-read';
import { readCodes } from './codes-read';
import { all } from './elements';
import { codebookOf, orFault } from './qdc';

/** The codebook of a project, as far as its codes tell it. */
export interface Scheme {
  /** Undefined when there are no codes. */
  readonly codebook: Codebook | undefined;
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** May an attribute hold several values? Where nobody told, for now it may. */
  readonly takesMany: (layer: string, attribute: string) => boolean;
  /** What came of it: attributes of which nobody told are choices unless one has several values somewhere. */
  settle(pieces: readonly Piece[]): { readonly codebook: Codebook | undefined; settled(piece: Piece): Piece };
}

/** Reads the codes of a project file. `facts`: what we wrote of the codebook as a whole, in our own files. */
export function readScheme(path: string, root: XmlElement, name: string, facts: object | undefined): Scheme {
  const [book] = all(root, 'CodeBook');
  const codes = book ? readCodes(book) : [];
  const { layers, meanings, guessed } = orFault(path, book ?? root, () => layersOfCodes(codes));
  const listed = layers.filter((_, at) => codes[at]!.base?.unlisted !== true);
  const codebook =
    listed.length > 0 || facts
      ? orFault(path, book ?? root, () => codebookOf(listed, { name, ...facts }))
      : undefined;
  const isGuessed = (layer: string, attribute: string) => guessed.has(JSON.stringify([layer, attribute]));
  const many = new Set<string>();
  for (const { id, attributes } of codebook?.layers ?? []) {
    for (const next of attributes) if (next.kind === 'multiple') many.add(JSON.stringify([id, next.id]));
  }
  return {
    codebook,
    meanings,
    takesMany: (layer, attribute) =>
      isGuessed(layer, attribute) || many.has(JSON.stringify([layer, attribute])),
    settle(pieces) {
      const several = new Set<string>();
      for (const { label, values } of pieces) {
        for (const { name, value } of values) {
          if (isGuessed(label, name) && typeof value === 'object' && value.length > 1)
            several.add(JSON.stringify([label, name]));
        }
      }
      return {
        codebook: codebook && withMany(codebook, several),
        settled: (piece) => ({
          ...piece,
          values: piece.values.map(({ name, value }) => {
            const single = isGuessed(piece.label, name) && !several.has(JSON.stringify([piece.label, name]));
            return { name, value: single && typeof value === 'object' ? value[0]! : value };
          }),
        }),
      };
    },
  };
}

function withMany(codebook: Codebook, several: ReadonlySet<string>): Codebook {
  if (several.size === 0) return codebook;
  const layers = codebook.layers.map((layer) => ({
    ...layer,
    attributes: layer.attributes.map((attribute) =>
      attribute.kind === 'choice' && several.has(JSON.stringify([layer.id, attribute.id]))
        ? { ...attribute, kind: 'multiple' as const }
        : attribute,
    ),
  }));
  return { ...codebook, layers };
}
