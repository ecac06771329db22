import type { DefaultTreeAdapterTypes } from 'parse5';
import { parse } from 'parse5';

/** An element of a parsed page. */
export type HtmlElement = DefaultTreeAdapterTypes.Element;
type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlRoot = DefaultTreeAdapterTypes.Document | HtmlElement;

/**
 * A page as the HTML standard's parsing rules have it. Only a tree of plain objects: nothing runs or loads.
 * With `places` every node knows where in the source it stands (UTF-16).
 */
export function parseHtml(
  html: string,
  options: { readonly places?: boolean } = {},
): DefaultTreeAdapterTypes.Document {
  return parse(html, { sourceCodeLocationInfo: options.places ?? false });
}

/** The value of an attribute, or the empty string. Names are lower-case. */
export function attribute(element: HtmlElement, name: string): string {
  return element.attrs.find((candidate) => candidate.name === name)?.value ?? '';
}

export interface Visitor {
  /** False leaves the element and all in it out; `leave` is then not called. */
  enter?(element: HtmlElement): boolean;
  text?(value: string, node: DefaultTreeAdapterTypes.TextNode): void;
  leave?(element: HtmlElement): void;
}

/** Visits everything under `root` (and `root`, if an element) in document order, without recursion. */
export function walk(root: HtmlRoot, visitor: Visitor): void {
  const start: HtmlNode[] = root.nodeName === '#document' ? [...root.childNodes] : [root as HtmlElement];
  const open: { nodes: readonly HtmlNode[]; next: number; element: HtmlElement | null }[] = [
    { nodes: start, next: 0, element: null },
  ];
  for (let level = open.at(-1); level; level = open.at(-1)) {
    const node = level.nodes[level.next++];
    if (!node) {
      open.pop();
      if (level.element) visitor.leave?.(level.element);
    } else if (node.nodeName === '#text') {
      const text = node as DefaultTreeAdapterTypes.TextNode;
      visitor.text?.(text.value, text);
    } else if ('tagName' in node && visitor.enter?.(node) !== false) {
      open.push({ nodes: node.childNodes, next: 0, element: node });
    }
  }
}

/** Every element that `wanted` picks, in document order. */
export function findAll(root: HtmlRoot, wanted: (element: HtmlElement) => boolean): readonly HtmlElement[] {
  const found: HtmlElement[] = [];
  walk(root, {
    enter(element) {
      if (wanted(element)) found.push(element);
      return true;
    },
  });
  return found;
}

/** The text of an element on one line, white space collapsed. */
export function textOf(element: HtmlElement): string {
  const parts: string[] = [];
  walk(element, { text: (value) => parts.push(value) });
  return parts.join('').replace(/\s+/gu, ' ').trim();
}
