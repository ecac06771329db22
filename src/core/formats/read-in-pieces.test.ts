import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from '../change/same-value';
import type { Annotation, Project } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import type { DifferenceKind } from './difference';
import type { Format, FormatFile, WrittenFiles } from './format';
import { FormatError } from './format';
import { pairUp } from './pair-up';
import { readBack, readBackWritten } from './read-back';
import { FORMATS } from './registry';
import { filesInMemory } from './written-files';

const PIECEWISE = FORMATS.filter(({ read }) => read);
/** Those that carry whatever they cannot say, and so all of an annotation. */
const CARRYING = PIECEWISE.filter(({ unit }) => unit !== 'token');

/** Those whose first file grows with the project. */
const ONE_FILE = new Set(['jsonl', 'doccano', 'prodigy', 'spacy', 'refi-qda']);

/** Files of which so many bytes are read at once. */
function inBlocks(files: readonly FormatFile[], size: number): WrittenFiles {
  const whole = filesInMemory(files);
  return {
    ...whole,
    *bytes(path) {
      for (const bytes of whole.bytes(path)) {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      }
    },
  };
}

/** What differs, found with everything at hand at once. */
function slowly(before: Project, after: Project): ReadonlyMap<DifferenceKind, number> {
  const counts = new Map<DifferenceKind, number>();
  const count = (kind: DifferenceKind, is: boolean) => {
    if (is) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  const { pairs, missing, added } = pairUp([...allAnnotations(before)], [...allAnnotations(after)]);
  for (const [one, other] of pairs) {
    const differ = (...keys: (keyof Annotation)[]) => keys.some((key) => !sameValue(one[key], other[key]));
    count('id', differ('id'));
    count('place', differ('articleId', 'spans'));
    count('words', differ('quote'));
    count('layer', differ('layer'));
    count('attributes', differ('attributes'));
    count('roles', differ('roles'));
    count('note', differ('note'));
    count('status', differ('status', 'certainty'));
    count('origin', differ('annotatorId', 'codebookVersion', 'createdAt', 'updatedAt', 'prefix', 'suffix'));
  }
  for (const _ of missing) count('missing', true);
  for (const _ of added) count('added', true);
  for (const [id, article] of before.articles) count('article', !sameValue(article, after.articles.get(id)));
  for (const table of ['speakers', 'claims', 'annotators', 'readings'] as const) {
    for (const [id, row] of before[table] as ReadonlyMap<string, unknown>) {
      const meant = table !== 'readings' || before.articles.has(id);
      count('register', meant && !sameValue(row, after[table].get(id)));
    }
  }
  count('project', !sameValue(before.info, after.info));
  count('project', !sameValue(before.codebook, after.codebook));
  return counts;
}

function told(format: Format, meant: Project, files: WrittenFiles): ReadonlyMap<DifferenceKind, number> {
  const { differences } = readBackWritten(format, meant, {}, files)!;
  return new Map(differences.map(({ kind, count }) => [kind, count]));
}

const annotated = arbitraryProject().filter((project) => [...allAnnotations(project)].length > 0);

function withChanged(
  project: Project,
  pick: number,
  change: (one: Annotation) => Annotation | null,
): Project {
  const all = [...allAnnotations(project)];
  const one = all[pick % all.length]!;
  const list = project.annotations
    .get(one.articleId)!
    .flatMap((each) => (each === one ? (change(one) ?? []) : each));
  return { ...project, annotations: new Map(project.annotations).set(one.articleId, list) };
}

describe.each(PIECEWISE)('$id', (format) => {
  it('tells in pieces what it tells as a whole, of what was written and of something else', () => {
    fc.assert(
      fc.property(
        annotated,
        annotated,
        fc.nat(),
        fc.integer({ min: 1, max: 400 }),
        (project, other, pick, size) => {
          const { files } = format.serialize(project);
          const { project: whole } = format.parse!(files, project.articles);
          const changed = withChanged(project, pick, (one) => ({ ...one, layer: 'elsewhere', spans: [] }));
          const without = withChanged(project, pick, () => null);
          for (const meant of [project, changed, without, { ...other, articles: project.articles }])
            expect(told(format, meant, inBlocks(files, size))).toEqual(slowly(meant, whole));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe.each(CARRYING)('$id', (format) => {
  it('finds one difference wherever it is, and names it', () => {
    const changes: readonly (readonly [DifferenceKind, (one: Annotation) => Annotation | null])[] = [
      ['note', (one) => ({ ...one, note: `${one.note}!` })],
      ['layer', (one) => ({ ...one, layer: `${one.layer}-2` })],
      ['words', (one) => ({ ...one, quote: `${one.quote}!` })],
      ['origin', (one) => ({ ...one, updatedAt: `${one.updatedAt}!` })],
      ['place', (one) => ({ ...one, spans: one.spans.length > 0 ? [] : [{ start: 0, end: 9 }] })],
      ['missing', (one) => ({ ...one, id: 'somewhere-else', articleId: 'nowhere' })],
      ['added', () => null],
    ];
    fc.assert(
      fc.property(annotated, fc.nat(), fc.constantFrom(...changes), (project, pick, [kind, change]) => {
        const files = filesInMemory(format.serialize(project).files);
        const before = told(format, project, files).get(kind) ?? 0;
        expect(told(format, withChanged(project, pick, change), files).get(kind)).toBeGreaterThan(before);
      }),
      { numRuns: 200 },
    );
  });
});

describe.each(PIECEWISE.filter(({ id }) => ONE_FILE.has(id)))('$id', (format) => {
  it('never asks for the whole of a file that holds all articles', () => {
    fc.assert(
      fc.property(annotated, (project) => {
        const [main, ...others] = format.serialize(project).files;
        const unseen: FormatFile = {
          path: main!.path,
          get data(): string {
            throw new Error('it is too long');
          },
          pieces: () => [main!.data.slice(0, 99), main!.data.slice(99)],
        };
        const whole = readBack(format, project, {}, [main!, ...others]);
        expect(readBack(format, project, {}, [unseen, ...others])).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });
});

// In WebAnno the text stands before its tokens, and those that nothing marks tell nothing more of it.
describe.each(CARRYING.filter(({ id }) => id !== 'webanno-tsv'))('$id', (format) => {
  it('finds that a file was cut off', () => {
    fc.assert(
      fc.property(annotated, fc.nat(), fc.integer({ min: 1, max: 400 }), (project, at, size) => {
        const [main, ...others] = format.serialize(project).files;
        const whole = told(format, project, filesInMemory([main!, ...others]));
        const end = main!.data.trimEnd().length - 1;
        const data = main!.data.slice(0, at % end);
        let found: unknown;
        try {
          found = told(format, project, inBlocks([{ path: main!.path, data }, ...others], size));
        } catch (error) {
          expect(error).toBeInstanceOf(FormatError);
          return;
        }
        expect(found).not.toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });
});
