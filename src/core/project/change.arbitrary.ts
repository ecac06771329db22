import fc from 'fast-check';
import type { Change, Pair } from '../change/change';
import { changeOf, TABLE_NAMES } from '../change/change';
import type { Annotation, Project } from './model';
import { compareAnnotations } from './order';
import { arbitraryProject } from './project.arbitrary';

interface Row {
  readonly id: string;
}
type TableName = (typeof TABLE_NAMES)[number];

/** The rows of one table; `info` and `codebook` are one row each. */
export function rowsOf(project: Project, table: TableName): readonly Row[] {
  if (table === 'info' || table === 'codebook') return [project[table]];
  if (table === 'annotations') return [...project.annotations.values()].flat();
  return [...project[table].values()];
}

/** The change that turns `from` into `to`: every row that is not equal in both. */
export function changeBetween(from: Project, to: Project): Change {
  const changes = TABLE_NAMES.map((table) => {
    if (table === 'info' || table === 'codebook') return changeOf(table, [[from[table], to[table]] as never]);
    const [before, after] = [byId(rowsOf(from, table)), byId(rowsOf(to, table))];
    const ids = new Set([...before.keys(), ...after.keys()]);
    const pairs = Array.from(ids, (id): Pair<Row> => [before.get(id) ?? null, after.get(id) ?? null]);
    return changeOf(table, pairs as never);
  });
  return Object.assign({}, ...changes);
}

/** States of a project one after the other, and the change that leads from each to the next. */
export interface Story {
  readonly states: readonly Project[];
  readonly changes: readonly Change[];
}

/** A story of so many changes, each adding, editing and deleting rows of any table. */
export function arbitraryStory(
  length: number,
  size: { articles?: number; annotations?: number } = {},
): fc.Arbitrary<Story> {
  const choices = fc.array(fc.boolean(), { minLength: 1, maxLength: 7 });
  const step = fc.tuple(arbitraryProject(size), choices);
  return fc
    .tuple(arbitraryProject(size), fc.array(step, { minLength: length, maxLength: length }))
    .map(([start, steps]) => {
      const states = [start];
      for (const [other, choice] of steps) states.push(mixed(states.at(-1)!, other, choice));
      return { states, changes: steps.map((_, at) => changeBetween(states[at]!, states[at + 1]!)) };
    });
}

/** A project of rows from two others: row by row the choices say from which, over and over. */
function mixed(from: Project, to: Project, choices: readonly boolean[]): Project {
  let at = 0;
  const chosen = () => choices[at++ % choices.length]!;
  const pick = (table: TableName) => {
    const [before, after] = [byId(rowsOf(from, table)), byId(rowsOf(to, table))];
    const ids = new Set([...before.keys(), ...after.keys()]);
    return byId([...ids].flatMap((id) => (chosen() ? after : before).get(id) ?? []));
  };
  const annotations = new Map<string, Annotation[]>();
  for (const annotation of pick('annotations').values() as Iterable<Annotation>) {
    annotations.set(annotation.articleId, [...(annotations.get(annotation.articleId) ?? []), annotation]);
  }
  for (const list of annotations.values()) list.sort(compareAnnotations);
  return {
    info: chosen() ? to.info : from.info,
    // A row keeps its id, also the only row of a table.
    codebook: chosen() ? { ...to.codebook, id: from.codebook.id } : from.codebook,
    articles: pick('articles') as Project['articles'],
    annotations,
    speakers: pick('speakers') as Project['speakers'],
    claims: pick('claims') as Project['claims'],
    annotators: pick('annotators') as Project['annotators'],
    readings: pick('readings') as Project['readings'],
  };
}

function byId(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
