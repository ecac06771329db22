import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryAnnotation } from '../project/annotation.arbitrary';
import { arbitraryStory } from '../project/change.arbitrary';
import type { Annotation, Project } from '../project/model';
import { compareAnnotations } from '../project/order';
import { arbitraryProject } from '../project/project.arbitrary';
import { parseChange } from '../project/validate';
import type { Change, TableName } from './change';
import {
  apply,
  changeOf,
  compose,
  composeAll,
  invert,
  isEmpty,
  NO_CHANGE,
  replay,
  TABLE_NAMES,
} from './change';

const runs = { numRuns: 1000 };
/** Enough annotations in one article to pass the number from which bulk edits are sorted in at the end. */
const crowded = { articles: 1, annotations: 50 };

/** The change taken apart into changes of one row each. */
function singles(change: Change): readonly Change[] {
  return TABLE_NAMES.flatMap((table) =>
    Object.entries(change[table] ?? {}).map(([id, pair]) => ({ [table]: { [id]: pair } }) as Change),
  );
}

const rowCount = (change: Change, table: TableName) => Object.keys(change[table] ?? {}).length;
const size = (project: Project) =>
  [...project.annotations.values()].reduce((sum, list) => sum + list.length, 0);

describe('a change', () => {
  it('leads from the state it was made for to the state it was made of', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ states: [before, after], changes: [change] }) => {
        expect(apply(before!, change!)).toEqual(after);
      }),
      runs,
    );
  });

  it('is taken back by its inverse, and the inverse of the inverse is itself', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ states: [before, after], changes: [change] }) => {
        expect(apply(after!, invert(change!))).toEqual(before);
        expect(invert(invert(change!))).toEqual(change);
      }),
      runs,
    );
  });

  it('composed with the next does what the two do, and composing associates', () => {
    fc.assert(
      fc.property(arbitraryStory(3), ({ states, changes: [one, two, three] }) => {
        expect(apply(states[0]!, compose(one!, two!))).toEqual(states[2]);
        expect(apply(states[0]!, composeAll([one!, two!, three!]))).toEqual(states[3]);
        expect(compose(compose(one!, two!), three!)).toEqual(compose(one!, compose(two!, three!)));
        expect(invert(compose(one!, two!))).toEqual(compose(invert(two!), invert(one!)));
      }),
      runs,
    );
  });

  it('of a row that is called as something every object has is composed like any other', () => {
    const named = (name: string) => ({ id: 'constructor', name });
    const made = changeOf('annotators', [[null, named('A')]]);
    const renamed = changeOf('annotators', [[named('A'), named('B')]]);
    expect(parseChange(composeAll([NO_CHANGE, made]))).toEqual(made);
    expect(compose(made, renamed)).toEqual(changeOf('annotators', [[null, named('B')]]));
  });

  it('composed with its inverse, or with nothing, leaves no trace', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ changes: [change] }) => {
        expect(compose(change!, invert(change!))).toEqual(NO_CHANGE);
        expect(compose(change!, NO_CHANGE)).toEqual(change);
        expect(compose(NO_CHANGE, change!)).toEqual(change);
      }),
      runs,
    );
  });

  it('survives JSON and the door of the journal', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ states: [before, after], changes: [change] }) => {
        const read = parseChange(JSON.parse(JSON.stringify(change)));
        expect(read).toEqual(change);
        expect(apply(before!, read)).toEqual(after);
      }),
      runs,
    );
  });

  it('throws where a row is not what it was made for, and names it', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ states: [, after], changes: [change] }) => {
        if (isEmpty(change!)) expect(apply(after!, change!)).toBe(after);
        else expect(() => apply(after!, change!)).toThrow(/ is not what the change expects/);
      }),
      runs,
    );
  });

  it('that is empty gives back the same project, and untouched tables stay the same objects', () => {
    fc.assert(
      fc.property(arbitraryStory(1), ({ states: [before], changes: [change] }) => {
        expect(apply(before!, NO_CHANGE)).toBe(before);
        expect(replay(before!, { articles: {} })).toBe(before);
        const next = apply(before!, change!);
        for (const table of TABLE_NAMES) {
          if (rowCount(change!, table) === 0) expect(next[table]).toBe(before![table]);
        }
        const touched = new Set(
          Object.values(change!.annotations ?? {}).map(([from, to]) => (from ?? to)!.articleId),
        );
        for (const [id, list] of before!.annotations) {
          if (!touched.has(id)) expect(next.annotations.get(id)).toBe(list);
        }
      }),
      runs,
    );
  });

  it('cannot take away what a project cannot be without', () => {
    const [project] = fc.sample(arbitraryProject(), 1);
    const change: Change = { codebook: { [project!.codebook.id]: [project!.codebook, null] } };
    expect(() => apply(project!, change)).toThrow('cannot be without its codebook');
  });

  it('is built without the rows that did not change', () => {
    const claim = { id: 'c1', wording: 'It sank', note: '' };
    expect(changeOf('claims', [[claim, { ...claim }]])).toBe(NO_CHANGE);
    expect(
      changeOf('claims', [
        [claim, null],
        [null, null],
      ]),
    ).toEqual({ claims: { c1: [claim, null] } });
  });
});

