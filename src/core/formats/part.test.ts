import { describe, expect, it } from 'vitest';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FORMATS as ALL, formatById } from './registry';

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

describe('layers and attributes that the codebook has lost', () => {
  const strange = projectOf(
    [article],
    [
      claimOn(article, 'n1', [[0, 1]], { layer: 'rumour', attributes: { tone: 'low', weight: 2 } }),
      claimOn(article, 'n2', [[0, 1]], { attributes: { kind: 'factual', tags: ['b', 'a'], loud: true } }),
      claimOn(article, 'n3', [[0, 4]], { attributes: { tags: ['c'] } }),
    ],
  );
  const fileOf = (id: string, name: string) =>
    formatById(id)
      .serialize(strange)
      .files.find(({ path }) => path.endsWith(name))!.data;

  it('are in the labelling configuration of Label Studio', () => {
    const xml = fileOf('label-studio', '.xml');
    expect(xml).toMatch(/<Label value="rumour" background="#[0-9a-f]+"\/>/);
    expect(xml).toMatch(/<TextArea name="tone" .*whenLabelValue="rumour"/);
    expect(xml).toMatch(/<Number name="weight" .*whenLabelValue="rumour"/);
    expect(xml).toMatch(
      /<Choices name="tags" .*choice="multiple">\s*(?:<Choice value="[abc]"\/>\s*){3}<\/Choices>/,
    );
    expect(xml).toMatch(/<Choices name="loud" .*>\s*<Choice value="true"\/>\s*<\/Choices>/);
  });

  it('are in the configuration of brat', () => {
    const lines = fileOf('brat', 'annotation.conf').split('\n');
    expect(lines).toContain('rumour');
    expect(lines).toContain('tone\tArg:rumour');
    expect(lines).toContain('tags\tArg:claim, Value:a|b|c');
    expect(fileOf('brat', 'kb_shortcuts.conf')).not.toContain('rumour');
  });

  it('are among the labels of doccano', () => {
    const [label] = JSON.parse(fileOf('doccano', '.labels.json')).filter(
      ({ text }: { text: string }) => text === 'rumour',
    );
    expect(label).toMatchObject({ suffix_key: null, prefix_key: null });
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
