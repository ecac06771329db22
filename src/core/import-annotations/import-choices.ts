import type { Mapping } from '../project/mapping';
import type { Annotator } from '../project/model';

/** What the researcher chose. */
export interface ImportChoices {
  readonly mapping: Mapping;
  /** Who stands on the annotations: whoever made them, or one person for all. */
  readonly annotator: 'theirs' | Annotator;
  /** Are articles added that are not here yet? Without them their annotations stay out. */
  readonly newArticles: boolean;
}

/** What an import does, counted. Every annotation of the file is in exactly one of the first eight. */
export interface ImportCounts {
  added: number;
  /** There already; they stay as they are. */
  there: number;
  /** Passages of roles of annotations that are added or there. */
  joined: number;
  /** Of layers that are left out. */
  leftOut: number;
  /** Of articles that are not here, and not wanted. */
  elsewhere: number;
  /** Their words are not in the text any more. */
  lost: number;
  /** They speak of a whole article, which their layer does not. */
  whole: number;
  /** They are to be the passage of a role, and linked with nothing that has it. */
  unlinked: number;
  /** Of those that are there: they have another place, layer or value here. */
  differing: number;
  /** Links and values of the annotations added that have no place here. */
  links: number;
  values: number;
}

/** Nothing counted yet. */
export function noCounts(): ImportCounts {
  return {
    added: 0,
    there: 0,
    joined: 0,
    leftOut: 0,
    elsewhere: 0,
    lost: 0,
    whole: 0,
    unlinked: 0,
    differing: 0,
    links: 0,
    values: 0,
  };
}
