import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsText } from './news.arbitrary';
import { normaliseText, replacementNote } from './normalise-text';

const anyText = fc.oneof(
  newsText,
  fc
    .array(
      fc.constantFrom('\r', '\n', '\r\n', '\ufeff', '\0', '\ud83d', '\ude21', '\u0007', '\f', 'a', ' '),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
);

describe('normaliseText', () => {
  it('does nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = normaliseText(raw);
        const again = normaliseText(text);
        expect(again.text).toBe(text);
        expect(again.replaced).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves a text that XML and UTF-8 can carry, with "\\n" for line ends', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = normaliseText(raw);
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/u);
        expect(text.charCodeAt(0)).not.toBe(0xfeff);
        expect(text).toBe(text.trimEnd());
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['one line', 'none'],
    ['a\nb', 'lf'],
    ['a\r\nb\r\n', 'crlf'],
    ['a\rb', 'cr'],
    ['a\r\nb\nc', 'mixed'],
    ['a\rb\nc', 'mixed'],
    ['a\r\r\nb', 'mixed'],
  ])('reports the line ends of %j', (raw, lineEnds) => {
    expect(normaliseText(raw).lineEnds).toBe(lineEnds);
  });

  it('marks NUL, controls and lone surrogates where they were, and counts them', () => {
    expect(normaliseText('a\0b\u0007c\ud83d d')).toEqual({
      text: 'a\ufffdb\ufffdc\ufffd d',
      lineEnds: 'none',
      replaced: 3,
    });
    expect(normaliseText('👩‍🚒').replaced).toBe(0);
    expect(replacementNote(3)).toContain('3 control characters');
    expect(replacementNote(0)).toBeUndefined();
  });

  it('takes the mark off the front and nothing else', () => {
    expect(normaliseText('\ufeff\ufeff a\ufeffb').text).toBe(' a\ufeffb');
  });
});
