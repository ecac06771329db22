import type { Change, Pair, TableName, Tables } from '../../core/change/change';
import type { Codebook } from '../../core/project/codebook';
import type { BackupFile } from './backups';
import { rowsOf } from './change-files';

/** More rows than this at once are a bulk change. */
const MANY = 50;

/** Rows of which not even one goes without a backup, the gravest first. */
const MISSED = [
  ['articles', 'an article', 'articles'],
  ['speakers', 'a speaker', 'speakers'],
  ['claims', 'a claim', 'claims'],
  ['annotators', 'an annotator', 'annotators'],
] as const satisfies readonly (readonly [TableName, string, string])[];

/**
 * Why the project should be backed up before this change, or null. Undo and the journal's before-values take
 * back any single edit; a backup is for what a person may notice only days later: much changed or deleted at
 * once, articles brought in, a whole article or register entry gone, a layer taken out of the codebook.
 */
export function reasonForBackup(change: Change): string | null {
  let rows = 0;
  let added = 0;
  const deleted = new Map<TableName, number>();
  for (const [table, , pair] of rowsOf(change)) {
    rows++;
    if (pair[0] === null && table === 'articles') added++;
    if (pair[1] === null) deleted.set(table, (deleted.get(table) ?? 0) + 1);
    if (table === 'codebook' && losesLayer(pair)) return 'before a layer was taken out of the codebook';
  }
  for (const [table, one, many] of MISSED) {
    const count = deleted.get(table);
    if (count) return `before ${count === 1 ? `${one} was` : `${count} ${many} were`} deleted`;
  }
  if (added > 0) return `before ${added === 1 ? 'an article was' : `${added} articles were`} added`;
  return rows > MANY ? `before a change of ${rows} rows` : null;
}

function losesLayer([before, after]: Pair<Tables[TableName]>): boolean {
  const kept = new Set((after as Codebook | null)?.layers.map((layer) => layer.id));
  return (before as Codebook | null)?.layers.some((layer) => !kept.has(layer.id)) ?? false;
}

/** Of which time spans the newest backup is kept, and how many of them. */
const KEPT = [
  { length: '2026-03-12T10'.length, count: 24 },
  { length: '2026-03-12'.length, count: 14 },
] as const;

/** The newest are kept all, so that one made before a deletion is not lost to the next regular one. */
const NEWEST = 6;

/** Which backups may go: all but the newest six, the newest of each of 24 hours, and of each of 14 days. */
export function superfluous(newestFirst: readonly BackupFile[]): readonly BackupFile[] {
  const kept = new Set(newestFirst.slice(0, NEWEST));
  for (const { length, count } of KEPT) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const bucket = backup.at.slice(0, length);
      if (seen.has(bucket) || seen.size === count) continue;
      seen.add(bucket);
      kept.add(backup);
    }
  }
  return newestFirst.filter((backup) => !kept.has(backup));
}
