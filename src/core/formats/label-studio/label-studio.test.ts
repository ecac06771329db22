import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse as parseHtml } from 'parse5';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { readConfig } from './config-read';
import { labelStudio } from './label-studio';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const read = (...files: FormatFile[]) => labelStudio.parse!(files);
const json = (value: unknown): FormatFile => ({ path: 'x.json', data: JSON.stringify(value) });
const region = (id: string, start: number, end: number, text: string | undefined, ...labels: string[]) => ({
  id,
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: { start, end, ...(text === undefined ? {} : { text }), labels },
});
const task = (text: string, ...result: object[]) => ({ id: 1, data: { text }, annotations: [{ result }] });
const marks = (...files: FormatFile[]) =>
  [...read(...files).project.annotations.values()].flat().map(({ layer, quote }) => [layer, quote]);

describe('tasks of Label Studio that we did not write', () => {
  const { project, warnings } = read(fixture('good/tasks.json'), fixture('good/tasks.xml'));
  const [article] = project.articles.values();
  const found = project.annotations.get('tasks-12')!;

  it('have their text, title and data', () => {
    expect(article).toMatchObject({ id: 'tasks-12', title: 'A letter', note: 'year: 1999' });
  });

  it('have a mark for each label of each region, with values, notes, maker and time', () => {
    expect(found.map(({ id, layer, quote, annotatorId }) => [id, layer, quote, annotatorId])).toEqual([
      ['tasks-12-text-1', 'article', '', 'annotator-4'],
      ['tasks-12-c-2', 'Verb', 'like', 'annotator-4'],
      ['tasks-12-e-4', 'Verb', 'like', 'ola-example-org'],
      ['tasks-12-ab-1', 'Person', 'Mara Lind', 'annotator-4'],
      ['tasks-12-ab-1-2', 'Chair', 'Mara Lind', 'annotator-4'],
      ['tasks-12-d-3', 'Verb', 'likes', 'annotator-4'],
    ]);
    expect(found[3]).toMatchObject({
      attributes: { mood: 'glad', why: 'says so', stars: 4 },
      note: 'who?\nagain',
      createdAt: '2023-03-09T21:52:49.513Z',
    });
    expect(found[0]!.attributes).toEqual({ tone: 'warm' });
    expect([...project.annotators.values()].map(({ name }) => name)).toEqual([
      'Annotator 4',
      'ola@example.org',
    ]);
  });

  it('have their relations as roles, the right way round', () => {
    expect(found[5]!.roles).toEqual({
      by: [{ annotation: 'tasks-12-ab-1' }],
      about: [{ annotation: 'tasks-12-ab-1' }],
    });
    expect(found[1]!.roles).toEqual({ related: [{ annotation: 'tasks-12-ab-1' }] });
  });

  it('have the labels of the configuration as layers, used or not', () => {
    expect(project.codebook.layers.map(({ id }) => id)).toEqual([
      'Person',
      'Verb',
      'Never used',
      'Chair',
      'article',
    ]);
    expect(project.codebook.layers[0]!.attributes[0]).toMatchObject({
      id: 'mood',
      values: [{ id: 'glad' }, { id: 'sad > or not' }],
    });
  });

  it('are told of what was left out', () => {
    expect(warnings).toEqual([
      'good/tasks.json, task 12: 1 result is no mark in plain text and is left out',
      'good/tasks.json, task 12: 1 annotation was cancelled and is left out',
      'good/tasks.json, task 12: 1 prediction is left out',
    ]);
  });

  it('are read as JSON_MIN too', () => {
    const { project, warnings } = read(fixture('good/min.json'), fixture('good/tasks.xml'));
    expect(marks(fixture('good/min.json'), fixture('good/tasks.xml'))).toEqual([
      ['article', ''],
      ['Verb', 'like'],
      ['Person', 'Mara Lind'],
    ]);
    const [whole] = project.annotations.get('min-12')!;
    expect(whole).toMatchObject({ attributes: { tone: 'warm' }, annotatorId: 'annotator-4' });
    expect(warnings).toEqual([]);
  });
});

