import { SCHEMA } from './model';

/**
 * What one version of the schema changed: `kind` names the file ("marginalia-article", …) or export, `data`
 * is its content as the older version wrote it. Returns what the next version would have written.
 */
export type Migration = (kind: string, data: unknown) => unknown;

/**
 * `MIGRATIONS[n]` leads from schema n + 1 to n + 2. Schema 2 only added what schema 1 did not have: readings, saved
 * queries, help in the codebook, verdicts of claims.
 */
const MIGRATIONS: readonly Migration[] = [(_kind, data) => data];

/**
 * Content of an older schema as this version knows it, taken through every version between. Content of this
 * schema is returned as it is. Throws for a schema that is newer, or that never was, and when a record would be lost
 * on the way: nothing is then opened, so nothing is written.
 */
export function migrate(
  kind: string,
  schema: number,
  data: unknown,
  migrations: readonly Migration[] = MIGRATIONS,
  current = SCHEMA,
): unknown {
  if (!Number.isSafeInteger(schema) || schema < 1) throw new Error(`schema ${schema} has never been written`);
  if (schema > current)
    throw new Error(`schema ${schema} is newer than this version, which knows ${current}`);
  const after = migrations.slice(schema - 1, current - 1).reduce((before, next) => next(kind, before), data);
  const [had, has] = [recordsIn(data), recordsIn(after)];
  if (has < had)
    throw new Error(`bringing ${kind} from schema ${schema} to ${current} would lose ${had - has} records`);
  return after;
}

/** How many records a file's content holds, in its lists one or two levels down. */
function recordsIn(data: unknown): number {
  if (Array.isArray(data)) return data.length;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce((sum: number, part) => sum + (Array.isArray(part) ? part.length : 0), 0);
}
