import { expect, it } from 'vitest';
import { compile, SearchText } from './matcher';
import { scan } from './scan';

const articles = ['a quay', 'no', 'quay quay quay', 'quay'].map((text, index) => ({
  id: `t${index}`,
  text: new SearchText(text),
}));
const compiled = compile({ text: 'quay', mode: 'words', matchCase: false, wholeWord: true });
const matcher = compiled.ok ? compiled.matcher : expect.fail();
const counts = (most?: number, within: Parameters<typeof scan>[2] = null) =>
  [...scan(articles, matcher, within, most)].map(
    ({ spans, full }) => `${spans.length}${full ? ' full' : ''}`,
  );

it('goes through the articles in order and ends with the last hit that may be', () => {
  expect(counts()).toEqual(['1', '0', '3', '1']);
  expect(counts(5)).toEqual(['1', '0', '3', '1']);
  expect(counts(4)).toEqual(['1', '0', '3', '0 full']);
  expect(counts(2)).toEqual(['1', '0', '1 full']);
});

it('looks only where it is told to', () => {
  const within = new Map([
    ['t0', [{ start: 2, end: 6 }]],
    ['t2', [{ start: 4, end: 10 }]],
  ]);
  expect(counts(10, within)).toEqual(['1', '0', '1', '0']);
});
