import type { Annotation, Article, BlockKind } from '../project/model';
import type { Span } from '../text/span';
import { normalise } from '../text/span';

/** A part of articles to search in: their headlines, their running text, or what a layer marks (`layer:quote`). */
export type SearchPart = 'headline' | 'body' | `layer:${string}`;

const NOT_BODY: ReadonlySet<BlockKind> = new Set(['title', 'standfirst', 'byline']);

/** Where in an article the parts are, as ordered and disjoint UTF-16 spans; null for no parts: everywhere. */
export function spansOfParts(
  article: Article,
  annotations: readonly Annotation[],
  parts: readonly SearchPart[],
): readonly Span[] | null {
  if (parts.length === 0) return null;
  const layers = new Set(parts.filter((part) => part.startsWith('layer:')).map((part) => part.slice(6)));
  const blocks = article.blocks.filter(
    ({ kind }) =>
      (parts.includes('headline') && kind === 'title') || (parts.includes('body') && !NOT_BODY.has(kind)),
  );
  const marked = layers.size === 0 ? [] : annotations.filter(({ layer }) => layers.has(layer));
  return normalise([...blocks, ...marked.flatMap(({ spans }) => spans)]);
}
