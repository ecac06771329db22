import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layerOf } from '../project/codebook';
import type { Annotation, Project, Target } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { resolveRole } from '../project/query';
import { type Feature, type FeatureRecord, JSONL_FEATURES } from './dataset-card';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FormatError } from './format';
import { jsonl } from './jsonl';
import type { JsonlRow } from './jsonl-model';

const rowsOf = (data: string) =>
  data
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JsonlRow);

const article = articleOf('a1', '😀 “We knew,” said Ada Ek.');
const quote = claimOn(article, 'q1', [[3, 13]], {
  layer: 'quote',
  attributes: {},
  roles: { source: [{ speaker: 'ek' }] },
});
const claim = claimOn(article, 'c1', [[4, 11]], {
  attributes: { kind: 'factual', score: 2, sure: true, many: ['x', 'y'] },
  roles: { contradicts: [{ claim: 'c1' }, { annotation: 'q1' }] },
});

describe('a row of JSON Lines', () => {
  const [row] = rowsOf(jsonl.serialize(projectOf([article], [quote, claim])).files[0]!.data);
  const written = row!.annotations.find(({ id }) => id === 'c1')!;

  it('keeps the speaker a claim inherits apart from what was set', () => {
    expect(written.roles.map(({ role, kind, id }) => [role, kind, id])).toEqual([
      ['contradicts', 'claim', 'c1'],
      ['contradicts', 'annotation', 'q1'],
    ]);
    expect(written.inherited).toEqual([
      {
        role: 'made-by',
        kind: 'speaker',
        id: 'ek',
        name: 'Ada Ek',
        speaker_id: 'ek',
        speaker_name: 'Ada Ek',
        spans: [],
        from: 'q1',
      },
    ]);
  });

  it('writes every value as a list of texts, and its type beside it', () => {
    expect(written.attributes).toEqual([
      { name: 'kind', type: 'text', values: ['factual'] },
      { name: 'many', type: 'list', values: ['x', 'y'] },
      { name: 'score', type: 'number', values: ['2'] },
      { name: 'sure', type: 'boolean', values: ['true'] },
    ]);
  });

  it('resolves what targets stand for', () => {
    expect(written.roles[0]).toMatchObject({ name: 'The brakes failed' });
    expect(written.roles[1]).toMatchObject({ name: '“We knew,”', speaker_id: '' });
  });
});

/** The type of a value, down to its leaves, as pyarrow would infer it; null for an empty list. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return { list: value.map(typeOf).reduce(merge, null) };
  if (typeof value === 'object' && value !== null) {
    return { struct: Object.fromEntries(Object.entries(value).map(([key, next]) => [key, typeOf(next)])) };
  }
  return typeof value === 'number' && Number.isInteger(value) ? 'int64' : typeof value;
}

/** Two types as one; an Error when they differ, as pyarrow would throw one. */
function merge(a: unknown, b: unknown): unknown {
  if (a === null || b === null) return a ?? b;
  if (typeof a !== 'object' || typeof b !== 'object') {
    if (a !== b) throw new Error(`one key, two types: ${JSON.stringify(a)} and ${JSON.stringify(b)}`);
    return a;
  }
  expect(Object.keys(a)).toEqual(Object.keys(b));
  return Object.fromEntries(
    Object.entries(a).map(([key, next]) => [key, merge(next, (b as Record<string, unknown>)[key])]),
  );
}

/** What the dataset card promises, in the same form. */
function promised(feature: Feature): unknown {
  if (typeof feature === 'string') return feature;
  const struct = (record: FeatureRecord) => ({
    struct: Object.fromEntries(Object.entries(record).map(([key, next]) => [key, promised(next)])),
  });
  if ('struct' in feature) return struct(feature.struct);
  return { list: feature.list === 'string' ? 'string' : struct(feature.list) };
}

