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
 * schema is returned as it is. Throws for a schema that is newer, or that never was.
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
  return migrations.slice(schema - 1, current - 1).reduce((before, next) => next(kind, before), data);
}
