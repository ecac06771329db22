import { describe, expect, it } from 'vitest';
import { detectSplit } from './detect-split';

const BODY = `${'The crane had not been looked at for a year, a log shows. Nobody asked for it.\n'.repeat(6)}\n`;
const three = (between: (number: number) => string) =>
  [1, 2, 3].map((number) => `${between(number)}\n${BODY}`).join('');

describe('detectSplit', () => {
  it.each([
    ['numbered documents', three((n) => `Document ${n} of 3`), true, 3],
    ['ends of documents', three(() => '').replaceAll('\n\n', '\nEnd of Document\n\n'), true, 3],
    ['labelled titles', three((n) => `Title: Story ${n}\nDate: 3 April 2024`), false, 3],
    ['rows of signs', three(() => '====================').slice(21), false, 3],
    ['pages', three(() => '').replaceAll('\n\n', '\n\f'), false, 3],
  ])('sees %s', (_what, text, sure, count) => {
    expect(detectSplit(text, 'txt')).toMatchObject({ sure, count });
  });

  it('sees briefs where documents are numbered, and takes rows of signs around them for no more than that', () => {
    const brief =
      'Harbour crane stands still\n\nThe crane on Quay 9 was stopped on Friday, the port said.\n\n';
    const briefs = (between: (number: number) => string) =>
      [1, 2, 3].map((n) => `${between(n)}\n\n${brief}`).join('');
    expect(
      detectSplit(
        briefs((n) => `Document ${n} of 3`),
        'txt',
      ),
    ).toMatchObject({ sure: true, count: 3 });
    expect(
      detectSplit(
        briefs(() => '=========='),
        'txt',
      ),
    ).toBeNull();
  });

  it('sees main headings in Markdown and on a page', () => {
    expect(
      detectSplit(
        three((n) => `# Story ${n}\n`),
        'md',
      ),
    ).toMatchObject({ sure: false, count: 3 });
    const page = three((n) => `<h1>Story ${n}</h1>`).replace(/^The.*$/gmu, '<p>$&</p>');
    expect(detectSplit(page, 'html')).toMatchObject({ sure: false, count: 3 });
  });

  it.each([
    ['one article', `Headline\n\n${BODY}`],
    ['one article of an export', `1 of 1 DOCUMENTS\n\nHeadline\n\n${BODY}`],
    ['front matter', `---\ntitle: One\n---\n\n${BODY}`],
    ['short sections', 'One.\n* * *\nTwo.\n* * *\nThree.\n'.repeat(9)],
    ['a list of links', '1 of 3\n2 of 3\n3 of 3\n'.repeat(30)],
    ['nothing', ''],
  ])('does not see several in %s', (_what, text) => {
    expect(detectSplit(text, 'txt')).toBeNull();
  });

  it('tries the patterns of the person first', () => {
    const mine = { pattern: '^@@', line: 'begins' as const, cover: false, fields: { mood: 'kept' as const } };
    const text = three((n) => `@@ ${n}`);
    expect(detectSplit(text, 'txt')).toBeNull();
    expect(detectSplit(text, 'txt', [mine])).toEqual({ rule: mine, count: 3, sure: true });
    expect(detectSplit(`Headline\n\n${BODY}`, 'txt', [mine, { ...mine, pattern: '(' }])).toBeNull();
  });
});