describe('JSON Lines', () => {
  it('has one type per key in all rows, the one that the dataset card names, and never null', () => {
    const card = promised({ struct: JSONL_FEATURES });
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = jsonl.serialize(project);
        expect(files[0]!.data).not.toMatch(/[[:,]null[\],}]/);
        for (const row of rowsOf(files[0]!.data)) merge(card, typeOf(row));
      }),
      { numRuns: 1000 },
    );
  });

  it('says of every role what the program shows: set, inherited or assumed, also when its quote stays behind', () => {
    const plain = (target: Target) => ('spans' in target ? 'spans' : Object.entries(target).flat().join(':'));
    const shown = (project: Project, annotation: Annotation) =>
      (layerOf(project.codebook, annotation.layer)?.roles ?? []).flatMap((role) => {
        const { targets, inheritedFrom } = resolveRole(project, annotation, role);
        const own = (annotation.roles[role.id]?.length ?? 0) > 0;
        return own ? [] : targets.map((target) => [role.id, plain(target), inheritedFrom?.id ?? '']);
      });
    fc.assert(
      fc.property(
        arbitraryProject(),
        fc.constantFrom([], ['claim'], ['claim', 'sentiment']),
        (project, layers) => {
          const scope = layers.length > 0 ? { layers } : {};
          for (const row of rowsOf(jsonl.serialize(project, scope).files[0]!.data)) {
            for (const { id, inherited } of row.annotations) {
              const annotation = project.annotations.get(row.id)!.find((next) => next.id === id)!;
              const written = inherited.map((next) => {
                const name =
                  next.kind === 'author'
                    ? 'author:true'
                    : next.kind === 'spans'
                      ? 'spans'
                      : `${next.kind}:${next.id}`;
                return [next.role, name, next.from];
              });
              expect(written).toEqual(shown(project, annotation));
            }
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('reads passages whose quotes are wrong, and says how many', () => {
    const { files } = jsonl.serialize(projectOf([article], [claim]));
    const data = files[0]!.data.replace('"start":3,', '"start":4,');
    const { project, warnings } = jsonl.parse!([{ path: 'x.jsonl', data }]);
    expect(project.annotations.get('a1')![0]!.spans).toEqual([{ start: 5, end: 11 }]);
    expect(warnings).toEqual(['1 passage is not what its quote says']);
  });

  it.each([
    ['"kind":"claim"', `"kind":"${'x'.repeat(9000)}"`, /of the unknown kind “x{400,500}…$/],
    ['"kind":"claim"', '"kind":3', /x\.jsonl:1:\d+: a target without a kind/],
    ['"name":"The brakes failed"', '"name":{}', /not a valid claim at wording: a text was expected/],
  ])('is refused in words where %s is %s', (from, to, message) => {
    const linked = { ...claim, roles: { claim: [{ claim: 'c1' }] } };
    const { data } = jsonl.serialize(projectOf([article], [linked])).files[0]!;
    expect(data).toContain(from);
    expect(() => jsonl.parse!([{ path: 'x.jsonl', data: data.replace(from, to) }])).toThrow(message);
  });

  it.each([
    ['not JSON', '{"id": }', 8, /a value was expected/],
    ['no text', '{"id": "a2"}', 1, /the row has no text/],
    ['an article twice', null, 1, /two articles have the id a1/],
    ['a lone surrogate', '{"text": "\\ud83d", "offset_unit": "codepoint"}', 1, /lone surrogate/],
    ['NUL', '{"text": "\\u0000", "offset_unit": "codepoint"}', 1, /NUL/],
    ['another unit', '{"text": "x", "offset_unit": "utf16"}', 1, /offset_unit/],
    ['no lists', '{"text": "x", "offset_unit": "codepoint", "id": "b"}', 1, /a list was expected/],
    [
      'a passage that is none',
      '{"text": "x", "offset_unit": "codepoint", "blocks": [{"start": {}}]}',
      1,
      /a passage has no start/,
    ],
    [
      'nothing in a list',
      '{"text": "x", "offset_unit": "codepoint", "blocks": [null]}',
      1,
      /nothing \(null\) stands in a list/,
    ],
  ])('is refused on the line with %s', (_, line, column, message) => {
    const first = jsonl.serialize(projectOf([article], [claim])).files[0]!.data;
    try {
      jsonl.parse!([{ path: 'x.jsonl', data: `${first}\n${line ?? first}\n` }]);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      expect(error).toMatchObject({ line: 3, column, message: expect.stringMatching(message) });
    }
  });
});
