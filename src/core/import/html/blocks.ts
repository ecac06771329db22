import type { BlockKind } from '../../project/model';
import type { MarkedBlock } from '../compose-text';
import { isHeadingShaped } from '../detect/shapes';
import type { LineWriter } from './line-writer';
import { lineWriter } from './line-writer';
import { isApart, isBlockLevel, isInvisible, kindOfElement } from './parts';
import type { HtmlElement } from './tree';
import { walk } from './tree';

/** A block of a page; `level` is 1 … 6 for headings, else 0. */
export interface HtmlBlock extends MarkedBlock {
  readonly level: number;
}

/** An element longer than this (UTF-16 units) holds more than its name or class says. */
const LONGEST: Readonly<Partial<Record<BlockKind, number>>> = { caption: 1500, byline: 300, standfirst: 700 };

/** How a page is to be read. */
export interface BlockOptions {
  /** Further elements to leave out. */
  skips(element: HtmlElement): boolean;
  /** The length of an element's text, roughly, in UTF-16 units. */
  sizeOf(element: HtmlElement): number;
  /** Keep navigation, asides and the like too. */
  readonly whole: boolean;
}

/** The blocks of an element and all in it, in document order: text only. No depth of nesting matters. */
export function blocksOf(root: HtmlElement, { skips, sizeOf, whole }: BlockOptions): readonly HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  const writer = lineWriter();
  const open: { kind: BlockKind; level: number }[] = [{ kind: 'paragraph', level: 0 }];
  const inline = { bold: 0, time: 0, pre: 0 };
  let seen = { all: 0, bold: 0, time: 0 };
  const current = () => open.at(-1)!;
  const flush = () => {
    const text = writer.take().replaceAll('\u00ad', ''); // soft hyphens would only hide words from a search
    const hint = refine(current().kind, text, seen);
    if (text !== '') blocks.push({ text, hint, level: hint === 'heading' ? current().level : 0 });
    seen = { all: 0, bold: 0, time: 0 };
  };

  walk(root, {
    enter(element) {
      if (isInvisible(element)) return false;
      // A quotation's own <footer> names its source; other footers are the page's.
      const own = element.tagName === 'footer' && current().kind !== 'paragraph';
      if (element !== root && !whole && !own && (isApart(element) || skips(element))) return false;
      if (element.tagName === 'br') breakLine(writer, current().kind === 'post', flush);
      if (element.tagName === 'q') writer.add('“');
      if (element.tagName === 'td' || element.tagName === 'th') writer.add(' ');
      count(inline, element, 1);
      if (!isBlockLevel(element)) return true;
      if (current().kind === 'post') {
        writer.breakLine(1);
        open.push(current());
        return true;
      }
      flush();
      const kind = kindOfElement(element);
      const fits = kind !== undefined && sizeOf(element) <= (LONGEST[kind] ?? Number.POSITIVE_INFINITY);
      open.push(fits ? { kind, level: headingLevel(element) } : current());
      return true;
    },
    text(value) {
      const length = value.trim().length;
      seen.all += length;
      if (inline.bold > 0) seen.bold += length;
      if (inline.time > 0) seen.time += length;
      if (inline.pre > 0) writer.addVerbatim(value);
      else writer.add(value);
    },
    leave(element) {
      if (element.tagName === 'q') writer.add('”');
      count(inline, element, -1);
      if (!isBlockLevel(element)) return;
      if (open.at(-2)?.kind === 'post') writer.breakLine(1);
      else flush();
      open.pop();
    },
  });
  flush();
  return blocks;
}

function headingLevel({ tagName }: HtmlElement): number {
  return /^h[1-6]$/u.test(tagName) ? Number(tagName[1]) : 0;
}

/** One `<br>` breaks the line; two are how old pages part paragraphs. */
function breakLine(writer: LineWriter, inPost: boolean, flush: () => void): void {
  if (inPost) writer.breakLine(2);
  else if (!writer.breakLine(1)) flush();
}

function count(
  inline: { bold: number; time: number; pre: number },
  { tagName }: HtmlElement,
  by: 1 | -1,
): void {
  if (tagName === 'b' || tagName === 'strong') inline.bold += by;
  if (tagName === 'time') inline.time += by;
  if (tagName === 'pre') inline.pre += by;
}

/** A paragraph of nothing but a time is the paper's line; one short line all in bold is a heading. */
function refine(kind: BlockKind, text: string, seen: { all: number; bold: number; time: number }): BlockKind {
  if (kind !== 'paragraph' || seen.all === 0) return kind;
  if (seen.time === seen.all) return 'byline';
  return seen.bold === seen.all && isHeadingShaped(text) ? 'heading' : kind;
}
