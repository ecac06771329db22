import fc from 'fast-check';
import type { Change, Pair } from '../change/change';
import { changeOf, composeAll, TABLE_NAMES } from '../change/change';
import type { Project } from './model';
import { arbitraryProject } from './project.arbitrary';

type Row = { readonly id: string };

/** The rows of one table by id; `info` and `codebook` are one row each. */
export function rowsOf(project: Project, table: (typeof TABLE_NAMES)[number]): ReadonlyMap<string, Row> {
  if (table === 'info' || table === 'codebook') return new Map([[table, project[table]]]);
  if (table !== 'annotations') return project[table];
  return new Map([...project.annotations.values()].flat().map((annotation) => [annotation.id, annotation]));
}

/**
 * The change that turns `from` into `to`, or, with `chosen`, does so for some of the rows: row after row asks
 * it whether to take part.
 */
export function changeBetween(from: Project, to: Project, chosen: () => boolean = () => true): Change {
  const changes = TABLE_NAMES.map((table) => {
    const [before, after] = [rowsOf(from, table), rowsOf(to, table)];
    const ids = [...new Set([...before.keys(), ...after.keys()])].filter(() => chosen());
    const pairs = ids.map((id): Pair<Row> => [before.get(id) ?? null, after.get(id) ?? null]);
    return changeOf(table, pairs as never);
  });
  return composeAll(changes);
}

/** A way to choose rows, given by few numbers so that it shrinks. */
function arbitraryChoice(): fc.Arbitrary<() => () => boolean> {
  return fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }).map((list) => () => {
    let at = 0;
    return () => list[at++ % list.length]!;
  });
}

/** A project and changes that apply to it one after the other: rows of every table added, edited, deleted. */
export function arbitraryHistory(
  length: number,
  size: Parameters<typeof arbitraryProject>[0] = {},
): fc.Arbitrary<{ readonly start: Project; readonly changes: readonly Change[]; readonly states: readonly Project[] }> {
  const step = fc.tuple(arbitraryProject(size), arbitraryChoice());
  return fc
    .tuple(arbitraryProject(size), fc.array(step, { minLength: length, maxLength: length }))
    .map(([start, steps]) => {
      const states = [start];
      const changes = steps.map(([goal, choice]) => {
        const now = states.at(-1)!;
        const take = choice();
        const plan = choice();
        states.push(mixed(now, goal, plan));
        return changeBetween(now, goal, take);
      });
      return { start, changes, states };
    });
}

/** `from` with the chosen rows of `to`, made without any change: what applying one must come to. */
function mixed(from: Project, to: Project, chosen: () => boolean): Project {
  const tables = new Map(
    TABLE_NAMES.map((table) => {
      const [before, after] = [rowsOf(from, table), rowsOf(to, table)];
      const ids = [...new Set([...before.keys(), ...after.keys()])];
      const rows = ids.map((id) => [id, (chosen() ? after : before).get(id)] as const);
      return [table, rows.filter((row): row is readonly [string, Row] => row[1] !== undefined)] as const;
    }),
  );
  const annotations = Map.groupBy
  return { ...from };
}
