import type { Span } from '../text/span';
import type { Matcher, SearchText } from './matcher';
import { MOST_HITS } from './query';

/** One article to be searched. */
export interface Searchable {
  readonly id: string;
  readonly text: SearchText;
}

/** Where a scan is. */
export interface Scanned {
  readonly id: string;
  readonly spans: readonly Span[];
  /** Articles looked at so far, this one included. */
  readonly done: number;
  /** Were there more hits than may be? Then this is the last. */
  readonly full: boolean;
}

/**
 * Goes through articles one by one, so that who asks can stop, or do something else, between any two. With
 * `within`, only in those spans of each article, and in none that is not named. Ends when `most` hits are found.
 */
export function* scan(
  articles: readonly Searchable[],
  matcher: Matcher,
  within: ReadonlyMap<string, readonly Span[]> | null,
  most = MOST_HITS,
): Generator<Scanned> {
  let left = most;
  for (const [index, { id, text }] of articles.entries()) {
    const parts = within?.get(id);
    // One more than may be shown tells whether there are more.
    const found = within && !parts ? [] : matcher.find(text, left + 1, parts);
    const full = found.length > left;
    const spans = full ? found.slice(0, left) : found;
    left -= spans.length;
    yield { id, spans, done: index + 1, full };
    if (full) return;
  }
}
