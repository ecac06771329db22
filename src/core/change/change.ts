import type { Codebook } from '../project/codebook';
import type {
  Annotation,
  Annotator,
  Article,
  Claim,
  Project,
  ProjectInfo,
  Reading,
  Speaker,
} from '../project/model';
import { compareAnnotations, placeOf } from '../project/order';
import { drained } from './drained';
import { sameValue } from './same-value';

/** The tables of a project and what their rows are. `info` and `codebook` hold exactly one row. */
export interface Tables {
  readonly info: ProjectInfo;
  readonly codebook: Codebook;
  readonly articles: Article;
  readonly annotations: Annotation;
  readonly speakers: Speaker;
  readonly claims: Claim;
  readonly annotators: Annotator;
  readonly readings: Reading;
}

export type TableName = keyof Tables;

export const TABLE_NAMES = [
  'info',
  'codebook',
  'articles',
  'annotations',
  'speakers',
  'claims',
  'annotators',
  'readings',
] as const satisfies readonly TableName[];

/** One row before and after; null = absent. */
export type Pair<Row> = readonly [before: Row | null, after: Row | null];

/**
 * Everything that happens to a project: per table and id the row before and after. Undo swaps the pairs;
 * the journal on disk is a list of Changes; nothing else mutates a project.
 */
export type Change = { readonly [T in TableName]?: Readonly<Record<string, Pair<Tables[T]>>> };

/** The change that does nothing; commands return it when there is nothing to do. */
export const NO_CHANGE: Change = {};

/** Does the change touch no row? */
export function isEmpty(change: Change): boolean {
  return TABLE_NAMES.every((table) => hasNoKey(change[table] ?? {}));
}

/** Without making a list of what may be 50,000. */
function hasNoKey(rows: object): boolean {
  for (const _ in rows) return false;
  return true;
}

/** Builds a change of one table; rows whose before and after are equal are left out. */
export function changeOf<T extends TableName>(table: T, pairs: Iterable<Pair<Tables[T]>>): Change {
  const rows: Record<string, Pair<Tables[T]>> = {};
  for (const [before, after] of pairs) {
    const id = (before ?? after)?.id;
    if (id !== undefined && !sameValue(before, after)) rows[id] = [before, after];
  }
  return hasNoKey(rows) ? NO_CHANGE : { [table]: rows };
}

/** The change that takes this one back. `invert(invert(c))` equals `c`. */
export function invert(change: Change): Change {
  return mapPairs(change, ([before, after]) => [after, before]);
}

/** One change with the effect of `first` and then `second`; rows that end where they began drop out. */
export function compose(first: Change, second: Change): Change {
  const result: Record<string, Record<string, Pair<unknown>>> = {};
  for (const table of TABLE_NAMES) {
    const [earlier, later] = [first[table], second[table]];
    if (!earlier || !later) {
      const alone = earlier ?? later;
      if (alone && !hasNoKey(alone)) result[table] = alone;
      continue;
    }
    const rows: Record<string, Pair<unknown>> = { ...earlier };
    for (const [id, [before, after]] of Object.entries(later) as [string, Pair<unknown>][]) {
      // An article may be called "constructor", which every object has.
      const known = Object.hasOwn(rows, id) ? rows[id] : undefined;
      const from = known ? known[0] : before;
      if (sameValue(from, after)) delete rows[id];
      else rows[id] = [from, after];
    }
    if (!hasNoKey(rows)) result[table] = rows;
  }
  return result as Change;
}

/** Composes any number of changes, first to last. */
export function composeAll(changes: readonly Change[]): Change {
  return changes.reduce(compose, NO_CHANGE);
}

/**
 * The project after the change. An empty change returns the same project object, and untouched tables stay
 * the same objects, so identity is a valid dirty check.
 * Throws if a row is not what the change says it was before: the change was made for another state.
 */
export const apply = (project: Project, change: Change): Project => drained(applying(project, change));

/** As `apply`, bit by bit: yields now and then, so that something else can be done in between. */
export function applying(project: Project, change: Change): Generator<void, Project> {
  return applyWith(project, change, (table, id, found, before) => {
    if (!sameValue(found ?? null, before)) {
      throw new Error(`${table} ${id} is not what the change expects: it was changed meanwhile`);
    }
  });
}

/**
 * Sets every row to its after value whatever it was before: how the journal is replayed over snapshots,
 * some of which already hold some of its entries. Replaying a whole journal twice changes nothing.
 */
