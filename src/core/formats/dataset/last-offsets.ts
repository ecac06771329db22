import type { Article } from '../../project/model';
import type { Offsets } from '../../text/offsets';
import { offsetsOf } from '../../text/offsets';

/** The offsets of an article in code points. */
export type OffsetsOf = (article: Article) => Offsets;

/** Counts the text of an article once for all tables, which are about one after the other. */
export function lastOffsets(): OffsetsOf {
  let last: { readonly article: Article; readonly offsets: Offsets } | undefined;
  return (article) => {
    if (last?.article !== article) last = { article, offsets: offsetsOf(article.text, 'codepoint') };
    return last.offsets;
  };
}
