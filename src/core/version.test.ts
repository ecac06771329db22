import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from './version';

test('files that are written tell the version of the package', () => {
  expect(JSON.parse(readFileSync('package.json', 'utf8')).version).toBe(VERSION);
});
