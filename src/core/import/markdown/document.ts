import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockKind } from '../../project/model';
import type { MarkedBlock } from '../compose-text';
import { composeText } from '../compose-text';
import { classify } from '../detect/detect-blocks';
import { isPostSignature } from '../detect/post-signature';
import { isHeadingShaped } from '../detect/shapes';
import { mergeFacts } from '../facts';
import type { FromMarkup } from '../html/document';
import { blocksOfHtml } from '../html/document';
import { readFrontMatter } from './front-matter';
import type { MarkdownNode } from './inline';
import { inlineText } from './inline';
import { isBeyondParser } from './limits';

/**
 * Reads Markdown (CommonMark) with front matter as text and blocks; `null` for what would take the parser
 * minutes and is no article. Soft line breaks become spaces, links their words, images nothing, HTML its
 * text. `source` is normalised.
 */
export function readMarkdown(source: string): FromMarkup | null {
  const front = readFrontMatter(source);
  const body = source.slice(front.end);
  if (isBeyondParser(body)) return null;
  const blocks = withHeadline(markedBlocks(fromMarkdown(body)));
  const { text, pieces } = composeText(blocks);
  const detected = classify(text, pieces);
  const printed = detected.facts.title ? { title: detected.facts.title } : {};
  return { text, blocks: detected.blocks, facts: mergeFacts(printed, front.facts, detected.facts) };
}

interface MarkdownBlock extends MarkedBlock {
  /** 1 … 6 for headings, else 0. */
  readonly level: number;
  readonly italic: boolean;
}

function markedBlocks(root: MarkdownNode): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const steps: { node: MarkdownNode; kind: BlockKind }[] = [{ node: root, kind: 'paragraph' }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node } = step;
    const kind = node.type === 'blockquote' ? 'blockquote' : step.kind;
    if (node.type === 'heading') {
      blocks.push({ text: unwrap(inlineText(node).text), hint: 'heading', level: node.depth, italic: false });
    } else if (node.type === 'paragraph') {
      blocks.push(paragraph(node, kind));
    } else if (node.type === 'code') {
      blocks.push({ text: node.value, hint: kind, level: 0, italic: false });
    } else if (node.type === 'html') {
      for (const block of blocksOfHtml(node.value)) blocks.push({ ...block, italic: false });
    } else if ('children' in node) {
      for (const child of [...node.children].reverse()) steps.push({ node: child, kind });
    }
  }
  return blocks;
}

function paragraph(node: MarkdownNode, kind: BlockKind): MarkdownBlock {
  const { text, opensWithImage, allBold, allItalic } = inlineText(node);
  const lines = text.split('\n').map((line) => line.trim());
  if (lines.some(isPostSignature)) return { text: lines.join('\n'), hint: 'post', level: 0, italic: false };
  const flat = unwrap(text);
  const level = allBold && kind === 'paragraph' && isHeadingShaped(flat) ? 6 : 0;
  const caption = opensWithImage && flat.length <= 500;
  const hint: BlockKind = level > 0 ? 'heading' : caption ? 'caption' : kind;
  return { text: flat, hint, level, italic: allItalic };
}

/** A line end within a paragraph is a space in Markdown. */
function unwrap(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}

/** The first `#` is the headline (or a first heading of any depth); italics right under it stand first. */
function withHeadline(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const written = blocks.filter((block) => block.text !== '');
  let title = written.findIndex((block) => block.level === 1);
  if (title < 0 && written[0]?.hint === 'heading') title = 0;
  return written.map((block, index) => {
    if (index === title) return { ...block, hint: 'title' };
    const stands = title >= 0 && index === title + 1 && block.italic && block.hint === 'paragraph';
    return stands && !/^by\s/iu.test(block.text) ? { ...block, hint: 'standfirst' } : block;
  });
}
