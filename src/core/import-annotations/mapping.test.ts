import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { apply } from '../change/change';
import { forgetMapping, importAnnotations } from '../commands/import-annotations';
import { brat } from '../formats/brat/brat';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import { webannoTsv } from '../formats/webanno-tsv/webanno-tsv';
import type { Attribute, Layer } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Mapping } from '../project/mapping';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { arrive } from './arrive';
import { foreignLayers } from './foreign-layers';
import { planImport } from './plan-import';
import { proposeMapping } from './propose-mapping';

const at = '2030-01-02T03:04:05.000Z';
const TEXT = 'Ola Bye said it was foolish. Mara Lind, in March, agreed with him.';
const article = articleOf('their-1', TEXT, { title: 'Other' });
const bare = (id: string): Layer => ({
  id,
  label: id,
  colour: 'neutral',
  form: 'tint',
  key: 'x',
  on: true,
  attributes: [],
  roles: [],
});
const mark = (id: string, layer: string, words: string, more: Partial<Annotation> = {}): Annotation => {
  const start = TEXT.indexOf(words);
  return claimOn(article, id, [[start, start + words.length]], { layer, attributes: {}, ...more });
};

/** A project of others with these layers; the open project has the built-in codebook and no article. */
const theirs = (layers: readonly Layer[], annotations: readonly Annotation[]): Project => ({
  ...projectOf([article], annotations),
  codebook: { id: 'imported', name: 'Theirs', version: '1.0', layers },
});
const ours = projectOf([]);
const READER = { id: 'brat', label: 'brat standoff', unit: 'codepoint' } as const;

function proposed(foreign: Project, project = ours) {
  const part = arrive(READER, { project: foreign, warnings: [] }, project.articles);
  const layers = proposeMapping(foreignLayers(part.project), project.codebook, project.info.mappings);
  const mapping: Mapping = Object.fromEntries([...layers].map(([id, next]) => [id, next.mapping]));
  return { part, layers, mapping };
}

function imported(
  foreign: Project,
  change: (mapping: Mapping) => Mapping = (mapping) => mapping,
  project = ours,
) {
  const { part, mapping } = proposed(foreign, project);
  const args = {
    part,
    mapping: change(mapping),
    annotator: 'theirs',
    newArticles: true,
    ids: 'new',
    at,
  } as const;
  const { counts } = planImport(project, args);
  const after = apply(project, importAnnotations(project, args));
  return { after, counts, annotations: [...allAnnotations(after)] };
}

describe('a layer of a file is proposed to be', () => {
  it.each([
    ['claim', { layer: 'claim' }, 'id'],
    ['Claim', { layer: 'claim' }, 'label'],
    ['webanno.custom.Claim', { layer: 'claim' }, 'label'],
    ['argument_unit', { layer: 'argument-unit' }, 'label'],
    ['PER', { layer: 'speaker' }, 'synonym'],
    ['Person', { layer: 'speaker' }, 'synonym'],
    ['Direct Quote', { layer: 'quote' }, 'synonym'],
    ['DSE', { layer: 'sentiment' }, 'synonym'],
    ['Source', { layer: 'speaker' }, 'synonym'],
    ['LOC', 'new', 'none'],
    ['Cue', 'new', 'none'],
    ['人物', 'new', 'none'],
  ] as const)('%s → %j', (id, to, why) => {
    const next = proposed(theirs([bare(id)], [mark('m1', id, 'Ola Bye')])).layers.get(id)!;
    expect([next.mapping.to, next.why]).toEqual([to, why]);
  });

  it('a new one when the codebook has nothing of the kind', () => {
    const project = { ...ours, codebook: { ...ours.codebook, layers: [bare('theme')] } };
    expect(
      proposed(theirs([bare('PER')], [mark('m1', 'PER', 'Ola Bye')]), project).layers.get('PER')!.why,
    ).toBe('none');
  });
});

