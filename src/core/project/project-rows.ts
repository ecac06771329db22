import type { TableName, Tables } from '../change/change';
import type { Annotation, Project } from './model';

/** One row of a project and the table it is of. */
export type ProjectRow = { [T in TableName]: readonly [table: T, row: Tables[T]] }[TableName];

const BY_ID = ['articles', 'speakers', 'claims', 'annotators', 'readings'] as const;

/** Every row of a project, one by one: how a project too large for one message is told. */
export function* rowsOfProject(project: Project): Generator<ProjectRow> {
  yield ['info', project.info];
  yield ['codebook', project.codebook];
  for (const table of BY_ID)
    for (const row of project[table].values()) yield [table, row] as unknown as ProjectRow;
  for (const list of project.annotations.values())
    for (const annotation of list) yield ['annotations', annotation];
}

/** How many rows it has. */
export function countRows(project: Project): number {
  let count = 2;
  for (const table of BY_ID) count += project[table].size;
  for (const list of project.annotations.values()) count += list.length;
  return count;
}

/** A project that comes row by row, in the order of `rowsOfProject`. */
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

  add([table, row]: ProjectRow): void {
    if (table === 'info') this.#info = row;
    else if (table === 'codebook') this.#codebook = row;
    else if (table !== 'annotations') this.#tables[table].set(row.id, row);
    else {
      const list = this.#annotations.get(row.articleId);
      if (list) list.push(row);
      else this.#annotations.set(row.articleId, [row]);
    }
  }

  /** The project of all rows that came. Throws when its information or its codebook did not. */
  whole(): Project {
    const [info, codebook] = [this.#info, this.#codebook];
    if (!info || !codebook) throw new Error('not all of the project has arrived');
    return { info, codebook, ...this.#tables, annotations: this.#annotations };
  }
}
