/**
 * What becomes of the layers of another tool's file when it is imported. Plain data, by the ids that the file uses,
 * so that it can be edited, saved in a file of its own, and remembered with the project.
 */
export type Mapping = Readonly<Record<string, LayerMapping>>;

/** One layer of the file. What is not listed under `attributes` and `roles` is left out. */
export interface LayerMapping {
  readonly to: LayerTo;
  readonly attributes: Readonly<Record<string, AttributeMapping>>;
  readonly roles: Readonly<Record<string, RoleTo>>;
}

/** A layer of ours; the passages of a role of the annotations it is linked with; one to be added; or nothing. */
export type LayerTo =
  | { readonly layer: string }
  | { readonly role: string; readonly of: string }
  | 'new'
  | 'out';

export interface AttributeMapping {
  readonly to: { readonly attribute: string } | 'new' | 'out';
  /** For attributes with a list or scale of values: value of the file -> ours. */
  readonly values: Readonly<Record<string, ValueTo>>;
}

export type ValueTo = { readonly value: string } | 'new' | 'out';

export type RoleTo = { readonly role: string } | 'new' | 'out';

/** What was chosen for a layer of files of one format, kept with the project for the next such file. */
export interface SavedMapping extends LayerMapping {
  /** Id of the reader. */
  readonly format: string;
  /** The layer's id in the file. */
  readonly layer: string;
}
