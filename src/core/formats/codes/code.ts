import type { AttributeValue } from '../../project/model';

/** A code of a program for qualitative analysis: a name, perhaps with a colour and a description, and codes below it. */
export interface Code {
  /** What codings refer to it by. */
  readonly key: string;
  readonly name: string;
  /** False for what only groups the codes below it. */
  readonly codable: boolean;
  /** "#rrggbb" or "#rgb"; '' = none. */
  readonly colour: string;
  readonly description: string;
  readonly children: readonly Code[];
  /** The part of a codebook of ours that it stands for, as far as that is known: whatever the code does not say. */
  readonly base?: Readonly<Record<string, unknown>>;
}

/** What coding a passage with a code means to us: an annotation of a layer, perhaps with a value of an attribute. */
export interface Meaning {
  readonly layer: string;
  readonly attribute?: string;
  readonly value?: AttributeValue;
}

/** The attribute of a layer that says which of the codes below it was meant, in codebooks that are not ours. */
export const WHICH = 'code';

/** Joins the names of nested codes. */
export const BELOW = ' / ';
