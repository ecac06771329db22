import type { Attribute, Codebook, Colour, Layer, Role, TargetKind } from '../../project/codebook';
import { COLOURS, FORMS, TARGET_KINDS } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Annotation, AttributeValue } from '../../project/model';
import { isUsableName, usableName } from './usable-name';

/** What a file tells of its own scheme (a configuration beside it), in its order. */
export interface SchemeHint {
  readonly layer: string;
  readonly label?: string;
  readonly colour?: Colour;
  /** Attribute -> the values it may take; none = any. */
  readonly attributes?: ReadonlyMap<string, readonly string[]>;
  /** Role -> what it may point at. */
  readonly roles?: ReadonlyMap<string, readonly TargetKind[]>;
}

/** More different values than this make an attribute a free text. */
const MOST_VALUES = 40;

/**
 * The codebook for annotations of another tool. With one given beside the file it is that one, and what it does not
 * know of `annotations` is added at its end. Without, it is the built-in one if that knows every layer, or else one
 * made of the file: the layers of its scheme and of its annotations, defined as the built-in codebook has them
 * where it has them.
 */
export function codebookOf(
  given: Codebook | undefined,
  annotations: readonly Annotation[],
  scheme: readonly SchemeHint[],
  name: string,
): Codebook {
  const used = [...new Set(annotations.map(({ layer }) => layer))];
  const defined = (id: string) => DEFAULT_CODEBOOK.layers.find((layer) => layer.id === id);
  if (given || used.every(defined)) {
    const base = given ?? DEFAULT_CODEBOOK;
    const missing = used.filter((id) => !base.layers.some((layer) => layer.id === id));
    const added = missing.map((id, at) => newLayer({ layer: id }, base.layers.length + at));
    const keys = base.layers.map(({ key }) => key);
    const layers = [...base.layers, ...withKeys(added, keys)];
    return extended({ ...base, layers }, annotations, base);
  }
  const hints = new Map(scheme.map(usable).map((hint) => [hint.layer, hint]));
  const ids = [...new Set([...hints.keys(), ...used])];
  const layers = ids.map((id, at) => defined(id) ?? newLayer(hints.get(id) ?? { layer: id }, at));
  return extended({ id: 'imported', name, version: '1.0', layers: withKeys(layers) }, annotations);
}

/** A hint without the names that no codebook can hold; a layer's is cut as that of its annotations is. */
function usable(hint: SchemeHint): SchemeHint {
  const { attributes, roles } = hint;
  const named = <Value>(entries: ReadonlyMap<string, Value> | undefined) =>
    new Map([...(entries ?? [])].filter(([name]) => isUsableName(name)));
  const values = [...named(attributes)].map(([name, all]) => [name, all.filter(isUsableName)] as const);
  return { ...hint, layer: usableName(hint.layer, 'tag'), attributes: new Map(values), roles: named(roles) };
}

/** The codebook with every attribute and role that the annotations have; `same` when nothing was missing. */
function extended(codebook: Codebook, annotations: readonly Annotation[], same?: Codebook): Codebook {
  const seen = observe(annotations);
  let grown = same !== undefined && same.layers.length !== codebook.layers.length;
  const layers = codebook.layers.map((layer) => {
    const found = seen.get(layer.id);
    if (!found) return layer;
    const attributes = [...found.attributes].flatMap(([id, values]) =>
      layer.attributes.some((known) => known.id === id) ? [] : newAttribute(id, values),
    );
    const roles = [...found.roles].flatMap(([id, kinds]) =>
      layer.roles.some((known) => known.id === id) ? [] : newRole(id, kinds),
    );
    const wholeArticle = found.whole && !layer.wholeArticle;
    if (attributes.length === 0 && roles.length === 0 && !wholeArticle) return layer;
    grown = true;
    return {
      ...layer,
      attributes: [...layer.attributes, ...attributes],
      roles: [...layer.roles, ...roles],
      ...(wholeArticle ? { wholeArticle } : {}),
    };
  });
  return same && !grown ? same : { ...codebook, layers };
}

interface Observed {
  readonly attributes: Map<string, AttributeValue[]>;
  readonly roles: Map<string, Set<TargetKind>>;
  whole: boolean;
}

function observe(annotations: readonly Annotation[]): ReadonlyMap<string, Observed> {
  const seen = new Map<string, Observed>();
  for (const { layer, attributes, roles, spans } of annotations) {
    const found = seen.get(layer) ?? { attributes: new Map(), roles: new Map(), whole: false };
    seen.set(layer, found);
    found.whole ||= spans.length === 0;
    for (const [id, value] of Object.entries(attributes)) {
      const values = found.attributes.get(id) ?? [];
      found.attributes.set(id, values);
      if (values.length <= MOST_VALUES) values.push(value);
    }
    for (const [id, targets] of Object.entries(roles)) {
      const kinds = found.roles.get(id) ?? new Set();
      found.roles.set(id, kinds);
      for (const target of targets) for (const kind of TARGET_KINDS) if (kind in target) kinds.add(kind);
    }
  }
  return seen;
}

function newAttribute(id: string, values: readonly AttributeValue[]): Attribute {
  if (values.every((value) => typeof value === 'number')) return { id, label: id, kind: 'number' };
  const distinct = [
    ...new Set(values.flatMap((value) => (typeof value === 'object' ? value : String(value)))),
  ];
  const listed = distinct.filter(isUsableName).map((value) => ({ id: value, label: value }));
  if (values.some((value) => typeof value === 'object'))
    return { id, label: id, kind: 'multiple', values: listed };
  const choice =
    listed.length === distinct.length &&
    distinct.length < MOST_VALUES &&
    distinct.every((value) => /^\S.{0,59}$/u.test(value));
  return choice ? { id, label: id, kind: 'choice', values: listed } : { id, label: id, kind: 'text' };
}

function newRole(id: string, kinds: ReadonlySet<TargetKind>): Role {
  return { id, label: id, targets: TARGET_KINDS.filter((kind) => kinds.has(kind)) };
}

/** A layer as a hint tells of it; `at` is its place, which decides its looks where the hint does not. */
export function newLayer({ layer, label, colour, attributes, roles }: SchemeHint, at: number): Layer {
  return {
    id: layer,
    label: label ?? layer,
    colour: colour ?? COLOURS[at % COLOURS.length]!,
    form: FORMS[Math.floor(at / COLOURS.length) % FORMS.length]!,
    key: keyFor(layer),
    on: true,
    attributes: [...(attributes ?? [])].map(([id, values]): Attribute => {
      const listed = values.map((value) => ({ id: value, label: value }));
      return listed.length > 0
        ? { id, label: id, kind: 'choice', values: listed }
        : { id, label: id, kind: 'text' };
    }),
    roles: [...(roles ?? [])].map(([id, targets]) => ({ id, label: id, targets })),
  };
}

function keyFor(name: string): string {
  return /[a-z]/.exec(name.normalize('NFKD').toLowerCase())?.[0] ?? 'x';
}

/** Letters for layers that would share one: the next letter of their name, or any that is not `used`. */
export function withKeys(layers: readonly Layer[], used: Iterable<string> = []): readonly Layer[] {
  const taken = new Set<string>(used);
  return layers.map((layer) => {
    const letters = `${layer.key}${layer.id.toLowerCase().replace(/[^a-z]/g, '')}abcdefghijklmnopqrstuvwxyz`;
    const key = [...letters].find((letter) => !taken.has(letter)) ?? layer.key;
    taken.add(key);
    return key === layer.key ? layer : { ...layer, key };
  });
}
