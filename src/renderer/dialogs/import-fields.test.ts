import { expect, test } from 'vitest';
import type { EditableText } from './import-fields';
import { tidied, withField } from './import-fields';

const TEXT: EditableText = {
  title: 'Pier 4 reopens',
  language: 'en',
  text: 'The pier is open again.',
  blocks: [{ kind: 'paragraph', start: 0, end: 23 }],
  sha256: '',
  origin: {
    fileName: null,
    format: 'pasted',
    encoding: 'utf-8',
    lineEnds: 'none',
    bytes: 23,
    bytesSha256: '',
  },
};

test('an emptied field is gone, not empty or undefined', () => {
  const named = withField(TEXT, 'outlet', 'The Harbour Post');
  expect(named.outlet).toBe('The Harbour Post');
  expect('outlet' in withField(named, 'outlet', '')).toBe(false);
});

test('spaces at the ends go when it is kept, and so do fields of spaces', () => {
  const typed = withField(withField(TEXT, 'byline', ' Imke Sandvoort '), 'note', '  ');
  expect(tidied(typed)).toEqual({ ...TEXT, byline: 'Imke Sandvoort' });
});

test('an article without a title is called by its first words', () => {
  expect(tidied(withField(TEXT, 'title', ' ')).title).toBe('The pier is open again.');
});
