import { expect, it } from 'vitest';
import { settingsSchema } from './parsers';

it('settings that were kept before there was a table are read as they were', () => {
  const old = {
    annotator: { id: 'r1', name: 'Ida' },
    theme: 'dark',
    readingSize: 20,
    measure: 64,
    leading: 1.6,
    libraryOpen: true,
    marginOpen: false,
    keys: { find: 'Mod+g' },
  };
  expect(settingsSchema.parse(old)).toEqual({ ...old, table: { columns: [], widths: {} } });
});
