import { offsetsOf } from '../../text/offsets';
import { sentences, words } from '../../text/sentences';
import type { Part } from '../part';
import type { Cell, Table } from './table';

/**
 * One row per word, with a BIO tag per layer that is switched on: B where a passage begins, I inside it, O outside. Where
 * passages of one layer overlap, the one that begins first is told; the table spans has them all.
 */
export function tokensTable(part: Part): Table {
  const layers = part.whole.codebook.layers.filter(({ on }) => on);
  const rows: Cell[][] = [];
  for (const article of part.articles) {
    const offsets = offsetsOf(article.text, 'codepoint');
    const spans = new Map(
      layers.map(({ id }) => [
        id,
        (part.annotations.get(article.id) ?? [])
          .filter(({ layer }) => layer === id)
          .flatMap((annotation) => annotation.spans)
          .sort((a, b) => a.start - b.start || b.end - a.end),
      ]),
    );
    const inside = new Map<string, number>();
    let token = 0;
    let sentence = 0;
    for (const block of article.blocks) {
      for (const one of sentences(article.text, block, article.language)) {
        sentence++;
        for (const { start, end } of words(article.text, { ...block, ...one }, article.language)) {
          const tags = layers.map(({ id }): Cell => {
            const list = spans.get(id)!;
            const at = list.findIndex((span) => span.start < end && start < span.end);
            const same = at >= 0 && inside.get(id) === at;
            inside.set(id, at);
            return at < 0 ? 'O' : same ? 'I' : 'B';
          });
          rows.push([
            article.id,
            ++token,
            sentence,
            offsets.fromUtf16(start),
            offsets.fromUtf16(end),
            article.text.slice(start, end),
            ...tags,
          ]);
        }
      }
    }
  }
  return {
    name: 'tokens',
    description: 'One row per word, with BIO tags.',
    key: ['article_id', 'token'],
    links: { article_id: ['articles', 'article_id'] },
    columns: [
      { name: 'article_id', type: 'string', description: 'The article it is in.' },
      { name: 'token', type: 'integer', description: 'Which word of the article, from 1.' },
      { name: 'sentence', type: 'integer', description: 'Which sentence of the article, from 1.' },
      { name: 'start', type: 'integer', description: 'First character, in Unicode code points from 0.' },
      { name: 'end', type: 'integer', description: 'After the last character, in Unicode code points.' },
      { name: 'text', type: 'string', description: 'The word.' },
      ...layers.map(({ id, label }) => ({
        name: `bio_${id.replace(/[^A-Za-z0-9]+/g, '_')}`,
        type: 'string' as const,
        description: `B, I or O: ${label}.`,
      })),
    ],
    rows,
  };
}
