/**
 * The entries of a record by key. Attributes and roles have no order of their own, and files are compared:
 * equal annotations must be written alike however they came to be.
 */
export function orderedEntries<Value>(record: Readonly<Record<string, Value>>): readonly [string, Value][] {
  const entries = Object.entries(record);
  return entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
