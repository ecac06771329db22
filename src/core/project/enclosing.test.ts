import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../text/span';
import { covers, normalise } from '../text/span';
import { smallestEnclosing } from './enclosing';
import type { Annotation } from './model';
import { compareAnnotations } from './order';

const make = (id: string, layer: string, spans: readonly Span[]) =>
  ({ id, layer, spans: normalise(spans) }) as unknown as Annotation;
const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 40 }))
  .map(([start, length]) => ({ start, end: start + length }));
const lists = fc
  .array(fc.tuple(fc.constantFrom('quote', 'claim'), fc.array(span, { maxLength: 3 })), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) =>
    list.map(([layer, spans], index) => make(`a${index}`, layer, spans)).sort(compareAnnotations),
  );

describe('the smallest enclosing annotation', () => {
  it('is what looking at every one of them finds', () => {
    fc.assert(
      fc.property(lists, fc.nat(24), (list, pick) => {
        const annotation = list[pick % list.length]!;
        const holding = list.filter(
          (other) =>
            other.layer === 'quote' && other.id !== annotation.id && covers(other.spans, annotation.spans),
        );
        const extent = ({ spans }: Annotation) => spans.at(-1)!.end - spans[0]!.start;
        const least = Math.min(...holding.map(extent));
        const found = smallestEnclosing(list, annotation, 'quote');
        if (holding.length === 0) expect(found).toBeUndefined();
        else {
          expect(holding).toContain(found);
          expect(extent(found!)).toBe(least);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
