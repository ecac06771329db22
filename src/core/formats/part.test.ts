import { describe, expect, it } from 'vitest';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FORMATS as ALL } from './registry';

/** Formats of words and tags keep neither ids nor links. */
const FORMATS = ALL.filter(({ unit }) => unit !== 'token');

const counted = ({ losses }: { losses: readonly { kind: string; count: number }[] }) =>
  Object.fromEntries(losses.map(({ kind, count }) => [kind, count]));
const article = articleOf('a1', 'a😀b and so on');
const good = claimOn(article, 'good', [[0, 1]]);
const damaged = projectOf(
  [article],
  [
    good,
    claimOn(article, 'far', [[4, 99]]),
    claimOn(article, 'cut', [[2, 4]]),
    claimOn(article, 'role', [[3, 4]], { roles: { 'made-by': [{ spans: [{ start: 0, end: 2 }] }] } }),
    claimOn(article, 'link', [[0, 4]], {
      roles: { supports: [{ annotation: 'far' }, { annotation: 'gone' }, { claim: 'c9' }] },
    }),
  ],
);

describe.each(FORMATS.filter(({ fidelity }) => fidelity === 'lossy'))('$id', (format) => {
  it('leaves out annotations that cannot be placed, and says how many, and who pointed at them', () => {
    const { files, loss } = format.serialize(damaged);
    expect(counted(loss)).toMatchObject({ 'misplaced-annotation': 3, 'dangling-target': 3 });
    if (!format.parse) return; // it is only written, and what it writes is held to laws of its own
    const { project } = format.parse(files, damaged.articles);
    expect(
      project.annotations
        .get('a1')!
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['good', 'link']);
  });

  it('counts annotations whose article is missing', () => {
    const { loss } = format.serialize({ ...damaged, articles: new Map() });
    expect(counted(loss)).toMatchObject({ 'orphan-annotation': 5 });
  });
});

describe('a report', () => {
  it('says one thing in the singular and more in the plural', () => {
    for (const format of FORMATS) {
      const labels = format.losses(damaged).losses.map(({ label, count }) => [label, count]);
      for (const [label, count] of labels) {
        if (label === 'link to something that is not in the export') expect(count).toBe(1);
        if (label === 'links to something that is not in the export') expect(count).toBeGreaterThan(1);
      }
      expect(labels.length).toBeGreaterThan(0);
    }
  });
});

describe.each(ALL.filter(({ unit }) => unit === 'token'))('$id', (format) => {
  it('counts annotations that cannot be placed, and those whose article is missing', () => {
    expect(counted(format.losses(damaged))).toMatchObject({ 'misplaced-annotation': 3 });
    expect(counted(format.losses({ ...damaged, articles: new Map() }))).toMatchObject({
      'orphan-annotation': 5,
    });
  });
});
