import { tableFile } from './layout';
import type { Recovery } from './recovery';
import { Refusal } from './refusal';
import { sayLost, sayRecovered } from './report';
import type { TableReading } from './table-reading';

/** What became of the damaged files. */
export interface Recovered {
  /** Files whose content was recovered: they are to be written again. */
  readonly rebuilt: Set<string>;
  /** Files that nothing could be recovered of: to be moved out of the way. */
  readonly lost: ReadonlySet<string>;
  /** Why nothing may be written, or null. */
  readonly readOnly: string | null;
  /** What to tell of each file, unless it turns out that it is rightly gone. */
  readonly said: ReadonlyMap<string, string>;
}

/**
 * Gives every damaged file of a reading the best rows there are, to replay the journal over. Throws a Refusal
 * when the project's information or its codebook is lost: without them there is no project.
 */
export async function recoverFiles(files: TableReading, recovery: Recovery): Promise<Recovered> {
  const result = {
    rebuilt: new Set<string>(),
    lost: new Set<string>(),
    readOnly: null as string | null,
    said: new Map<string, string>(),
  };
  for (const [path, damage] of files.damaged) {
    const file = tableFile(path)!;
    const base = await recovery.baseFor(file, files.rows.get(path) ?? null);
    if (base) {
      files.rows.set(path, base);
      result.rebuilt.add(path);
      result.said.set(path, sayRecovered(path, damage, base));
    } else if (file.kind === 'project' || file.kind === 'codebook') {
      throw new Refusal('damaged', `${sayLost(path, damage)} Nothing was changed.`);
    } else if (file.kind === 'speakers' || file.kind === 'claims' || damage.unread) {
      result.readOnly ??= `${sayLost(path, damage)} Read only, to keep what is there.`;
    } else {
      result.lost.add(path);
      result.said.set(path, sayLost(path, damage));
    }
  }
  return result;
}
