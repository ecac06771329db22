import type { Article, Block, BlockKind } from '../../project/model';
import type { Span } from '../../text/span';
import { xmlContent } from '../uima/xml-text';
import { TEXT_ID } from './names';

/** What stands between the tags of a block. */
export type BlockContent = (block: Span, kind: BlockKind) => string;

/** White space that may stand between elements. */
const BETWEEN = /^[ \t\r\n]*$/;

/**
 * The text as `<body>`: its blocks as elements, and between them the white space that is there, so that all text of
 * the body is the article's, character by character (xml:space says that none may be added). `content` marks a block
 * up. Titles and headings are heads of divisions.
 */
export function teiBody(article: Article, content?: BlockContent): string {
  const { text, blocks } = article;
  const inside = content ?? (({ start, end }: Span) => xmlContent(text.slice(start, end)));
  const layout = new Layout();
  let at = 0;
  const gap = (end: number) => {
    const between = { start: at, end };
    const space = text.slice(at, end);
    // Characters that look like space but are none to XML need an element around them.
    if (BETWEEN.test(space)) layout.space(xmlContent(space));
    else layout.put('ab', ' type="space"', inside(between, 'paragraph'));
  };
  for (const block of whole(blocks)) {
    gap(block.start);
    layout.block(block.kind, inside(block, block.kind));
    at = block.end;
  }
  gap(text.length);
  return `<body xml:id="${TEXT_ID}" xml:space="preserve"><div type="article">${layout.end()}</div></body>`;
}

/** Blocks in order without those that are empty or begin inside another. */
function whole(blocks: readonly Block[]): readonly Block[] {
  let end = 0;
  return blocks.filter((block) => {
    if (block.start < end || block.start >= block.end) return false;
    end = block.end;
    return true;
  });
}

/** Elements in the order that TEI allows: heads and bylines before anything else of their division. */
class Layout {
  #xml = '';
  #atTop = true;
  #inSection = false;

  space(text: string): void {
    this.#xml += text;
  }

  put(name: string, attributes: string, inner: string): void {
    this.#atTop = false;
    this.#xml += `<${name}${attributes}>${inner}</${name}>`;
  }

  block(kind: BlockKind, inner: string): void {
    if (kind === 'paragraph') this.put('p', '', inner);
    else if (kind === 'blockquote') this.put('quote', '', inner);
    else if (kind === 'heading' || (kind === 'title' && !this.#atTop)) this.#section(kind, inner);
    else if (kind === 'title' || (kind === 'standfirst' && this.#atTop)) this.#head(kind, inner);
    else if (kind === 'byline' && this.#atTop) this.#xml += `<byline>${inner}</byline>`;
    else this.put('ab', ` type="${kind}"`, inner);
  }

  end(): string {
    return this.#inSection ? `${this.#xml}</div>` : this.#xml;
  }

  #section(kind: BlockKind, inner: string): void {
    this.#xml += `${this.#inSection ? '</div>' : ''}<div type="section">`;
    this.#inSection = true;
    this.#atTop = true;
    this.#head(kind, inner);
  }

  #head(kind: BlockKind, inner: string): void {
    this.#xml += `<head type="${kind}">${inner}</head>`;
  }
}
