import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCell } from '../formats/csv-cells';
import { DEFAULT_CODEBOOK } from './default-codebook';
import { emptyProject } from './empty';
import { selected } from './matching';
import type { Annotation, Article, Project } from './model';
import { arbitraryProject } from './project.arbitrary';
import { cellReader } from './table-cells';
import type { Column } from './table-columns';
import { columnsNamed, columnsOf, FIRST_COLUMNS } from './table-columns';
import { copiedRows } from './table-copy';
import { sortedRows } from './table-rows';

const asked = fc
  .tuple(
    arbitraryProject({ articles: 3, annotations: 7 }),
    fc.nat(999),
    fc.nat(999),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([project, first, second, down, alsoDown]) => {
    const columns = columnsOf(project.codebook);
    const column = (at: number) => columns[at % columns.length]!;
    const rows = selected(project, {});
    return { project, rows, first: column(first), second: column(second), down, alsoDown };
  });

/** One article, two speakers, a claim in a quote, and a mood that nobody is said to hold. */
function small(): Project {
  const text = 'Ida Holm said the crane was unsafe. How sad.';
  const mark = (id: string, layer: string, start: number, end: number, more: Partial<Annotation> = {}) =>
    ({
      ...{ id, layer, articleId: 'x', annotatorId: 'me', spans: [{ start, end }], roles: {}, attributes: {} },
      ...{ quote: text.slice(start, end), prefix: '', suffix: '', note: '', certainty: 'certain' },
      ...{ status: 'draft', codebookVersion: '1.0', createdAt: '', updatedAt: '2024-05-01T10:00:00.000Z' },
      ...more,
    }) as Annotation;
  return {
    ...emptyProject({ id: 'p', name: 'p', note: '', createdAt: '' }, { id: 'me', name: 'Me' }),
    codebook: DEFAULT_CODEBOOK,
    articles: new Map([['x', { id: 'x', order: 0, title: 'Crane', outlet: 'The Post', text } as Article]]),
    speakers: new Map([['s', { id: 's', name: 'Ida Holm', aliases: [], kind: 'person', note: '' }]]),
    annotations: new Map([
      [
        'x',
        [
          mark('m', 'speaker', 0, 8, { roles: { is: [{ speaker: 's' }] } }),
          mark('q', 'quote', 14, 34, {
            roles: { source: [{ annotation: 'm' }] },
            attributes: { form: 'indirect' },
          }),
          mark('c', 'claim', 14, 34, { attributes: { kind: 'allegation', verdict: 'refuted' } }),
          mark('f', 'sentiment', 36, 43, {
            attributes: { polarity: -2 },
            roles: { target: [{ spans: [{ start: 18, end: 23 }] }] },
          }),
        ],
      ],
    ]),
  };
}

describe('cells', () => {
  const project = small();
  const cells = cellReader(project);
  const [mention, quote, claim, mood] = project.annotations.get('x')!;
  const cell = (id: string, row: Annotation | undefined) =>
    cells.cell(columnsNamed(project.codebook, [id])[0]!, row!);

  it('say what the annotation says, and what it takes from around it as such', () => {
    expect(cell('layer', claim)).toEqual({ text: 'Claim' });
    expect(cell('value', claim)).toEqual({ text: 'allegation' });
    expect(cell('value', mood)).toEqual({ text: '−2' });
    expect(cell('value', mention)).toEqual({ text: '' });
    expect(cell('speaker', mention)).toEqual({ text: 'Ida Holm' });
    expect(cell('speaker', quote)).toEqual({ text: 'Ida Holm' });
    expect(cell('speaker', claim)).toEqual({ text: 'Ida Holm', inherited: true });
    expect(cell('speaker', mood)).toEqual({ text: 'the author', inherited: true });
    expect(cell('about', mood)).toEqual({ text: 'crane' });
    expect(cell('outlet', mood)).toEqual({ text: 'The Post' });
    expect(cell('attribute:verdict', claim)).toEqual({ text: 'refuted' });
    expect(cell('attribute:verdict', quote)).toEqual({ text: '' });
  });

  it('are copied as a spreadsheet reads them', () => {
    const columns = columnsNamed(project.codebook, ['layer', 'value', 'note']);
    const noted = { ...mood!, note: '=HYPERLINK("x")\nand more' };
    expect(copiedRows([claim!, noted], columns, cells)).toBe(
      'Layer\tValue\tNote\r\nClaim\tallegation\t\r\nSentiment\t-2\t"\'=HYPERLINK(""x"")\nand more"',
    );
  });
});

