import type { Span } from '../../core/text/span';

/**
 * The only code that knows both the DOM and spans. Every block is an element with `data-start`, whose text
 * nodes hold exactly the article's text from there on; nothing else in a block is a text node (badges and
 * numbers are drawn by CSS), so an offset is a sum of lengths. All offsets are UTF-16.
 */

/** The block element that holds a node, if it is in the reader. */
function blockOf(node: Node): HTMLElement | null {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  return element?.closest<HTMLElement>('[data-start]') ?? null;
}

function textNodes(block: Element): TreeWalker {
  return document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
}

/** The article offset of a DOM position, or null when it is outside every block. */
export function offsetOf(node: Node, offset: number): number | null {
  const block = blockOf(node);
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, offset);
  return Number(block.dataset.start) + range.toString().length;
}

/** The DOM position of an article offset inside `root`, or null when its block is not there. */
export function positionOf(
  root: ParentNode,
  offset: number,
  bias: 'start' | 'end',
): { node: Text; offset: number } | null {
  const block = blockElementAt(root, offset, bias);
  if (!block) return null;
  let left = offset - Number(block.dataset.start);
  const walker = textNodes(block);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (left < node.length || (left === node.length && bias === 'end')) return { node, offset: left };
    left -= node.length;
  }
  return null;
}

/** The block elements of each root, and of which cutting into blocks they are: they are many to ask for. */
const known = new WeakMap<ParentNode, { readonly cut: string; readonly blocks: readonly HTMLElement[] }>();

function blocksIn(root: ParentNode): readonly HTMLElement[] {
  const cut = (root as HTMLElement).dataset?.cut;
  const before = known.get(root);
  if (cut !== undefined && before?.cut === cut) return before.blocks;
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  if (cut !== undefined) known.set(root, { cut, blocks });
  return blocks;
}

/** Finds the block by bisection over the block elements, which are in text order. */
function blockElementAt(root: ParentNode, offset: number, bias: 'start' | 'end'): HTMLElement | null {
  const blocks = blocksIn(root);
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const start = Number(blocks[middle]!.dataset.start);
    if (start < offset || (start === offset && bias === 'start')) low = middle;
    else high = middle - 1;
  }
  return blocks[low] ?? null;
}

/** A DOM range over a span, or null when its text is not in `root`. */
export function rangeOf(root: ParentNode, span: Span): Range | null {
  const start = positionOf(root, span.start, 'start');
  const end = positionOf(root, span.end, 'end');
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** What the DOM selection covers of the reader, and which end moves; null for none or a mere caret. */
export function readSelection(root: HTMLElement): { span: Span; head: number } | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.anchorNode || !selection.focusNode) return null;
  if (!root.contains(selection.anchorNode) && !root.contains(selection.focusNode)) return null;
  const anchor = offsetOf(selection.anchorNode, selection.anchorOffset);
  const head = offsetOf(selection.focusNode, selection.focusOffset);
  if (anchor === null || head === null || anchor === head) return null;
  return { span: { start: Math.min(anchor, head), end: Math.max(anchor, head) }, head };
}

/** Makes the DOM selection the span, so that copying and screen readers see it; null clears it. */
export function writeSelection(root: HTMLElement, span: Span | null): void {
  const selection = document.getSelection();
  if (!selection) return;
  if (!span) {
    if (selection.anchorNode && root.contains(selection.anchorNode)) selection.removeAllRanges();
    return;
  }
  const range = rangeOf(root, span);
  if (range)
    selection.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}

/** The article offset under a point of the window (CSS px), or null when there is no text. */
export function offsetAtPoint(x: number, y: number): number | null {
  const position = document.caretPositionFromPoint(x, y);
  return position ? offsetOf(position.offsetNode, position.offset) : null;
}

/** The boxes of a span's lines in window coordinates (CSS px). */
export function linesOf(root: ParentNode, span: Span): readonly DOMRect[] {
  const range = rangeOf(root, span);
  return range ? [...range.getClientRects()].filter((rect) => rect.width > 0) : [];
}

/** Paints spans under a name of the CSS Custom Highlight API; no element is touched. */
export function paint(name: string, root: ParentNode, spans: readonly Span[]): void {
  const ranges = spans.map((span) => rangeOf(root, span)).filter((range) => range !== null);
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}
