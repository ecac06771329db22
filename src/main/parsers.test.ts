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

describe('settings', () => {
  it('of an earlier version, which knew no libraries, are read as they are', () => {
    expect(settingsSchema.parse(EARLIER)).toEqual(EARLIER);
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
    const settings = { ...EARLIER, libraries: { 'project-1': shown } };
    expect(settingsSchema.parse(settings)).toEqual(settings);
  });

  it('are not lost over a library that a later version remembers differently', () => {
    const later = { ...EARLIER, libraries: { 'project-1': { order: { by: 'mood', descending: false } } } };
    expect(settingsSchema.parse(later)).toMatchObject(EARLIER);
  });
});
