import type { Attribute, Codebook } from '../../project/codebook';
import { layerOf } from '../../project/codebook';
import { usableName } from '../marks/usable-name';
import { CUSTOM, KEY } from './cas';

/** What a feature of one of our types stands for. An entry names speakers and claims of our registers. */
export type FeatureMeaning =
  | { readonly kind: 'attribute'; readonly id: string }
  | { readonly kind: 'role' | 'entry'; readonly id: string };

interface LayerNames {
  readonly type: string;
  readonly features: ReadonlyMap<string, FeatureMeaning>;
  /** "attribute id" or "role id" … -> name */
  readonly written: ReadonlyMap<string, string>;
}

/** Words of Python, which cannot name a feature: cassis makes classes of types, and then reads no file with them. */
const PYTHON =
  'False None True and as assert async await break class continue def del elif else except finally for from global ' +
  'if import in is lambda nonlocal not or pass raise return try while with yield';

/** Names that features of annotations have already, or cannot have. */
const TAKEN = [
  ...['begin', 'end', 'sofa', 'note', 'continues', 'self', 'type', 'id', 'address', KEY],
  ...PYTHON.split(' '),
];

/** Names of layers, attributes and roles as UIMA's identifiers, both ways, for one codebook. */
export class CasNames {
  readonly #byLayer = new Map<string, LayerNames>();
  readonly #byType = new Map<string, string>();

  constructor(readonly codebook: Codebook) {
    const types = new Set(['Passage']);
    for (const layer of codebook.layers) {
      const short = unique(capitalised(identifier(layer.id)), types);
      const taken = new Set(TAKEN);
      const features = new Map<string, FeatureMeaning>();
      const written = new Map<string, string>();
      const add = (kind: FeatureMeaning['kind'], id: string, name: string) => {
        const free = unique(name, taken);
        features.set(free, { kind, id });
        written.set(`${kind} ${id}`, free);
      };
      for (const { id } of layer.attributes) add('attribute', id, identifier(id));
      for (const { id } of layer.roles) add('role', id, identifier(id));
      for (const { id } of layer.roles) add('entry', id, `${identifier(id)}Entry`);
      this.#byLayer.set(layer.id, { type: short, features, written });
      this.#byType.set(short, layer.id);
      this.#byType.set(`${short}Document`, layer.id);
    }
  }

  /** The type of a layer's annotations; that of whole articles has no place in the text. */
  typeOf(layer: string, whole = false): string {
    const short =
      this.#byLayer.get(layer)?.type ?? this.#foreign(capitalised(identifier(layer)), this.#byType);
    return `${CUSTOM}${short}${whole ? 'Document' : ''}`;
  }

  /** The layer of a type, or the type's own name. */
  layerOf(type: string): string {
    const short = type.slice(type.lastIndexOf('.') + 1);
    const known = type.startsWith(CUSTOM) ? this.#byType.get(short) : undefined;
    return known ?? usableName(short, 'annotation');
  }

  /** The feature of a layer that an attribute, a role or a role's entries are written as. */
  featureOf(layer: string, kind: FeatureMeaning['kind'], id: string): string {
    const names = this.#byLayer.get(layer);
    const known = names?.written.get(`${kind} ${id}`);
    if (known !== undefined) return known;
    const name = `${identifier(id)}${kind === 'entry' ? 'Entry' : ''}`;
    return this.#foreign(TAKEN.includes(name) ? `${name}_` : name, names?.features ?? new Map());
  }

  /** What a feature of a layer's type stands for, if the codebook knows. */
  meaningOf(layer: string, feature: string): FeatureMeaning | undefined {
    return this.#byLayer.get(layer)?.features.get(feature);
  }

  attributeOf(layer: string, id: string): Attribute | undefined {
    return layerOf(this.codebook, layer)?.attributes.find((attribute) => attribute.id === id);
  }

  /** A name that the codebook does not know must not be that of something it knows. */
  #foreign(name: string, known: ReadonlyMap<string, unknown>): string {
    let free = name;
    while (known.has(free)) free += '_';
    return free;
  }
}

/** Letters and digits of ASCII, a letter first, words run together: "check-worthiness" -> checkWorthiness. */
export function identifier(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .split(/[^A-Za-z0-9_]+/)
    .filter((word) => word !== '');
  const joined = words.map((word, at) => (at === 0 ? word : capitalised(word))).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `x${joined}`;
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let twin = 2; taken.has(free) || taken.has(`${free}Document`); twin++) free = `${name}${twin}`;
  taken.add(free);
  return free;
}