describe('offsets', () => {
  it.each(GOLDEN_STRINGS)('are taken for what the words say: $name', ({ text, target, codepoint, utf16 }) => {
    for (const [start, end] of [codepoint, utf16]) {
      expect(marks(json([task(text, region('a', start, end, target, 'X'))]))).toEqual([['X', target]]);
    }
  });

  it('are told when they count UTF-16', () => {
    const text = '😀 we knew';
    expect(read(json([task(text, region('a', 3, 10, 'we knew', 'X'))])).warnings).toEqual([
      'x.json: offsets count UTF-16 code units',
    ]);
    expect(read(json([task(text, region('a', 2, 9, 'we knew', 'X'))])).warnings).toEqual([]);
  });

  it('are guessed by the edges of words where no words are given', () => {
    const text = 'Yes 😀 ferry 😀 sank';
    expect(marks(json([task(text, region('a', 6, 11, undefined, 'X'))]))).toEqual([['X', 'ferry']]);
    expect(marks(json([task(text, region('a', 7, 12, undefined, 'X'))]))).toEqual([['X', 'ferry']]);
  });

  it('that are nowhere are left out, and those that mark other words are told', () => {
    const { project, warnings } = read(
      json([
        task(
          'we knew',
          region('a', 0, 2, 'we', 'X'),
          region('b', 3, 99, 'knew', 'X'),
          region('c', 3, 7, 'know', 'X'),
        ),
      ]),
    );
    expect([...project.annotations.values()].flat().map(({ quote }) => quote)).toEqual(['we', 'knew']);
    expect(warnings).toEqual([
      'x.json, task 1: 1 region is nowhere in the text and is left out',
      'x.json, task 1: 1 region does not mark the words that it says',
    ]);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['a task without a text', fixture('bad/no-text.json'), /^bad\/no-text\.json:3:3: the task has no text/],
    ['a task that is cut off', fixture('bad/cut-off.json'), /^bad\/cut-off\.json:3:\d+: /],
    [
      'half a character',
      { path: 'x.json', data: JSON.stringify([task('\udc00', region('a', 0, 1, 'x', 'X'))]) },
      /^x\.json:1:2: .*surrogate/,
    ],
    ['no tasks at all', { path: 'x.csv', data: '' }, /^x\.csv:1:1: a file that ends in \.json/],
    ['a number', json(7), /^x\.json:1:1: the task has no text/],
  ])('has %s', (_, file, message) => {
    expect(() => read(file)).toThrow(FormatError);
    expect(() => read(file)).toThrow(message);
  });
});

describe('our own file, changed in Label Studio', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.');
  const claim = claimOn(article, 'c1', [[4, 12]], {
    attributes: { kind: 'factual', verifiable: 'yes' },
    roles: { supports: [{ annotation: 'c2' }, { claim: 'c1' }], 'made-by': [{ speaker: 'ek' }] },
    note: 'kept',
  });
  const other = claimOn(
    article,
    'c2',
    [
      [13, 16],
      [20, 26],
    ],
    {
      certainty: 'very uncertain',
      roles: { contradicts: [{ annotation: 'c1' }] },
    },
  );
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const second = claimOn(article, 's2', [[37, 44]], {
    layer: 'sentiment',
    annotatorId: 'bea',
    attributes: { polarity: 3 },
    roles: { target: [{ annotation: 'c1' }] },
  });
  const small = projectOf([article], [claim, other, whole, second]);
  const project = {
    ...small,
    annotators: new Map([...small.annotators, ['bea', { id: 'bea', name: 'Bea' }]]),
  };
  const written = labelStudio.serialize(project).files;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
  const changed = (change: (task: any) => void) => {
    const tasks = JSON.parse(written[0]!.data);
    change(tasks[0]);
    const { project: back, warnings } = read(json(tasks), ...written.slice(1));
    return { by: new Map(back.annotations.get('a1')!.map((next) => [next.id, next])), warnings, back };
  };
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
  const results = (task: any, at = 0) => task.annotations[at].result;

  it('looks as Label Studio would write it', () => {
    const [task] = JSON.parse(written[0]!.data);
    const place = { start: 4, end: 11, text: '😀 ferry' };
    const base = { to_name: 'text', origin: 'manual' };
    expect(task.annotations).toHaveLength(2);
    expect(task.annotations[0].result.slice(0, 3)).toEqual([
      {
        id: 'c1',
        ...base,
        from_name: 'label',
        type: 'labels',
        value: { ...place, labels: ['claim'] },
        meta: { text: ['kept'] },
      },
      {
        id: 'c1',
        ...base,
        from_name: 'claim_kind',
        type: 'choices',
        value: { ...place, choices: ['factual'] },
      },
      { id: 'c1', ...base, from_name: 'verifiable', type: 'choices', value: { ...place, choices: ['yes'] } },
    ]);
    expect(task.annotations[0].result.slice(-2)).toEqual([
      { from_id: 'c2_2', to_id: 'c2', type: 'relation', direction: 'right', labels: ['continues'] },
      { from_id: 'c1', to_id: 'c2', type: 'relation', direction: 'right', labels: ['supports'] },
    ]);
    expect(task.annotations[1].result[1]).toMatchObject({ type: 'number', value: { number: 3 } });
  });

  it('comes back as it was when only ids and order of the database changed', () => {
    const { back, warnings } = changed((task) => {
      task.id = 977;
      task.annotations.reverse();
      for (const annotation of task.annotations) {
        Object.assign(annotation, {
          id: 5,
          completed_by: 3,
          created_at: '2024-01-01T00:00:00Z',
          lead_time: 3,
        });
        annotation.result.reverse();
      }
      // The editor may write results of one region in any order, but a region stands before its relations.
      for (const annotation of task.annotations) annotation.result.reverse();
    });
    expect(back.annotations).toEqual(project.annotations);
    expect(warnings).toEqual([]);
  });

  it('has new places, labels, values, notes and links, and all the rest as it was', () => {
    const { by, warnings } = changed((task) => {
      const [label, kind] = results(task);
      Object.assign(label.value, { start: 6, text: 'ferry', labels: ['stance'] });
      label.meta.text = ['new'];
      kind.value.choices = ['denial'];
      results(task).splice(2, 1); // verifiable
      results(task).at(-1).labels = ['contradicts'];
      results(task, 1)[1].value.number = 1;
    });
    expect(by.get('c1')).toMatchObject({
      layer: 'stance',
      quote: 'ferry',
      note: 'new',
      roles: {
        supports: [{ claim: 'c1' }],
        'made-by': [{ speaker: 'ek' }],
        contradicts: [{ annotation: 'c2' }],
      },
    });
    expect(by.get('c1')!.attributes).toEqual({ claim_kind: 'denial' });
    expect(by.get('c2')).toEqual(other);
    expect(by.get('s2')).toEqual({ ...second, attributes: { polarity: 1 } });
    expect(warnings).toEqual(['another tool changed 2, removed 0 and added 0 annotations']);
  });

  it('has what was added, by whom it was added to, and lacks what was deleted', () => {
    const { by, back, warnings } = changed((task) => {
      results(task).splice(0, 3);
      results(task, 1).push(region('zz9', 25, 26, ',', 'Comma'));
      task.annotations.push({
        completed_by: { email: 'new@example.org' },
        result: [region('zz8', 0, 3, 'The', 'claim')],
      });
    });
    expect([...by.keys()].sort()).toEqual(['a1-zz8', 'a1-zz9', 'c2', 's1', 's2']);
    expect(by.get('a1-zz9')).toMatchObject({ layer: 'Comma', annotatorId: 'bea' });
    expect(back.annotators.get(by.get('a1-zz8')!.annotatorId)).toMatchObject({ name: 'new@example.org' });
    expect(by.get('c2')!.roles).toEqual({}); // a link that was not shown leads nowhere now
    expect(by.get('s2')!.roles).toEqual({});
    expect(warnings).toEqual(['another tool changed 2, removed 1 and added 2 annotations']);
  });
});

