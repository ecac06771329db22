import type { Meaning } from '../codes/code';
import type { XmlElement } from '../uima/xml-read';

/** What a link of a project leads from and to. */
export interface QdeLink {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly bothWays: boolean;
}

/** What is said in one place of a project file and referred to from others, by GUID. */
export interface Qde {
  readonly users: ReadonlyMap<string, string>;
  /** Codes by what they mean to us. */
  readonly meanings: ReadonlyMap<string, Meaning>;
  /** Of the codes’ attributes: does one take more than one value? Keys are "layer attribute" in JSON. */
  readonly takesMany: (layer: string, attribute: string) => boolean;
  /** Cases with a name are speakers. */
  readonly cases: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** Selection -> the case whose it is. */
  readonly caseOf: ReadonlyMap<string, string>;
  /** Notes by what they say. */
  readonly notes: ReadonlyMap<string, string>;
  /** Notes that are entries of our register of claims. */
  readonly claims: ReadonlyMap<string, { readonly id: string; readonly wording: string }>;
  readonly links: LinkTable;
}

/** Links by either end. */
export interface LinkTable {
  readonly from: ReadonlyMap<string, readonly QdeLink[]>;
  readonly to: ReadonlyMap<string, readonly QdeLink[]>;
}

/** A source of text with what is marked in it. */
export interface QdeSource {
  readonly element: XmlElement;
  readonly name: string;
  /** As the file has it. */
  readonly text: string;
  readonly fileName: string;
}
