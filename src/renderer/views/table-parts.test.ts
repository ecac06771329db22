import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEmpty } from '../../core/change/change';
import type { Annotation } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import { allAnnotations } from '../../core/project/query';
import type { Plan } from './table-bulk-plans';
import { attributePlan, deletePlan, layerPlan, speakerPlan, statusPlan } from './table-bulk-plans';
import { changedBy, planWords } from './table-bulk-words';
import { goal } from './table-move';
import { drawnRows, inSlots, OVERSCAN } from './table-slots';
import { pressed, sortOf } from './table-sort';
import type { SortedBy } from './table-store';
import { layoutOf, ROW } from './table-widths';

const at = '2030-01-02T03:04:05.000Z';

describe('a plan for many', () => {
  const asked = fc
    .tuple(arbitraryProject({ articles: 2, annotations: 8 }), fc.nat(999))
    .map(([project, number]) => {
      const rows = [...allAnnotations(project)].filter((_, index) => (index + number) % 3 > 0);
      const { layers } = project.codebook;
      const attributes = layers.flatMap((layer) => layer.attributes);
      const attribute = attributes[number % attributes.length]!;
      const plans: readonly Plan[] = [
        attributePlan(project, rows, attribute, number % 2 ? null : 'denial', at),
        speakerPlan(project, rows, number % 2 ? { author: true } : null, at),
        speakerPlan(project, rows, { speaker: 'new-1', name: 'Ida Holm', isNew: true }, at),
        layerPlan(project, rows, layers[number % layers.length]!, at),
        statusPlan(rows, 'final', at),
        deletePlan(project, rows, at),
      ];
      return { project, rows, plan: plans[number % plans.length]! };
    });

  it('says of every annotation whether it changes, is so already, or cannot', () => {
    let some = 0;
    fc.assert(
      fc.property(asked, ({ project, rows, plan }) => {
        const change = plan.command(project);
        const changed = changedBy(change, rows);
        const same = rows.length - changed - plan.cannot.count;
        expect(same).toBeGreaterThanOrEqual(0);
        if (changed > 0) expect(isEmpty(change)).toBe(false);
        // Doing it once more would change nothing: those left are so already, or cannot.
        const [first] = planWords(plan, rows.length, changed);
        expect(first).toContain(changed === 0 && rows.length > 0 ? 'Nothing' : changed.toLocaleString());
        some += changed;
      }),
      { numRuns: 1000 },
    );
    expect(some).toBeGreaterThan(100);
  });

  it('reads as a person would say it', () => {
    const plan = (more: Partial<Plan>): Plan => ({
      ...{ label: 'x', command: () => ({}), cannot: { count: 0, why: '' }, lost: [] },
      ...more,
    });
    expect(planWords(plan({}), 12, 12)).toEqual(['12 annotations will change.']);
    expect(planWords(plan({ cannot: { count: 1, why: 'no such kind' } }), 12, 9)).toEqual([
      '9 of 12 annotations will change.',
      '2 are so already, 1 has no such kind.',
    ]);
    expect(planWords(plan({ lost: ['3 values do not exist there and go.'] }), 1, 1)).toEqual([
      '1 annotation will change.',
      '3 values do not exist there and go.',
    ]);
    expect(planWords(plan({ lost: ['gone'] }), 2, 0)).toEqual(['Nothing will change.', '2 are so already.']);
    expect(planWords(plan({ removes: true }), 2, 2)).toEqual(['2 annotations will be deleted.']);
  });
});

describe('pressing a head', () => {
  const press = (columns: readonly string[], also = false) =>
    columns.reduce<SortedBy>((sorting, column) => pressed(sorting, column, also), []);

  it('sorts up, down and not at all', () => {
    expect(press(['date'])).toEqual([{ column: 'date', descending: false }]);
    expect(press(['date', 'date'])).toEqual([{ column: 'date', descending: true }]);
    expect(press(['date', 'date', 'date'])).toEqual([]);
    expect(press(['date', 'layer'])).toEqual([{ column: 'layer', descending: false }]);
  });

  it('with Shift keeps the other keys, and turns or takes away its own in its place', () => {
    expect(press(['date', 'layer'], true).map(({ column }) => column)).toEqual(['date', 'layer']);
    expect(press(['date', 'layer', 'date'], true)[0]).toEqual({ column: 'date', descending: true });
    expect(press(['date', 'layer', 'date', 'date'], true).map(({ column }) => column)).toEqual(['layer']);
  });

  it('turns the passages, which stand in article order, and back', () => {
    expect(sortOf([], 'passage')).toEqual({ aria: 'ascending', place: null });
    expect(sortOf(press(['passage']), 'passage').aria).toBe('descending');
    expect(press(['passage', 'passage'])).toEqual([]);
    expect(press(['date', 'passage'])).toEqual([]);
  });
});

describe('the cell cursor', () => {
  it('never leaves the table by more than the head', () => {
    const table = { rows: new Array<Annotation>(7), columns: new Array(4) } as never;
    const key = (name: string, ctrlKey = false) =>
      goal({ key: name, ctrlKey, metaKey: false }, [3, 2], table, 5);
    expect(key('ArrowDown')).toEqual([4, 2]);
    expect(key('PageUp')).toEqual([0, 2]);
    expect(key('Home')).toEqual([3, 0]);
    expect(key('End', true)).toEqual([6, 3]);
    expect(key('ArrowUp', true)).toEqual([0, 2]);
    expect(key('x')).toBeUndefined();
  });
});

describe('the rows drawn', () => {
  const drawn = (startIndex: number, cursor: number) => {
    const range = { startIndex, endIndex: startIndex + 22, overscan: OVERSCAN, count: 6000 };
    return drawnRows(range, cursor).map((index) => ({ index, start: index * ROW }));
  };

  it('are each drawn once, in an element that stays theirs while the table is scrolled', () => {
    const near = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 30 }), fc.integer({ min: -20, max: 40 }));
    fc.assert(
      fc.property(near, fc.boolean(), ([from, step, away], head) => {
        const cursor = head ? -1 : Math.max(0, from + away);
        const before = inSlots(drawn(from, cursor), cursor, 775, true);
        const after = inSlots(drawn(from + step, cursor), cursor, 775, true);
        for (const rows of [before, after]) {
          expect(new Set(rows.map(({ slot }) => slot)).size).toBe(rows.length);
          expect(new Set(rows.map(({ index }) => index)).size).toBe(rows.length);
          if (!head) expect(rows.map(({ index }) => index)).toContain(cursor);
        }
        const kept = new Map(before.map(({ index, slot }) => [index, slot]));
        for (const { index, slot } of after) if (kept.has(index)) expect(slot).toBe(kept.get(index));
      }),
      { numRuns: 1000 },
    );
  });

  it('stand in the order of the rows when the table rests', () => {
    const rows = inSlots(drawn(100, 3000), 3000, 775, false).map(({ index }) => index);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
  });
});

describe('the layout of columns', () => {
  it('gives the passage the rest, and leaves the rest empty without it', () => {
    const columns = [{ id: 'layer' }, { id: 'passage' }] as never;
    expect(layoutOf(columns, {}).template).toBe('30px 112px minmax(240px, 1fr)');
    expect(layoutOf(columns, { passage: 400 })).toEqual({
      template: '30px 112px 400px minmax(0, 1fr)',
      least: 542,
    });
  });
});
