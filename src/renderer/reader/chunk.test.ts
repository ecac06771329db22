import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import type { Annotation, Block, BlockKind } from '../../core/project/model';
import { Chunk } from './chunk';
import { annotationsByBlock, NOTHING } from './layout';

const KINDS: readonly BlockKind[] = ['title', 'paragraph', 'heading', 'blockquote', 'post', 'caption'];
const LAYERS = ['claim', 'speaker', 'quote', 'sentiment'];

/** Words in blocks, and annotations anywhere over them, also from one block into others. */
const articles = fc
  .record({
    lengths: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 30 }),
    spans: fc.array(fc.tuple(fc.nat(900), fc.integer({ min: 1, max: 80 })), { maxLength: 30 }),
    drawn: fc.func(fc.boolean()),
    size: fc.constantFrom(1, 4, 8),
  })
  .map(({ lengths, spans, drawn, size }) => {
    let text = '';
    const blocks = lengths.map((length, index): Block => {
      const start = text.length;
      text += `${'abc defg hi '.repeat(3).slice(0, length)}\n`;
      return { kind: KINDS[index % KINDS.length]!, start, end: start + length };
    });
    const annotations = spans.map(([start, length], index) => {
      const end = Math.min(text.length, start + length);
      return {
        id: `a${index}`,
        layer: LAYERS[index % LAYERS.length]!,
        spans: start < end ? [{ start, end }] : [],
        attributes: { polarity: (index % 5) - 2 },
        roles: {},
      } as unknown as Annotation;
    });
    return { text, blocks, annotations, drawn, size };
  });

function markup({
  text,
  blocks,
  annotations,
  drawn,
  size,
}: typeof articles extends fc.Arbitrary<infer T> ? T : never) {
  const { lists } = annotationsByBlock(blocks, annotations, NOTHING);
  const starts = Array.from({ length: Math.ceil(blocks.length / size) }, (_, index) => index * size);
  const drawChunk = (from: number) =>
    createElement(Chunk, {
      text,
      blocks,
      numbers: blocks.map(() => null),
      from,
      size,
      lists,
      drawn: drawn(from),
      codebook: DEFAULT_CODEBOOK,
      hidden: new Set<string>(),
      leading: 1.3,
      hovered: 'a1',
      focused: 'a2',
    });
  return starts.map((from) => renderToStaticMarkup(drawChunk(from))).join('');
}

describe('the chunks of an article', () => {
  test('hold every block once, in order, and exactly its text, whatever is marked and drawn', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const html = markup(article);
        const starts = [...html.matchAll(/data-start="(\d+)"/g)].map(([, start]) => Number(start));
        expect(starts).toEqual(article.blocks.map(({ start }) => start));
        const shown = article.blocks.map(({ start, end }) => article.text.slice(start, end)).join('');
        expect(html.replace(/<[^>]*>/g, '')).toBe(shown);
      }),
      { numRuns: 300 },
    );
  });

  test('refer to variables for the colours of marks alone', () => {
    fc.assert(
      fc.property(articles, (article) => {
        for (const [, style] of markup(article).matchAll(/data-marks="[^"]*"[^>]*style="([^"]*)"/g)) {
          for (const [, name] of style!.matchAll(/var\(--([^)]*)\)/g))
            expect(name).toMatch(/^(claim|speaker|quote|neg|neu|pos)(-tint(-2)?)?$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});
