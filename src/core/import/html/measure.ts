import { isApart, isInvisible } from './parts';
import type { HtmlElement, HtmlRoot } from './tree';
import { walk } from './tree';

/** How much text is in an element, in UTF-16 units without white space at the ends of each run. */
export interface Measure {
  /** All that can be seen, less the page's own parts (navigation, asides, forms, foot). */
  text: number;
  /** Of that, what stands in `<p>`. */
  paragraphs: number;
  /** Of that, what can be clicked; and how many links there are. */
  linked: number;
  links: number;
}

/** Measures every visible element once. */
export function measureAll(root: HtmlRoot): ReadonlyMap<HtmlElement, Measure> {
  const measures = new Map<HtmlElement, Measure>();
  const open: Measure[] = [];
  const depth = { paragraph: 0, link: 0 };
  const count = ({ tagName }: HtmlElement, by: 1 | -1) => {
    if (tagName === 'p') depth.paragraph += by;
    if (tagName === 'a') depth.link += by;
  };
  walk(root, {
    enter(element) {
      if (isInvisible(element) || (isApart(element) && element.tagName !== 'body')) return false;
      count(element, 1);
      const measure = { text: 0, paragraphs: 0, linked: 0, links: element.tagName === 'a' ? 1 : 0 };
      measures.set(element, measure);
      open.push(measure);
      return true;
    },
    text(value) {
      const top = open.at(-1);
      const length = value.trim().length;
      if (!top || length === 0) return;
      top.text += length;
      if (depth.paragraph > 0) top.paragraphs += length;
      if (depth.link > 0) top.linked += length;
    },
    leave(element) {
      count(element, -1);
      const own = open.pop();
      const above = open.at(-1);
      if (!own || !above) return;
      above.text += own.text;
      above.paragraphs += own.paragraphs;
      above.linked += own.linked;
      above.links += own.links;
    },
  });
  return measures;
}

/** Is it a list of links to elsewhere ("Related", "Share") rather than text with links in it? */
export function isLinkList({ tagName }: HtmlElement, measure: Measure | undefined): boolean {
  if (!measure || !/^(?:ul|ol|div|section)$/u.test(tagName)) return false;
  return measure.links >= 2 && measure.linked / measure.text > 0.8;
}
