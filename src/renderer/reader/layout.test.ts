import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import type { Annotation, Block } from '../../core/project/model';
import { compareAnnotations } from '../../core/project/order';
import type { Span } from '../../core/text/span';
import { annotationsByBlock, blockMarks, bySize, NOTHING } from './layout';

const BLOCKS: readonly Block[] = [0, 1, 2, 3, 4].map((index) => ({
  kind: 'paragraph',
  start: index * 102,
  end: index * 102 + 100,
}));

function annotation(id: string, layer: string, spans: readonly Span[]): Annotation {
  return {
    id,
    articleId: 't1',
    annotatorId: 'r1',
    layer,
    spans,
    quote: '',
    prefix: '',
    suffix: '',
    attributes: {},
    roles: {},
    note: '',
    certainty: 'certain',
    status: 'draft',
    codebookVersion: '1.0',
    createdAt: '',
    updatedAt: '',
  };
}

const span = fc
  .tuple(fc.nat(480), fc.integer({ min: 1, max: 150 }))
  .map(([start, length]) => ({ start, end: start + length }));
const annotations = fc
  .array(
    fc.tuple(
      fc.constantFrom('claim', 'speaker', 'sentiment', 'quote'),
      fc.array(span, { minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map((list) =>
    list.map(([layer, spans], index) =>
      annotation(
        `a${index}`,
        layer,
        spans.sort((a, b) => a.start - b.start),
      ),
    ),
  );

describe('annotations by block', () => {
  it('lists an annotation in exactly the blocks its passages touch', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        const byBlock = annotationsByBlock(BLOCKS, list, NOTHING).lists;
        BLOCKS.forEach((block, index) => {
          const touching = list.filter(({ spans }) =>
            spans.some(({ start, end }) => start < block.end && end > block.start),
          );
          expect(new Set(byBlock[index])).toEqual(new Set(touching));
          expect(byBlock[index]!.length).toBe(touching.length);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the very same list for blocks that a change does not touch', () => {
    const first = [
      annotation('a1', 'claim', [{ start: 5, end: 9 }]),
      annotation('a2', 'claim', [{ start: 110, end: 120 }]),
    ];
    const before = annotationsByBlock(BLOCKS, first, NOTHING);
    const after = annotationsByBlock(
      BLOCKS,
      [...first, annotation('a3', 'claim', [{ start: 210, end: 220 }])],
      before,
    );
    expect(after.lists[0]).toBe(before.lists[0]);
    expect(after.lists[1]).toBe(before.lists[1]);
    expect(after.lists[2]).not.toBe(before.lists[2]);
  });

  it('comes from the lists before to what it would be made anew', () => {
    const inOrder = annotations.map((list) => [...list].sort(compareAnnotations));
    const renamed = (list: readonly Annotation[]) => list.map((each) => ({ ...each, id: `b${each.id}` }));
    fc.assert(
      fc.property(inOrder, inOrder, fc.nat(), fc.nat(), (first, others, cut, more) => {
        const next = [...first.slice(0, cut % (first.length + 1)), ...renamed(others).slice(0, more % 4)];
        next.push(...first.slice((cut % (first.length + 1)) + (more % 3)));
        next.sort(compareAnnotations);
        const before = annotationsByBlock(BLOCKS, first, NOTHING);
        expect(annotationsByBlock(BLOCKS, next, before).lists).toEqual(
          annotationsByBlock(BLOCKS, next, NOTHING).lists,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the marks of a block', () => {
  const none = new Set<string>();

  it('never lay two rules on one lane at the same place, whatever overlaps', () => {
    fc.assert(
      fc.property(annotations, (list) => {
        for (const block of BLOCKS) {
          const { marks, lanes } = blockMarks(block, list, DEFAULT_CODEBOOK, none);
          const rules = marks.filter(({ form }) => form !== 'tint' && form !== 'bracket');
          for (const [index, one] of rules.entries()) {
            expect(one.lane).toBeLessThan(lanes);
            for (const other of rules.slice(index + 1)) {
              if (one.start < other.end && other.start < one.end) expect(one.lane).not.toBe(other.lane);
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('tell six nested tints apart by depth', () => {
    const nested = [0, 1, 2, 3, 4, 5].map((depth) =>
      annotation(`a${depth}`, 'claim', [{ start: depth * 5, end: 90 - depth * 5 }]),
    );
    const { marks } = blockMarks(BLOCKS[0]!, nested, DEFAULT_CODEBOOK, none);
    expect(marks.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('leave out layers that are hidden, or off in the codebook', () => {
    const list = [
      annotation('a1', 'claim', [{ start: 0, end: 5 }]),
      annotation('a2', 'frame', [{ start: 0, end: 5 }]),
    ];
    expect(blockMarks(BLOCKS[0]!, list, DEFAULT_CODEBOOK, new Set(['claim'])).marks).toEqual([]);
  });

  it('show the sign of a sentiment once, behind its last passage', () => {
    const two = {
      ...annotation('a1', 'sentiment', [
        { start: 0, end: 5 },
        { start: 10, end: 15 },
      ]),
      attributes: { polarity: -2 },
    };
    const { marks } = blockMarks(BLOCKS[0]!, [two], DEFAULT_CODEBOOK, none);
    expect(marks.map(({ sign }) => sign)).toEqual([undefined, '−2']);
  });
});

describe('stacked marks under a click', () => {
  it('are offered from the smallest to the largest', () => {
    const list = [
      annotation('big', 'claim', [{ start: 0, end: 50 }]),
      annotation('small', 'claim', [{ start: 10, end: 12 }]),
    ];
    expect(bySize(list).map(({ id }) => id)).toEqual(['small', 'big']);
  });
});
