import type { Article, Block } from '../../project/model';
import type { QuotedPassage } from './quoted-passages';
import { quotedPassages } from './quoted-passages';
import type { Region } from './region';
import { regionOf } from './region';

/** What is known of an article's text before asking who says what. */
export interface ArticleReading {
  readonly article: Article;
  /** One for each block. */
  readonly blocks: readonly Region[];
  /** One for each part of each quoted passage, outer before inner. */
  readonly insides: readonly Region[];
}

const known = new WeakMap<Article, ArticleReading>();

/** Reads an article; remembered as long as the article lives. */
export function readArticle(article: Article): ArticleReading {
  let reading = known.get(article);
  if (!reading) {
    reading = read(article);
    known.set(article, reading);
  }
  return reading;
}

function read(article: Article): ArticleReading {
  const { text, blocks } = article;
  const insides: Region[] = [];
  let running: readonly QuotedPassage[] = [];
  const regions = quotedPassages(text, blocks).map((own, at) => {
    const block = blocks[at]!;
    const passages = [...running, ...own];
    running = passages.filter(({ spans }) => spans.at(-1)!.start >= block.end);
    const region = regionOf(article, { span: block, block, at, passages, within: null });
    for (const passage of passages) readInside(article, block, at, passage, insides);
    return region;
  });
  return { article, blocks: regions, insides };
}

function readInside(
  article: Article,
  block: Block,
  at: number,
  passage: QuotedPassage,
  insides: Region[],
): void {
  for (const part of passage.spans) {
    if (part.start < block.start || part.end > block.end) continue;
    // Every part begins with a mark; only the last ends with one.
    const end = part === passage.spans.at(-1) ? part.end - 1 : part.end;
    const span = { start: part.start + 1, end: Math.max(part.start + 1, end) };
    insides.push(regionOf(article, { span, block, at, passages: passage.inside, within: passage }));
  }
  for (const inner of passage.inside) readInside(article, block, at, inner, insides);
}