describe('attributes and values', () => {
  const tone: Attribute = { id: 'Tone', label: 'Tone', kind: 'text' };
  const type: Attribute = {
    id: 'type',
    label: 'Type',
    kind: 'choice',
    values: ['Factual', 'rumour'].map((id) => ({ id, label: id })),
  };
  const foreign = theirs(
    [
      { ...bare('Opinion'), attributes: [tone] },
      { ...bare('Claims'), attributes: [type] },
    ],
    [
      mark('m1', 'Opinion', 'foolish', { attributes: { Tone: 'very negative' } }),
      mark('m2', 'Opinion', 'agreed', { attributes: { Tone: 'positive' } }),
      mark('m3', 'Opinion', 'him', { attributes: { Tone: 'wry' } }),
      mark('m4', 'Claims', 'it was foolish', { attributes: { type: 'Factual' } }),
      mark('m5', 'Claims', 'in March', { attributes: { type: 'rumour' } }),
    ],
  );

  it('go where their names and words lead; a value that nothing has is added, one that no scale has is told', () => {
    const { after, counts, annotations } = imported(foreign);
    expect(annotations.map(({ id, layer, attributes }) => [id, layer, attributes])).toEqual([
      ['m4', 'claim', { kind: 'factual' }],
      ['m1', 'sentiment', { polarity: -2 }],
      ['m5', 'claim', { kind: 'rumour' }],
      ['m2', 'sentiment', { polarity: 1 }],
      ['m3', 'sentiment', {}],
    ]);
    expect(counts).toMatchObject({ added: 5, values: 1 });
    const kind = layerOf(after.codebook, 'claim')!.attributes[0]!;
    expect('values' in kind && kind.values.at(-1)).toEqual({ id: 'rumour', label: 'rumour' });
    expect(after.codebook.version).toBe('1.1');
    expect(new Set(annotations.map(({ codebookVersion }) => codebookVersion))).toEqual(new Set(['1.1']));
  });

  it('can be sent elsewhere, added as they are, or left out', () => {
    const { after, annotations } = imported(foreign, (mapping) => ({
      ...mapping,
      Opinion: { to: 'new', attributes: { Tone: { to: 'new', values: {} } }, roles: {} },
      Claims: { ...mapping.Claims!, attributes: {} },
    }));
    expect(annotations.map(({ layer, attributes }) => [layer, attributes])).toContainEqual([
      'Opinion',
      { Tone: 'wry' },
    ]);
    expect(annotations.filter(({ layer }) => layer === 'claim').map(({ attributes }) => attributes)).toEqual([
      {},
      {},
    ]);
    const added = layerOf(after.codebook, 'Opinion')!;
    expect(ours.codebook.layers.map(({ key }) => key)).not.toContain(added.key);
  });
});

describe('what was chosen', () => {
  const foreign = theirs(
    [bare('LOC'), bare('PER')],
    [mark('m1', 'LOC', 'March'), mark('m2', 'PER', 'Ola Bye')],
  );
  const other = theirs([bare('LOC'), bare('PER')], [mark('n1', 'LOC', 'it'), mark('n2', 'PER', 'Mara Lind')]);

  it('is taken for the next file of the format, and can be forgotten', () => {
    const { after } = imported(foreign, (mapping) => ({
      ...mapping,
      PER: { to: 'out', attributes: {}, roles: {} },
    }));
    const next = proposed(other, after).layers;
    expect([...next].map(([id, { mapping, why }]) => [id, mapping.to, why])).toEqual([
      ['LOC', { layer: 'LOC' }, 'remembered'],
      ['PER', 'out', 'remembered'],
    ]);
    const forgetful = apply(after, forgetMapping(after, { format: 'brat', layer: 'PER' }));
    expect(proposed(other, forgetful).layers.get('PER')!.mapping.to).toEqual({ layer: 'speaker' });
    const again = imported(other, undefined, forgetful);
    expect(again.after.codebook.layers.length).toBe(after.codebook.layers.length);
    expect(again.counts.added).toBe(2);
  });

  it('does not count when the layer has gone since', () => {
    const { after } = imported(foreign);
    const without = { ...after, codebook: ours.codebook };
    expect(proposed(other, without).layers.get('LOC')!.mapping.to).toBe('new');
  });
});

describe('layers that stand for a role', () => {
  const link = (id: string) => ({ id, label: id, targets: ['annotation'] as const });
  const foreign = theirs(
    [
      { ...bare('Content'), roles: [link('hasCue')] },
      bare('Cue'),
      { ...bare('Source'), roles: [link('of')] },
    ],
    [
      mark('c1', 'Content', 'it was foolish', { roles: { hasCue: [{ annotation: 'q1' }] } }),
      mark('q1', 'Cue', 'said'),
      mark('s1', 'Source', 'Ola Bye', { roles: { of: [{ annotation: 'c1' }] } }),
      mark('q2', 'Cue', 'agreed'),
    ],
  );

  it('become its passage, whichever way the link runs; those that are linked with nothing are told', () => {
    const { annotations, counts, after } = imported(foreign);
    expect(annotations.map(({ layer, roles }) => [layer, roles])).toEqual([
      ['quote', { source: [{ spans: [{ start: 0, end: 7 }] }], cue: [{ spans: [{ start: 8, end: 12 }] }] }],
    ]);
    expect(counts).toMatchObject({ added: 1, joined: 2, unlinked: 1, links: 0 });
    expect(after.codebook).toEqual(ours.codebook);
  });

  it('stay the words of a role when they are left out', () => {
    const { annotations } = imported(foreign, (mapping) => ({
      ...mapping,
      Content: { ...mapping.Content!, roles: { hasCue: { role: 'cue' } } },
      Cue: { to: 'out', attributes: {}, roles: {} },
    }));
    expect(annotations[0]!.roles.cue).toEqual([{ spans: [{ start: 8, end: 12 }] }]);
  });
});