describe('the labelling configuration', () => {
  const config = (project = projectOf([])) =>
    labelStudio.serialize(project).files.find(({ path }) => path.endsWith('.xml'))!.data;

  it('offers the labels, values and relations of the codebook', () => {
    const xml = config();
    expect(xml).toContain('<Label value="claim" background="#8a5a00" hotkey="c"/>');
    expect(xml).toContain('<Text name="text" value="$text"/>');
    expect(xml).toContain('<Relation value="supports"/>');
    expect(xml).toContain(
      '<Choices name="claim_kind" toName="text" perRegion="true" visibleWhen="region-selected" whenTagName="label" whenLabelValue="claim" choice="single">',
    );
    expect(xml).toContain('<Choice value="call to action" alias="call-to-action"/>');
    expect(xml).toContain('whenLabelValue="sentiment" min="-3" max="3" step="1"/>');
  });

  it('holds names that are not easy to hold', () => {
    const [claim] = projectOf([]).codebook.layers;
    const odd = {
      ...claim!,
      id: 'a<b>&"c"\n',
      attributes: ['label', 'text'].map((id) => ({ id, label: '--><!--', kind: 'text' as const })),
    };
    const xml = config({ ...projectOf([]), codebook: { ...projectOf([]).codebook, layers: [odd] } });
    expect(readConfig(xml).scheme.map(({ layer }) => layer)).toEqual([odd.id]);
    expect(xml.match(/<TextArea name="[^"]*"/g)).toEqual([
      '<TextArea name="a_b___c___label"',
      '<TextArea name="a_b___c___text"',
    ]);
  });

  it('is well-formed, names each control once, and is read back as the scheme it is', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const xml = config(project);
        expect(xml).not.toMatch(/[\0-\x08\v\f\x0e-\x1f]/);
        const open: string[] = [];
        for (const [, slash, name, self] of xml
          .replace(/<!--(?:(?!--).)*-->/gs, '')
          .matchAll(/<(\/?)(\w+)(?:\s+\w+="[^"<]*")*(\/?)>/g)) {
          if (slash) expect(open.pop()).toBe(name);
          else if (!self) open.push(name!);
        }
        expect(open).toEqual([]);
        const names = [
          ...xml.matchAll(/<(?:Choices|Number|TextArea|DateTime|Labels|Text) name="([^"]*)"/g),
        ].map(([, name]) => name);
        expect(new Set(names).size).toBe(names.length);
        // Label Studio's own check of configurations takes “7” and “nan” for numbers, and refuses them.
        for (const name of names) expect(name).toMatch(/^(?!(?:nan|inf)$)[a-z_][\w-]*$/i);
        const { textKey, scheme } = readConfig(xml);
        const used = new Set([...project.annotations.values()].flat().map(({ layer }) => layer));
        expect(textKey).toBe('text');
        expect(scheme.map(({ layer }) => layer)).toEqual(
          project.codebook.layers.filter(({ id, on }) => on || used.has(id)).map(({ id }) => id),
        );
      }),
      { numRuns: 300 },
    );
    expect(parseHtml(config()).childNodes.length).toBeGreaterThan(0);
  });
});
