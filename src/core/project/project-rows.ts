import type { TableName, Tables } from '../change/change';
import type { Annotation, Project } from './model';

/** Some rows of a project and the table they are of. */
export type ProjectRows = { [T in TableName]: readonly [table: T, rows: readonly Tables[T][]] }[TableName];

/** Annotations are small: so many of an article are told at once. */
const TOGETHER = 50;

const BY_ID = ['articles', 'speakers', 'claims', 'annotators', 'readings'] as const;

/** Every row of a project, a few at a time: how a project too large for one message is told. */
export function* rowsOfProject(project: Project): Generator<ProjectRows> {
  yield ['info', [project.info]];
  yield ['codebook', [project.codebook]];
  for (const table of BY_ID)
    for (const row of project[table].values()) yield [table, [row]] as unknown as ProjectRows;
  for (const list of project.annotations.values())
    for (let at = 0; at < list.length; at += TOGETHER)
      yield ['annotations', list.length <= TOGETHER ? list : list.slice(at, at + TOGETHER)];
}

/** How many rows it has. */
export function countRows(project: Project): number {
  let count = 2;
  for (const table of BY_ID) count += project[table].size;
  for (const list of project.annotations.values()) count += list.length;
  return count;
}

/** A project that comes a few rows at a time, in the order of `rowsOfProject`. */
export class GrowingProject {
  #info: Project['info'] | null = null;
  #codebook: Project['codebook'] | null = null;
  readonly #tables = {
    articles: new Map(),
    speakers: new Map(),
    claims: new Map(),
    annotators: new Map(),
    readings: new Map(),
  };
  readonly #annotations = new Map<string, Annotation[]>();

  add([table, rows]: ProjectRows): void {
    if (table === 'info') this.#info = rows[0]!;
    else if (table === 'codebook') this.#codebook = rows[0]!;
    else if (table !== 'annotations') for (const row of rows) this.#tables[table].set(row.id, row);
    else {
      const { articleId } = rows[0]!;
      const list = this.#annotations.get(articleId);
      if (list) for (const row of rows) list.push(row);
      else this.#annotations.set(articleId, [...rows]);
    }
  }

  /** The project of all rows that came. Throws when its information or its codebook did not. */
  whole(): Project {
    const [info, codebook] = [this.#info, this.#codebook];
    if (!info || !codebook) throw new Error('not all of the project has arrived');
    return { info, codebook, ...this.#tables, annotations: this.#annotations };
  }
}
