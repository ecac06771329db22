import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnChoice, ColumnUse } from './choice';
import { choiceWithin, columnsKey, columnUse, withUse } from './choice';
import { CORPUS_FIELDS } from './columns';
import { dateOf, readDates } from './dates';
import { guessChoice, seenColumns } from './guess';
import { readCorpus } from './read-corpus';

const COLUMNS = ['a', 'b', 'c', 'd', 'e'];
const use = fc.constantFrom<ColumnUse>(...CORPUS_FIELDS, 'kept', 'out');
const steps = fc.array(fc.tuple(fc.constantFrom(...COLUMNS), use), { maxLength: 12 });
const chosen = (
  list: readonly (readonly [string, ColumnUse])[],
  from: ColumnChoice = { fields: {}, kept: [] },
) => list.reduce((choice, [column, to]) => withUse(choice, column, to), from);

describe('a choice of columns', () => {
  it('gives a column the use it is put to, and a field one column', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...COLUMNS), use, (before, column, to) => {
        const from = chosen(before);
        const next = withUse(from, column, to);
        expect(columnUse(next, column)).toBe(to);
        expect(withUse(next, column, to)).toBe(next);
        const told = Object.values(next.fields);
        expect(new Set(told).size).toBe(told.length);
        expect(next.kept.filter((name) => told.includes(name))).toEqual([]);
        // Only the column that told the field before is moved aside, and it is kept.
        for (const other of COLUMNS.filter((name) => name !== column)) {
          const was = columnUse(from, other);
          expect(columnUse(next, other)).toBe(was === to && to !== 'kept' && to !== 'out' ? 'kept' : was);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is the same in whatever order columns that do not meet are put to use', () => {
    const permuted = fc
      .tuple(fc.shuffledSubarray(COLUMNS), fc.shuffledSubarray([...CORPUS_FIELDS]))
      .map(([columns, fields]) =>
        columns.slice(0, fields.length).map((column, index) => [column, fields[index]!] as const),
      )
      .chain((pairs) =>
        fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length })),
      );
    fc.assert(
      fc.property(permuted, ([one, other]) => {
        expect(chosen(one).fields).toEqual(chosen(other).fields);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads the same articles whatever the order of the columns in the file', () => {
    const columns = ['text', 'title', 'date', 'paper', 'desk'];
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: 5 }), (order) => {
        const cells: Record<string, string> = {
          text: 'Words.',
          title: 'T',
          date: '2024-04-03',
          paper: 'Quay Post',
          desk: 'News',
        };
        const source = `${order.join(',')}\n${order.map((name) => cells[name]).join(',')}\n`;
        const choice: ColumnChoice = {
          fields: { text: 'text', title: 'title', publishedAt: 'date', outlet: 'paper' },
          kept: ['desk'],
        };
        const read = readCorpus(source, 'csv', {
          fileName: 'a.csv',
          encoding: 'utf-8',
          choose: () => choice,
        });
        expect(read.articles[0]!.draft).toMatchObject({
          title: 'T',
          text: 'Words.',
          outlet: 'Quay Post',
          publishedAt: '2024-04-03',
          metadata: { desk: 'News' },
        });
        expect(columnsKey(order)).toBe(columnsKey(columns));
      }),
    );
  });

  it('forgets columns that the file does not have', () => {
    const choice = { fields: { text: 'a', title: 'x' }, kept: ['b', 'y'], dates: 'day' as const };
    expect(choiceWithin(choice, ['a', 'b'])).toEqual({ fields: { text: 'a' }, kept: ['b'], dates: 'day' });
  });

  it('is guessed by values where names say nothing', () => {
    const long = 'A sentence of some length, as articles have them. '.repeat(6);
    const fields = (words: string) =>
      new Map([
        ['x1', words],
        ['x2', '3.4.2024'],
        ['x3', 'https://quaypost.example/crane'],
        ['x4', 'News'],
        ['x5', ''],
      ]);
    const columns = seenColumns([
      { number: 1, fields: fields(long), source: '' },
      { number: 2, fields: fields(long), source: '' },
    ]);
    expect(guessChoice(columns)).toEqual({
      fields: { text: 'x1', publishedAt: 'x2', url: 'x3' },
      kept: ['x4'],
    });
    expect(columns.find(({ name }) => name === 'x5')).toMatchObject({ filled: 0, sample: '' });
  });

  it('keeps no column that would be no name', () => {
    const source = JSON.stringify([
      JSON.parse(`{"text": "Words.", "__proto__": "x", "desk\\u0000": "a\\u0000b"}`),
    ]);
    const [article] = readCorpus(source, 'json', { fileName: null, encoding: 'utf-8' }).articles;
    expect(article!.draft.metadata).toEqual({ 'desk\ufffd': 'a\ufffdb' });
  });
});

describe('the dates of a column', () => {
  it.each([
    [['2024-04-03', '2024-04-05'], { form: 'iso', open: false, understood: 2 }],
    [['3 April 2024', 'soon'], { form: 'words', open: false, understood: 1, strange: 'soon' }],
    [['03/04/2024', '25/04/2024'], { form: 'numbers', order: 'day', open: true, understood: 2 }],
    [['03/04/2024', '04/25/2024'], { form: 'numbers', order: 'month', open: true, understood: 2 }],
    [['03/04/2024', '04/05/2024'], { form: 'none', open: true, understood: 0 }],
    [['25/04/2024', '04/25/2024'], { open: false, understood: 2 }],
    [['3.4.2024', '5.4.24'], { form: 'numbers', order: 'day', understood: 2 }],
    [['1712102400', '1712102400000'], { form: 'seconds', understood: 2 }],
    [['', ' '], { form: 'none', open: false, count: 0 }],
  ])('%j', (values, read) => {
    expect(readDates(values)).toMatchObject(read);
  });

  it('are read as a person says', () => {
    expect(dateOf('03/04/2024', 'day')).toBe('2024-04-03');
    expect(dateOf('03/04/2024', 'month')).toBe('2024-03-04');
    expect(dateOf('03/04/2024')).toBeUndefined();
    expect(dateOf('Wed 03-04-99', 'day')).toBe('1999-04-03');
    expect(readDates(['03/04/2024'], 'month')).toMatchObject({ example: ['03/04/2024', '2024-03-04'] });
  });

  it('in either order are the dates that were written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2069-12-31'), noInvalidDate: true }),
        fc.constantFrom('/', '-', '.'),
        fc.constantFrom('day' as const, 'month' as const),
        fc.boolean(),
        (date, sign, order, short) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split('-');
          const parts = order === 'day' ? [day, month] : [month, day];
          expect(dateOf([...parts, short ? year!.slice(2) : year].join(sign), order)).toBe(iso);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
