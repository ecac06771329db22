/** The part of the W3C Web Annotation Data Model (2017) that we write. Offsets are Unicode code points. */

export interface WebSelector {
  readonly type: 'TextQuoteSelector' | 'TextPositionSelector';
  readonly exact?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start?: number;
  readonly end?: number;
}

/** A passage of an article, by two selectors that select the same (section 4.2). */
export interface WebPassage {
  readonly source: string;
  readonly selector: readonly WebSelector[];
}

export type WebBody =
  | {
      readonly type: 'TextualBody';
      readonly purpose: 'classifying' | 'tagging' | 'assessing' | 'commenting';
      readonly value: string;
      readonly format?: 'text/plain';
    }
  | (WebPassage & { readonly type: 'SpecificResource'; readonly purpose: 'linking' })
  | {
      readonly type: 'SpecificResource';
      readonly purpose: 'linking';
      readonly source: string | { readonly id: string; readonly name?: string; readonly label?: string };
    };

export interface WebAnnotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'classifying' | 'linking';
  readonly creator: { readonly id: string; readonly type: 'Person'; readonly name: string };
  readonly created: string;
  readonly modified: string;
  readonly body: readonly WebBody[];
  readonly target: string | WebPassage | readonly WebPassage[];
}

export interface WebCollection {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'AnnotationCollection';
  readonly label: string;
  readonly first: {
    readonly id: string;
    readonly type: 'AnnotationPage';
    readonly startIndex: 0;
    readonly items: readonly WebAnnotation[];
  };
  /** Annotations in the collection, links included. */
  readonly total: number;
}
