import { expect, test } from 'vitest';
import { begun, edited, undone } from './import-undoable';

test('edits with one tag in a row are one step back', () => {
  const typed = edited(edited(edited(begun('a'), 'title', 'ab'), 'title', 'abc'), 'outlet', 'abcd');
  expect(undone(typed).now).toBe('abc');
  expect(undone(undone(typed)).now).toBe('a');
  expect(undone(undone(undone(typed))).now).toBe('a');
});

test('after a step back the same tag begins a new step', () => {
  const again = edited(undone(edited(begun(1), 'x', 2)), 'x', 3);
  expect(undone(again).now).toBe(1);
});

test('an edit that changes nothing is no step', () => {
  const first = begun(1);
  expect(edited(first, 'x', 1)).toBe(first);
});
