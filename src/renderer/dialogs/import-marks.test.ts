import { expect, test } from 'vitest';
import type { Article } from '../../core/project/model';
import { duplicateMarks } from './import-marks';
import type { Item } from './import-store';

const item = (stage: string, sha256: string, fileName: string | null): Item =>
  ({ stage, draft: { title: stage.toUpperCase(), sha256, origin: { fileName } } }) as Item;

test('marks what the project has, and all but the first of the same text', () => {
  const articles = new Map([['t1', { sha256: 'x', title: 'Pier 4 reopens' } as Article]]);
  const items = [
    item('a', 'x', 'a.txt'),
    item('b', 'y', 'b.txt'),
    item('c', 'y', null),
    item('d', 'z', null),
  ];
  expect([...duplicateMarks(items, articles)]).toEqual([
    ['a', 'Already in the project: Pier 4 reopens'],
    ['c', 'Same text as b.txt'],
  ]);
});