describe('columns', () => {
  it('are the first ones where none are chosen, and pass over those the codebook has not', () => {
    const ids = (wanted: readonly string[]) => columnsNamed(DEFAULT_CODEBOOK, wanted).map(({ id }) => id);
    expect(ids([])).toEqual(FIRST_COLUMNS);
    expect(ids(['note', 'attribute:nowhere', 'layer'])).toEqual(['note', 'layer']);
  });

  it('have one column for an attribute of several layers', () => {
    const labels = columnsOf(DEFAULT_CODEBOOK).filter(({ id }) => id === 'attribute:polarity');
    expect(labels).toHaveLength(1);
  });
});

describe('sorting', () => {
  /** What a cell's key is, straight from its reader: the order that one comparison at a time would give. */
  function bySlowSort(rows: readonly Annotation[], project: Project, column: Column, down: boolean) {
    const cells = cellReader(project);
    if (column.id === 'passage') return down ? [...rows].reverse() : rows;
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    return [...rows].sort((one, other) => {
      const [a, b] = [cells.sortKey(column, one), cells.sortKey(column, other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const way = down ? -1 : 1;
      if (typeof a !== typeof b) return typeof a === 'number' ? -way : way;
      return way * (typeof a === 'number' ? a - (b as number) : collator.compare(a, b as string));
    });
  }

  it('is what comparing cell by cell gives, and equal rows keep their order', () => {
    fc.assert(
      fc.property(asked, ({ project, rows, first, down }) => {
        const sorted = sortedRows(rows, cellReader(project), [{ column: first, descending: down }]);
        expect(sorted).toEqual(bySlowSort(rows, project, first, down));
      }),
      { numRuns: 1000 },
    );
  });

  it('by two columns is by the second, and then by the first', () => {
    fc.assert(
      fc.property(asked, ({ project, rows, first, second, down, alsoDown }) => {
        const cells = cellReader(project);
        const keys = [
          { column: first, descending: down },
          { column: second, descending: alsoDown },
        ];
        const inner = sortedRows(rows, cells, [keys[1]!]);
        expect(sortedRows(rows, cells, keys)).toEqual(sortedRows(inner, cells, [keys[0]!]));
        expect(sortedRows(rows, cells, [])).toBe(rows);
      }),
      { numRuns: 500 },
    );
  });
});

describe('times', () => {
  it('are in the order in which they passed', () => {
    const day = {
      min: new Date('1990-01-01T00:00:00Z'),
      max: new Date('2060-01-01T00:00:00Z'),
      noInvalidDate: true,
    };
    fc.assert(
      fc.property(fc.date(day), fc.date(day), (one, other) => {
        const project = small();
        const [first] = project.annotations.get('x')!;
        const cells = cellReader(project);
        const [changed] = columnsNamed(project.codebook, ['changed']);
        const key = (time: Date) =>
          cells.sortKey(changed!, { ...first!, updatedAt: time.toISOString() }) as number;
        expect(Math.sign(key(one) - key(other))).toBe(Math.sign(one.getTime() - other.getTime()));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('copied rows', () => {
  it('hold every cell, whatever is in it', () => {
    fc.assert(
      fc.property(asked, ({ project, rows, first, second }) => {
        const cells = cellReader(project);
        const columns = [first, second];
        const read = readTabs(copiedRows(rows, columns, cells));
        expect(read).toEqual([
          columns.map(({ label }) => label),
          ...rows.map((row) =>
            columns.map((column) => cells.cell(column, row).text.replace(/^−(?=\d+$)/, '-')),
          ),
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Tab-separated text read back, character by character. */
function readTabs(text: string): string[][] {
  const lines: string[][] = [[]];
  let at = 0;
  while (at <= text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== '\t' && text[at] !== '\r') cell += text[at++];
    }
    lines.at(-1)!.push(plainCell(cell));
    if (text[at] === '\r') lines.push([]);
    at += text[at] === '\r' ? 2 : 1;
  }
  return lines;
}
