import type { SearchQuery } from '../../core/search/query';

/** What the searching process has to forget and to learn. Offsets and lengths everywhere are UTF-16. */
export interface TextChanges {
  /** Ids of articles. */
  readonly gone: readonly string[];
  readonly texts: readonly { readonly id: string; readonly order: number; readonly text: string }[];
}

/** A query, and how many articles the process must know for the answer to be true. */
export interface SearchTask {
  readonly query: SearchQuery;
  readonly articles: number;
  /** Article id -> start, end, start, end, … of where to look in it; null = everywhere. */
  readonly within: ReadonlyMap<string, Uint32Array> | null;
}

/** Hits found since the last batch, article by article in library order. */
export interface SearchBatch {
  readonly articles: readonly string[];
  /** How many hits each of these articles has. */
  readonly counts: Uint32Array;
  /** start, end, start, end, … of all of them. */
  readonly spans: Uint32Array;
  /** Articles looked at so far, of all. */
  readonly done: number;
  readonly total: number;
}

export interface SearchEnd {
  /** There are more hits than are looked for. */
  readonly full: boolean;
}
