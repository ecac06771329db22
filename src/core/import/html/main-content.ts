import type { Measure } from './measure';
import { isInvisible } from './parts';
import type { HtmlElement, HtmlRoot } from './tree';
import { attribute, walk } from './tree';

/** An element named as the article must hold this part of the page's paragraph text to be believed. */
const ENOUGH = 0.4;
/** Without such a name: the smallest element that holds this much of it. */
const MOST = 0.6;

/**
 * The element that holds the article: `<article>` (the fullest), `<main>`, `itemprop="articleBody"`; else
 * the smallest element with most of the paragraph text; else the body.
 */
export function mainContent(
  document: HtmlRoot,
  measures: ReadonlyMap<HtmlElement, Measure>,
): HtmlElement | null {
  let body: HtmlElement | null = null;
  const named: Record<'article' | 'main' | 'articleBody', HtmlElement[]> = {
    article: [],
    main: [],
    articleBody: [],
  };
  const weighed: HtmlElement[] = [];
  walk(document, {
    enter(element) {
      if (isInvisible(element)) return element.tagName === 'head';
      if (element.tagName === 'body') body ??= element;
      if (!measures.has(element)) return true;
      weighed.push(element);
      if (element.tagName === 'article') named.article.push(element);
      if (element.tagName === 'main' || attribute(element, 'role') === 'main') named.main.push(element);
      if (attribute(element, 'itemprop').split(/\s+/u).includes('articleBody'))
        named.articleBody.push(element);
      return true;
    },
  });
  if (body === null) return null;
  const inParagraphs = (measures.get(body)?.paragraphs ?? 0) > 0;
  const weigh = (element: HtmlElement) => measures.get(element)?.[inParagraphs ? 'paragraphs' : 'text'] ?? 0;
  const total = weigh(body);
  for (const candidates of [named.article, named.main, named.articleBody]) {
    const fullest = candidates.reduce<HtmlElement | null>(
      (best, next) => (best === null || weigh(next) > weigh(best) ? next : best),
      null,
    );
    if (fullest && total > 0 && weigh(fullest) >= total * ENOUGH) return fullest;
  }
  if (!inParagraphs) return body;
  // In document order an element comes before those in it, so the last is the innermost.
  return weighed.findLast((element) => element.tagName !== 'p' && weigh(element) >= total * MOST) ?? body;
}
