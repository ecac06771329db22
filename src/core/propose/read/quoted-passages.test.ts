import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../project/model';
import { contains } from '../../text/span';
import { arbitraryNewsArticle } from '../news.arbitrary';
import type { QuotedPassage } from './quoted-passages';
import { quotedPassages } from './quoted-passages';

/** The passages of paragraphs as text; what runs on is joined with "|", what lies inside follows in brackets. */
function found(...paragraphs: string[]): readonly string[] {
  let text = '';
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + paragraph.length });
    text += `${paragraph}\n`;
  }
  const show = ({ spans, inside }: QuotedPassage): string => {
    const words = spans.map(({ start, end }) => text.slice(start, end)).join('|');
    return inside.length === 0 ? words : `${words}[${inside.map(show).join()}]`;
  };
  return quotedPassages(text, blocks).flat().map(show);
}

describe('quoted passages', () => {
  it.each([
    ['“We knew,” she said, “all of it.”', ['“We knew,”', '“all of it.”']],
    ['"We knew," she said.', ['"We knew,"']],
    // Opened with one mark and closed with the other, as content systems do.
    ['"How so?” he asked.', ['"How so?”']],
    ['„Nein“, sagte er. „Doch.“', ['„Nein“', '„Doch.“']],
    ['« Non », dit-il.', ['« Non »']],
    ['»Nein«, sagte er.', ['»Nein«']],
    ['‘It’s the boys’ turn,’ she said.', ['‘It’s the boys’ turn,’']],
    ["'It isn't over,' she said.", ["'It isn't over,'"]],
    ['“She said ‘no’ twice.”', ['“She said ‘no’ twice.”[‘no’]']],
    ['‘He said “no” twice.’', ['‘He said “no” twice.’[“no”]']],
    // Feet, inches, decades, apostrophes, clipped words.
    ['He is 6\'2" and she is 5\'10" tall.', []],
    ["The dogs' bowls, the '90s, rock 'n' roll, Tom's.", []],
    ['The ’90s and the boys’ club.', []],
    // Nobody closes it; what stands inside still counts.
    ['“Whereas she said ‘never’ and left', ['‘never’']],
    ['A “b” c “d e', ['“b”']],
  ])('of %s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('run on where the next paragraph opens with the mark again', () => {
    expect(found('He said: “One.', '“Two.', '“Three.” He left.', '“Four.”')).toEqual([
      '“One.|“Two.|“Three.”',
      '“Four.”',
    ]);
    expect(found('He said: “One.', 'Two.” He left.')).toEqual([]);
    expect(found('He said: “One.', '“Two.')).toEqual([]);
  });

  it('lie in their blocks, apart from each other, and those inside within their passage', () => {
    fc.assert(
      fc.property(arbitraryNewsArticle(), ({ text, blocks }) => {
        let at = 0;
        const check = ({ spans, inside }: QuotedPassage) => {
          for (const span of spans) expect(blocks.some((block) => contains(block, span))).toBe(true);
          for (const inner of inside) {
            for (const part of inner.spans) expect(spans.some((span) => contains(span, part))).toBe(true);
            check(inner);
          }
        };
        for (const passage of quotedPassages(text, blocks).flat()) {
          expect(passage.spans[0]!.start).toBeGreaterThanOrEqual(at);
          at = passage.spans[0]!.end;
          check(passage);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
