/**
 * A CAS, the container of the UIMA framework: one text and the feature structures about it. What both ways of
 * writing one (JSON and XMI) have in common; offsets are UTF-16 code units.
 */
export interface Cas {
  readonly text: string;
  /** BCP 47, or UIMA's "x-unspecified". */
  readonly language?: string;
  readonly title?: string;
  /** In the order of the file, without the text itself; when it was read, also without its words and sentences. */
  readonly structures: readonly Structure[];
  /** Ids of those that are in the index of the text's view. */
  readonly members: ReadonlySet<number>;
}

export interface Structure {
  /** From 1; 0 is "nothing". */
  readonly id: number;
  /** With its package: "webanno.custom.Claim". */
  readonly type: string;
  readonly features: ReadonlyMap<string, FeatureValue>;
}

/** Arrays belong to the structure that holds them. */
export type FeatureValue =
  | string
  | number
  | boolean
  | { readonly ref: number }
  | { readonly refs: readonly number[] }
  | { readonly texts: readonly string[] };

/** A type of structures with the features it adds to those of the type above it. */
export interface CasType {
  readonly name: string;
  readonly superType: string;
  readonly description: string;
  readonly features: readonly CasFeature[];
}

export interface CasFeature {
  readonly name: string;
  readonly range: string;
  /** What an array holds. */
  readonly elements?: string;
  readonly description?: string;
}

export const ANNOTATION = 'uima.tcas.Annotation';
export const ANNOTATION_BASE = 'uima.cas.AnnotationBase';
export const STRING = 'uima.cas.String';
export const STRING_ARRAY = 'uima.cas.StringArray';
export const FS_ARRAY = 'uima.cas.FSArray';
/** The package that INCEpTION gives the layers of its projects. */
export const CUSTOM = 'webanno.custom.';
export const TOKEN = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token';
export const SENTENCE = 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence';
export const DOCUMENT = 'de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData';

/** The one type of ours: what only we understand, as JSON in its feature `json`. */
export const CARRIED = 'marginalia.Carried';

/** Passages that a role points at. */
export const PASSAGE = `${CUSTOM}Passage`;

/** The feature that names an annotation of ours, so that it is known again wherever it was moved. */
export const KEY = 'marginaliaId';
