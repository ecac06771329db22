import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteHolds, notesAsText, notesOf } from './notes';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations, findAnnotation } from './query';

const project = arbitraryProject();

describe('the notes of a project', () => {
  it('are all that say something, each of something that is there, with its own words', () => {
    fc.assert(
      fc.property(project, (all) => {
        const notes = notesOf(all);
        const written = [
          all.info.note,
          ...[...all.articles.values()].map(({ note }) => note ?? ''),
          ...[...allAnnotations(all)].map(({ note }) => note),
          ...[...all.speakers.values(), ...all.claims.values()].map(({ note }) => note),
        ].filter((note) => note.trim() !== '');
        expect(notes.map(({ text }) => text).sort()).toEqual(written.sort());
        for (const { kind, id, articleId, text } of notes) {
          if (kind === 'annotation') expect(findAnnotation(all, id, articleId)?.note).toBe(text);
          if (kind === 'article') expect(all.articles.get(id)?.note).toBe(text);
          if (kind === 'speaker') expect(all.speakers.get(id)?.note).toBe(text);
          if (kind === 'claim') expect(all.claims.get(id)?.note).toBe(text);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are found by any of their words, and all of them stand in the plain copy', () => {
    fc.assert(
      fc.property(project, (all) => {
        const notes = notesOf(all);
        const text = notesAsText(notes);
        for (const note of notes) {
          const words = note.text.split(/\s+/).filter(Boolean);
          expect(noteHolds(note, '')).toBe(true);
          expect(noteHolds(note, words.at(-1)!.toUpperCase())).toBe(true);
          expect(noteHolds(note, `${words[0]} no-such-word`)).toBe(false);
          expect(text).toContain(note.text.trim());
        }
      }),
      { numRuns: 500 },
    );
  });
});
