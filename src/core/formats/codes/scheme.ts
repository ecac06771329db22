import type { Codebook } from '../../project/codebook';
import { parseCodebook } from '../../project/validate';
import type { Piece } from '../marks/piece';
import type { Code, Meaning } from './code';
import { layersOfCodes } from './layers-of-codes';

/** The codebook that the codes of a project make, and what they mean in it. */
export interface Scheme {
  /** Undefined when there are no codes. */
  readonly codebook: Codebook | undefined;
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** May an attribute hold several values? Where nobody told, for now it may. */
  readonly takesMany: (layer: string, attribute: string) => boolean;
  /** Did somebody tell of every attribute? Then nothing will come of what there is. */
  readonly isTold: boolean;
  /** What came of it: attributes of which nobody told are choices unless one has several values somewhere. */
  settle(pieces: Iterable<Piece>): {
    readonly codebook: Codebook | undefined;
    settled(piece: Piece): Piece;
  };
}

/**
 * Codes as a codebook of this name, or with the `facts` that we wrote of it. Throws an Error when they do not make a
 * valid one.
 */
export function schemeOf(codes: readonly Code[], name: string, facts?: object): Scheme {
  const { layers, meanings, guessed } = layersOfCodes(codes);
  const listed = layers.filter((_, at) => codes[at]!.base?.unlisted !== true);
  const codebook = listed.length > 0 || facts ? codebookOf(listed, { name, ...facts }) : undefined;
  const keyOf = (layer: string, attribute: string) => JSON.stringify([layer, attribute]);
  const many = new Set<string>();
  for (const { id, attributes } of codebook?.layers ?? []) {
    for (const next of attributes) if (next.kind === 'multiple') many.add(keyOf(id, next.id));
  }
  return {
    codebook,
    meanings,
    isTold: guessed.size === 0,
    takesMany: (layer, attribute) =>
      guessed.has(keyOf(layer, attribute)) || many.has(keyOf(layer, attribute)),
    settle(pieces) {
      const several = new Set<string>();
      for (const { label, values } of pieces) {
        for (const { name, value } of values) {
          const isList = typeof value === 'object' && value.length > 1;
          if (isList && guessed.has(keyOf(label, name))) several.add(keyOf(label, name));
        }
      }
      const single = (label: string, name: string) =>
        guessed.has(keyOf(label, name)) && !several.has(keyOf(label, name));
      return {
        codebook: codebook && withMany(codebook, (layer, id) => several.has(keyOf(layer, id))),
        settled: (piece) => ({
          ...piece,
          values: piece.values.map(({ name, value }) => {
            return {
              name,
              value: single(piece.label, name) && typeof value === 'object' ? value[0]! : value,
            };
          }),
        }),
      };
    },
  };
}

/** The codebook of layers that were made of codes. `facts`: what is known of it as a whole. Throws an Error when it is none. */
export function codebookOf(layers: Codebook['layers'], facts: object): Codebook {
  assertOnce(layers);
  for (const { attributes } of layers) {
    assertOnce(attributes);
    for (const next of attributes) if ('values' in next) assertOnce(next.values);
  }
  return parseCodebook({ id: 'imported', name: 'Imported', version: '1.0', ...facts, layers });
}

function assertOnce(parts: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of parts) {
    if (seen.has(id)) throw new Error(`the id “${id}” is given twice`);
    seen.add(id);
  }
}

function withMany(codebook: Codebook, takes: (layer: string, attribute: string) => boolean): Codebook {
  const layers = codebook.layers.map((layer) => ({
    ...layer,
    attributes: layer.attributes.map((attribute) =>
      attribute.kind === 'choice' && takes(layer.id, attribute.id)
        ? { ...attribute, kind: 'multiple' as const }
        : attribute,
    ),
  }));
  return { ...codebook, layers };
}