describe('annotations', () => {
  it('are put in their place, and leave the others in theirs', () => {
    const added = arbitraryProject({ articles: 1, annotations: 12 })
      .filter(({ articles }) => articles.size > 0)
      .chain((project) => {
        const [article] = project.articles.values();
        const around = {
          annotatorIds: [...project.annotators.keys()],
          speakerIds: [...project.speakers.keys()],
          claimIds: [...project.claims.keys()],
          annotations: project.annotations.get(article!.id) ?? [],
        };
        return fc.tuple(fc.constant(project), arbitraryAnnotation(article!, project.codebook, around));
      });
    fc.assert(
      fc.property(added, ([project, annotation]) => {
        const list = project.annotations.get(annotation.articleId) ?? [];
        const next = apply(project, changeOf('annotations', [[null, annotation]]));
        const found = next.annotations.get(annotation.articleId)!;
        expect(found.filter((other) => other !== annotation)).toEqual(list);
        expect(found).toEqual([...list, annotation].sort(compareAnnotations));
      }),
      runs,
    );
  });

  it('come out the same from one bulk edit as from its rows one by one, in reading order', () => {
    let bulk = 0;
    fc.assert(
      fc.property(arbitraryStory(1, crowded), ({ states: [before, after], changes: [change] }) => {
        if (rowCount(change!, 'annotations') > 16) bulk++;
        const step = singles(change!).reduce(apply, before!);
        const once = apply(before!, change!);
        for (const project of [step, once]) {
          expect([...project.annotations].sort()).toEqual([...after!.annotations].sort());
          for (const list of project.annotations.values()) {
            expect(list.length).toBeGreaterThan(0);
            expect([...list].sort(compareAnnotations)).toEqual(list);
          }
        }
      }),
      runs,
    );
    expect(bulk).toBeGreaterThan(100); // or the law was not about bulk edits
  });

  it('are not touched by a bulk edit that fails halfway', () => {
    fc.assert(
      fc.property(arbitraryStory(1, crowded), fc.nat(60), ({ states: [before], changes: [change] }, pick) => {
        const rows = Object.entries(change!.annotations ?? {});
        fc.pre(rows.length > 0);
        const [id, [from, to]] = rows[pick % rows.length]!;
        const wrong = { ...(from ?? to)!, note: 'changed by somebody else' } as Annotation;
        const count = size(before!);
        const copy = structuredClone(before!);
        expect(() =>
          apply(before!, { ...change, annotations: { ...change!.annotations, [id]: [wrong, to] } }),
        ).toThrow(`annotations ${id} is not what the change expects`);
        expect(size(before!)).toBe(count);
        expect(before).toEqual(copy);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a journal', () => {
  it('replayed leads to the last state, also from one that holds some of it already, and twice', () => {
    fc.assert(
      fc.property(
        arbitraryStory(3),
        fc.array(fc.nat(3), { minLength: TABLE_NAMES.length, maxLength: TABLE_NAMES.length }),
        ({ states, changes }, picks) => {
          // Each table as it was at another moment: snapshots are written one by one.
          const tables = TABLE_NAMES.map((table, at) => [table, states[picks[at]!]![table]]);
          const torn = Object.fromEntries(tables) as unknown as Project;
          const once = changes.reduce(replay, torn);
          expect(once).toEqual(states.at(-1));
          expect(changes.reduce(replay, once)).toEqual(once);
        },
      ),
      runs,
    );
  });
});
