import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPlainAnnotation, isPlainArticle } from './plain-rows';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations } from './query';
import { ROW_SCHEMAS } from './validate';

const rows = arbitraryProject().map((project) => ({
  article: [...project.articles.values()],
  annotation: [...allAnnotations(project)],
}));

/** What may stand where something else should: near misses, and what JSON can hold besides. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  'Not an id',
  '__proto__',
  'x'.repeat(201),
  -1,
  0.5,
  2 ** 60,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  [],
  [''],
  [null],
  {},
  { start: 3, end: 3 },
  [{ start: 0, end: 1 }],
  [
    { start: 4, end: 9 },
    { start: 9, end: 12 },
  ],
  [{ start: 0, end: 1, more: 1 }],
  [{ speaker: 's1', claim: 'c1' }],
  [{ spans: [] }],
  [{ author: false }],
  { kind: ['a', 2] },
  JSON.parse('{"__proto__": "x"}'),
];
const NAMES = ['id', 'text', 'spans', 'start', 'kind', 'speaker', 'more', '__proto__', ''];

/** Every place in a value, as the steps that lead there. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.keys(value).flatMap((key) => places((value as never)[key], [...at, key]))];
}

/** The value with something else at a place: another value, a further name, or a name less. */
function changed(value: unknown, [step, ...rest]: readonly string[], how: number, odd: unknown): unknown {
  if (step !== undefined) {
    const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
    copy[step] = changed(copy[step], rest, how, odd);
    return copy;
  }
  if (how % 3 === 0 || typeof value !== 'object' || value === null) return odd;
  const entries = Object.entries(value);
  if (how % 3 === 1) entries.push([NAMES[how % NAMES.length]!, odd]);
  else entries.splice(how % Math.max(entries.length, 1), 1);
  if (Array.isArray(value)) return entries.map(([, item]) => item);
  const copy = {};
  for (const [key, item] of entries)
    Object.defineProperty(copy, key, { value: item, enumerable: true, writable: true, configurable: true });
  return copy;
}

const PLAIN = { article: isPlainArticle, annotation: isPlainAnnotation };

describe.each(['article', 'annotation'] as const)('%s', (table) => {
  const isPlain: (value: unknown) => boolean = PLAIN[table];
  const schema = ROW_SCHEMAS[table];

  test('what is written by us is plain', () => {
    fc.assert(
      fc.property(rows, (project) => {
        for (const row of project[table]) expect(isPlain(JSON.parse(JSON.stringify(row)))).toBe(true);
      }),
    );
  });

  test('what is plain is given back by the schema as it is, whatever stands anywhere in it', () => {
    const property = fc.property(
      rows.filter((project) => project[table].length > 0),
      fc.nat(),
      fc.nat(),
      fc.nat(),
      fc.constantFrom(...ODD),
      (project, row, at, how, odd) => {
        const value = project[table][row % project[table].length];
        const all = places(value);
        const other = changed(value, all[at % all.length]!, how, odd);
        if (!isPlain(other)) return;
        const given = schema.safeParse(other);
        expect(given.success).toBe(true);
        expect(given.data).toStrictEqual(other);
      },
    );
    fc.assert(property, { numRuns: 3_000 });
  });
});
