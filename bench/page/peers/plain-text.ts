import type { Sample } from '../../sample/sample';
import type { Place } from './surface';

/** The column that peers draw their text in: the same face, size and width as in our reader. */
export function makeColumn(host: HTMLElement): { scroller: HTMLElement; column: HTMLElement } {
  const scroller = document.createElement('div');
  scroller.className = 'peer-scroller';
  const column = document.createElement('div');
  column.className = 'peer-column';
  scroller.append(column);
  host.append(scroller);
  return { scroller, column };
}

/** One element per block. The line end belongs to its block, so that the text nodes add up to the text. */
export function appendBlocks(column: HTMLElement, { text, blocks }: Sample): void {
  blocks.forEach(({ start }, index) => {
    const element = document.createElement('p');
    element.dataset.start = String(start);
    element.textContent = text.slice(start, blocks[index + 1]?.start ?? text.length);
    column.append(element);
  });
}

/** The character nearest to a point; `offsetIn` says where a node's text stands in the whole text. */
export function characterAt(x: number, y: number, offsetIn: (node: Text) => number | null): Place | null {
  const position = document.caretPositionFromPoint(x, y);
  const node = position?.offsetNode;
  if (!(node instanceof Text)) return null;
  const start = offsetIn(node);
  if (start === null) return null;
  const inNode = Math.min(position!.offset, node.length - 1);
  const range = document.createRange();
  range.setStart(node, inNode);
  range.setEnd(node, inNode + 1);
  return { node, inNode, offset: start + inNode, box: range.getBoundingClientRect() };
}

/** The same where every block is an element with `data-start`, which holds nothing but its text. */
export const textAt = (x: number, y: number): Place | null => characterAt(x, y, startOf);

function startOf(node: Text): number | null {
  const block = node.parentElement?.closest<HTMLElement>('[data-start]');
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, 0);
  return Number(block.dataset.start) + range.toString().length;
}

/** Does an element that matches hold this text? */
export const isInside = (selector: string, { node }: Place): boolean =>
  node.parentElement!.closest(selector) !== null;

/** The length of the text in the elements that match. */
export function lengthOf(root: ParentNode, selector: string): number {
  let length = 0;
  for (const element of root.querySelectorAll(selector)) length += element.textContent.length;
  return length;
}