it('words of another article are never taken for the passage of a role', () => {
  const other = articleOf('their-2', 'No.', { title: 'Two' });
  const project = theirs(
    [bare('Content'), bare('Cue')],
    [
      mark('q1', 'Cue', 'agreed'),
      claimOn(other, 'c2', [[0, 2]], { layer: 'Content', roles: { hasCue: [{ annotation: 'q1' }] } }),
    ],
  );
  const foreign = { ...project, articles: new Map([...project.articles, [other.id, other]]) };
  for (const to of [{ role: 'cue', of: 'quote' }, 'out'] as const) {
    const { annotations } = imported(foreign, (mapping) => ({
      ...mapping,
      Content: { ...mapping.Content!, to: { layer: 'quote' }, roles: { hasCue: { role: 'cue' } } },
      Cue: { to, attributes: {}, roles: {} },
    }));
    expect(annotations.map(({ quote, roles }) => [quote, roles])).toEqual([['No', {}]]);
  }
});

describe('people', () => {
  const said = (id: string, speaker: string) =>
    mark(id, 'claim', 'it was foolish', { roles: { 'made-by': [{ speaker }] }, note: id });
  const foreign: Project = {
    ...theirs([layerOf(ours.codebook, 'claim')!], [said('m1', 'x1'), said('m2', 'x2'), said('m3', 'ek')]),
    speakers: new Map(
      [
        ['x1', 'ADA EK'],
        ['x2', 'Robert Orr'],
        ['ek', 'Erik Ek'],
      ].map(([id, name]) => [id!, { id: id!, name: name!, aliases: [], kind: 'person', note: '' }] as const),
    ),
    annotators: new Map([['ada', { id: 'ada', name: 'Adam' }]]),
  };
  const orr = { ...ours.speakers.get('orr')!, aliases: ['Robert Orr'] };
  const project = { ...ours, speakers: new Map(ours.speakers).set('orr', orr) };

  it('are those of the register with that name or alias, else new ones under an id of their own', () => {
    const { after, annotations } = imported(foreign, undefined, project);
    const makers = annotations.map(({ roles }) => (roles['made-by']![0] as { speaker: string }).speaker);
    expect(makers.map((id) => after.speakers.get(id)!.name)).toEqual(['Ada Ek', 'Bo Orr', 'Erik Ek']);
    expect(makers.slice(0, 2)).toEqual(['ek', 'orr']);
    expect(after.speakers.size).toBe(project.speakers.size + 1);
  });

  it('who annotated are known by name, and never taken for another with the same id', () => {
    const { after, annotations } = imported(foreign, undefined, project);
    const names = annotations.map(({ annotatorId }) => after.annotators.get(annotatorId)!.name);
    expect(new Set(names)).toEqual(new Set(['Adam']));
    expect(after.annotators.get('ada')!.name).toBe('Ada');
  });
});

describe('files of other tools', () => {
  const fixture = (path: string) => ({
    path: path.replace(/^.*\//, ''),
    data: readFileSync(new URL(`../formats/${path}`, import.meta.url), 'utf8'),
  });
  it('of brat come with their text, and the attributions as quotes', () => {
    const files = ['harbour.txt', 'harbour.ann'].map((name) => fixture(`brat/fixtures/good/${name}`));
    const { annotations, counts } = imported(brat.parse!(files).project);
    const layers = annotations.map(({ layer, quote }) => `${layer}: ${quote}`);
    expect(layers).toContain('speaker: Mara Lind');
    expect(layers).toContain('quote: that the old pier would close');
    expect(counts.added).toBe(annotations.length);
  });
  it('of WebAnno come with their text', () => {
    const { annotations, after } = imported(
      webannoTsv.parse!([fixture('webanno-tsv/fixtures/good/harbour.tsv')]).project,
    );
    expect(annotations.filter(({ layer }) => layer === 'speaker').map(({ quote }) => quote)).toContain(
      'Mara Lind',
    );
    expect(after.articles.size).toBe(1);
  });
});
