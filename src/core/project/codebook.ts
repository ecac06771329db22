/**
 * The codebook: which layers there are, which attributes and roles they have. It is data that researchers
 * edit and share; no layer, attribute or role is known to the code by name, except where the built-in
 * codebook says so of itself (default-codebook.ts).
 */

/** How a layer is drawn, so that layers differ in form and not only in colour. */
export const FORMS = ['tint', 'underline', 'bracket', 'edge'] as const;
export type Form = (typeof FORMS)[number];

/** Colours a layer may take: tokens of the themes, each legible in all of them. */
export const COLOURS = [
  'claim',
  'speaker',
  'quote',
  'sentiment',
  'stance',
  'argument',
  'frame',
  'neutral',
] as const;
export type Colour = (typeof COLOURS)[number];

/** One value of a choice. `id` is what is stored and exported; `label` may be reworded at any time. */
export interface CodebookValue {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly examples?: readonly string[];
}

interface AttributeBase {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly examples?: readonly string[];
}

/** An attribute. `default` is set on new annotations; without one the attribute begins unset. */
export type Attribute =
  | (AttributeBase & {
      readonly kind: 'choice';
      readonly values: readonly CodebookValue[];
      readonly default?: string;
    })
  | (AttributeBase & { readonly kind: 'multiple'; readonly values: readonly CodebookValue[] })
  | (AttributeBase & {
      /** Ordinal: whole numbers from `min` to `max`. */
      readonly kind: 'scale';
      readonly min: number;
      readonly max: number;
      readonly default?: number;
      /** −3 … +3 are drawn in the diverging pair of colours and with a sign. */
      readonly diverging?: boolean;
    })
  | (AttributeBase & { readonly kind: 'text' })
  | (AttributeBase & { readonly kind: 'number' })
  | (AttributeBase & { readonly kind: 'date' });

export type AttributeKind = Attribute['kind'];

export const TARGET_KINDS = ['spans', 'speaker', 'claim', 'annotation', 'author'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** A role: what an annotation of the layer may point at. */
export interface Role {
  readonly id: string;
  readonly label: string;
  /** What is missing when the role is empty, to follow "has no": "source". Absent = the label. */
  readonly noun?: string;
  readonly description?: string;
  readonly examples?: readonly string[];
  readonly targets: readonly TargetKind[];
  /** When `targets` has 'annotation': the layers it may be of. Absent = any. */
  readonly layers?: readonly string[];
  /** At most this many targets; absent = any number. */
  readonly max?: number;
  /** A hint is given when the role is empty and nothing is inherited. */
  readonly expected?: boolean;
  /** A passage given for this role must be one contiguous span. */
  readonly contiguous?: boolean;
  /** Following this role from annotation to annotation must never come back to the start. */
  readonly acyclic?: boolean;
  /**
   * Where an unset role takes its targets from: the smallest enclosing annotation of `layer`, its `role`;
   * and if there is none, the article's author when `elseAuthor`.
   */
  readonly inherits?: { readonly layer: string; readonly role: string; readonly elseAuthor?: boolean };
}

export interface Layer {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Words between double asterisks are the passage one would mark. */
  readonly examples?: readonly string[];
  /** How to decide: what counts, what does not, where it begins and ends. One rule a line. */
  readonly rules?: string;
  readonly colour: Colour;
  readonly form: Form;
  /** One lower-case letter that tags the selection with this layer. */
  readonly key: string;
  readonly on: boolean;
  /** May an annotation of this layer speak of the whole article, without spans? */
  readonly wholeArticle?: boolean;
  /** The first attribute is the one that digits set. */
  readonly attributes: readonly Attribute[];
  readonly roles: readonly Role[];
}

/** One version and what made it differ from the one before. */
export interface Revision {
  readonly version: string;
  readonly at: string;
  /** In a few words: "renamed the layer “Claim” to “Assertion”". */
  readonly what: string;
}

export interface Codebook {
  readonly id: string;
  readonly name: string;
  /** Another one whenever what a tag means may have changed (see codebook-version.ts). */
  readonly version: string;
  readonly layers: readonly Layer[];
  /** Hints of the univocal profile: one quote per word, no nesting. */
  readonly univocal?: boolean;
  /** The versions made in this project, oldest first; at most KEPT_REVISIONS of them. */
  readonly history?: readonly Revision[];
}

/** The layer with this id, or undefined when the codebook has lost it (its annotations are kept and listed). */
export function layerOf(codebook: Codebook, id: string): Layer | undefined {
  return codebook.layers.find((layer) => layer.id === id);
}

/** The attributes that a new annotation of the layer begins with: every default, nothing else. */
export function defaultAttributes(layer: Layer): Readonly<Record<string, string | number>> {
  const found: Record<string, string | number> = {};
  for (const attribute of layer.attributes) {
    if ('default' in attribute && attribute.default !== undefined) found[attribute.id] = attribute.default;
  }
  return found;
}

/** What the n-th digit (1 = first) sets on an attribute: the n-th value or step; undefined past the end. */
export function valueAtDigit(attribute: Attribute, digit: number): string | number | undefined {
  if (attribute.kind === 'choice' || attribute.kind === 'multiple') return attribute.values[digit - 1]?.id;
  if (attribute.kind === 'scale' && digit >= 1 && attribute.min + digit - 1 <= attribute.max) {
    return attribute.min + digit - 1;
  }
  return undefined;
}

/** A value as a person reads it: the label for choices, a signed number for diverging scales. */
export function valueLabel(attribute: Attribute, value: unknown): string {
  if (attribute.kind === 'choice') return labelOf(attribute.values, String(value));
  if (attribute.kind === 'multiple' && Array.isArray(value)) {
    return value.map((id) => labelOf(attribute.values, String(id))).join(', ');
  }
  if (attribute.kind === 'scale' && typeof value === 'number' && attribute.diverging) return signed(value);
  return String(value);
}

function labelOf(values: readonly CodebookValue[], id: string): string {
  return values.find((value) => value.id === id)?.label ?? id;
}

/** A whole number with its sign, with a true minus: −2, 0, +3. */
export function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
