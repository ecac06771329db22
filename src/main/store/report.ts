import type { Project } from '../../core/project/model';
import type { DamagedFile } from './damage';
import type { JournalReading } from './journal-reading';
import { tableFile } from './layout';
import type { Base } from './recovery';
import type { SetAside } from './rows';

/** What to tell a person of a journal that was not as it should be; nothing when all was well. */
export function sayJournal(journal: JournalReading): string[] {
  const said: string[] = [];
  const missing = gaps(journal);
  if (missing.length > 0) {
    said.push(
      `A part of the journal could not be read (changes ${missing.join(', ')}). ` +
        'What the files do not hold of those changes is lost.',
    );
  }
  const bytes = journal.bad.reduce((sum, piece) => sum + piece.length, 0);
  if (bytes > 0 && missing.length === 0) {
    said.push(
      `The journal held ${bytes} bytes that are not a whole change: the program stopped while writing.`,
    );
  } else if (journal.after === null && missing.length === 0) {
    said.push('The journal had lost its beginning; what could be read of it was used.');
  }
  return said;
}

/** Runs of numbers that are missing between the changes a journal holds: "4", "7 to 9". */
export function gaps({ after, entries, jumps }: JournalReading): readonly string[] {
  const found: string[] = [];
  let expected = (after ?? (entries[0]?.seq ?? 1) - 1) + 1;
  for (const { seq } of entries) {
    if (seq > expected && !jumps.has(seq - 1))
      found.push(seq - 1 > expected ? `${expected} to ${seq - 1}` : String(expected));
    expected = seq + 1;
  }
  return found;
}

/** What happened to a damaged file that was recovered. */
export function sayRecovered(path: string, damage: DamagedFile, base: Base): string {
  const lost =
    base.gapAfter === null
      ? 'nothing was lost'
      : base.gapAfter === ''
        ? 'it may not be complete'
        : `changes after ${base.gapAfter} may be missing`;
  return `${path} ${damage.what}. It was recovered from ${base.from}; ${lost}.`;
}

/** What happened to a damaged file that nothing could be recovered of. */
export function sayLost(path: string, damage: DamagedFile): string {
  return `${path} ${damage.what}, and no good copy of it was found.`;
}

/** Which annotations cannot be used as they are, one sentence per file. */
export function saySetAside(setAside: ReadonlyMap<string, readonly SetAside[]>, project: Project): string[] {
  return [...setAside].map(([path, records]) => {
    const file = tableFile(path);
    const id = file && 'articleId' in file ? file.articleId : path;
    const title = project.articles.get(id)?.title ?? id;
    const [count, were] =
      records.length === 1 ? ['One annotation', 'is'] : [`${records.length} annotations`, 'are'];
    return `${count} of “${title}” cannot be used and ${were} kept aside unchanged in ${path}: ${records[0]!.why}.`;
  });
}
