import type { Article, Block } from '../../src/core/project/model';
import { evaluationCases } from '../../src/core/propose/evaluation/evaluate';
import { articleOf } from './project';
import { randomFrom } from './random';

/** An article in which people speak: hand-made passages in an order drawn from the seed, up to `chars` (UTF-16). */
export function newsArticle(seed: number, chars: number): Article {
  const random = randomFrom(seed);
  const cases = evaluationCases();
  let text = '';
  const blocks: Block[] = [];
  while (text.length < chars) {
    const { article } = cases[Math.floor(random() * cases.length)]!;
    const start = text === '' ? 0 : text.length + 2;
    text = text === '' ? article.text : `${text}\n\n${article.text}`;
    blocks.push(
      ...article.blocks.map((block) => ({ ...block, start: block.start + start, end: block.end + start })),
    );
  }
  return articleOf(`news-${seed}`, { text, blocks, marks: [] }, seed);
}