export function replay(project: Project, change: Change): Project {
  return drained(applyWith(project, change, () => {}));
}

type Check = (table: TableName, id: string, found: unknown, before: unknown) => void;

/** Rows that are few enough to be done without a look at anything else. */
const FEW = 200;

function* applyWith(project: Project, change: Change, check: Check): Generator<void, Project> {
  if (isEmpty(change)) return project;
  const next = { ...project } as { -readonly [K in keyof Project]: Project[K] };
  for (const table of ['info', 'codebook'] as const) {
    for (const [id, [before, after]] of Object.entries(change[table] ?? {}) as [string, Pair<never>][]) {
      check(table, id, project[table], before);
      if (after === null) throw new Error(`a project cannot be without its ${table}`);
      next[table] = after;
    }
  }
  next.articles = yield* applyRows(project.articles, 'articles', change.articles, check);
  next.speakers = yield* applyRows(project.speakers, 'speakers', change.speakers, check);
  next.claims = yield* applyRows(project.claims, 'claims', change.claims, check);
  next.annotators = yield* applyRows(project.annotators, 'annotators', change.annotators, check);
  next.readings = yield* applyRows(project.readings, 'readings', change.readings, check);
  next.annotations = yield* applyAnnotations(project.annotations, change.annotations, check);
  return next;
}

function* applyRows<Row>(
  table: ReadonlyMap<string, Row>,
  name: TableName,
  rows: Readonly<Record<string, Pair<Row>>> | undefined,
  check: Check,
): Generator<void, ReadonlyMap<string, Row>> {
  if (!rows) return table;
  const next = new Map(table);
  let done = 0;
  for (const [id, [before, after]] of Object.entries(rows)) {
    check(name, id, table.get(id), before);
    if (after === null) next.delete(id);
    else next.set(id, after);
    if (++done % FEW === 0) yield;
  }
  return next;
}

/** Annotations stay in reading order per article; only the lists of the articles touched are copied. */
function* applyAnnotations(
  table: Project['annotations'],
  rows: Change['annotations'],
  check: Check,
): Generator<void, Project['annotations']> {
  if (!rows) return table;
  let done = 0;
  const byArticle = new Map<string, [string, Pair<Annotation>][]>();
  for (const row of Object.entries(rows)) {
    const articleId = (row[1][0] ?? row[1][1])?.articleId;
    if (articleId === undefined) continue;
    const list = byArticle.get(articleId);
    if (list) list.push(row);
    else byArticle.set(articleId, [row]);
  }
  const next = new Map(table);
  for (const [articleId, changed] of byArticle) {
    const list = patch(table.get(articleId) ?? [], changed, check);
    if (list.length > 0) next.set(articleId, list);
    else next.delete(articleId);
    done += changed.length;
    if (done < FEW) continue;
    done = 0;
    yield;
  }
  return next;
}

/** One edit among 50,000 costs a binary search and a copy; a bulk edit is sorted in once at the end. */
function patch(
  list: readonly Annotation[],
  rows: readonly [string, Pair<Annotation>][],
  check: Check,
): readonly Annotation[] {
  if (rows.length > 16) {
    const byId = new Map(list.map((annotation) => [annotation.id, annotation]));
    for (const [id, [before, after]] of rows) {
      check('annotations', id, byId.get(id), before);
      if (after) byId.set(id, after);
      else byId.delete(id);
    }
    return [...byId.values()].sort(compareAnnotations);
  }
  const next = [...list];
  for (const [id, [before, after]] of rows) {
    const at = indexOfAnnotation(next, id, before);
    check('annotations', id, next[at], before);
    if (at >= 0) next.splice(at, 1);
    if (after) next.splice(placeOf(next, after), 0, after);
  }
  return next;
}

/** Looks first where the row should stand by its order. */
function indexOfAnnotation(list: readonly Annotation[], id: string, before: Annotation | null): number {
  if (before) {
    const expected = placeOf(list, before);
    if (list[expected]?.id === id) return expected;
  }
  return list.findIndex((annotation) => annotation.id === id);
}

function mapPairs(change: Change, swap: (pair: Pair<unknown>) => Pair<unknown>): Change {
  const result: Record<string, Record<string, Pair<unknown>>> = {};
  for (const table of TABLE_NAMES) {
    const rows = change[table];
    if (!rows) continue;
    const swapped: Record<string, Pair<unknown>> = {};
    for (const id of Object.keys(rows)) swapped[id] = swap(rows[id]!);
    result[table] = swapped;
  }
  return result as Change;
}
