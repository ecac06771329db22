import { describe, expect, it } from 'vitest';
import { settingsSchema } from './parsers';

const EARLIER = {
  annotator: { id: 'r1', name: 'RS' },
  theme: 'dark',
  readingSize: 18,
  measure: 64,
  leading: 1.68,
  libraryOpen: true,
  marginOpen: false,
  keys: { undo: 'Mod+m' },
};

/** What settings begin with that earlier versions did not have. */
const BEGIN = { table: { columns: [], widths: {} }, proposals: true };

describe('settings', () => {
  it('of an earlier version, which knew no libraries, table or proposals, are read as they were', () => {
    expect(settingsSchema.parse(EARLIER)).toEqual({ ...EARLIER, ...BEGIN });
  });

  it('keep what the library of a project shows', () => {
    const shown = {
      filter: {
        statuses: ['new', 'reading'],
        outlets: [''],
        annotated: false,
        noted: true,
        from: '2024-01-01',
      },
      order: { by: 'changed', descending: true },
    };
    const settings = { ...EARLIER, ...BEGIN, libraries: { 'project-1': shown } };
    expect(settingsSchema.parse(settings)).toEqual(settings);
  });

  it('are not lost over a library that a later version remembers differently', () => {
    const later = { ...EARLIER, libraries: { 'project-1': { order: { by: 'mood', descending: false } } } };
    expect(settingsSchema.parse(later)).toMatchObject(EARLIER);
  });
});
