import type { Article } from '../../core/project/model';
import type { Item } from './import-store';

/** Why an article is probably not wanted: its text is in the project, or was read from another file. */
export type Marks = ReadonlyMap<string, string>;

/** The last answer: what has just been read is asked about twice, and may be ten thousand articles. */
let last: { readonly of: readonly unknown[]; readonly marks: Marks } | undefined;

/** Stage -> what is said of a duplicate. Texts are the same when their SHA-256 is. */
export function duplicateMarks(
  items: readonly Item[],
  articles: ReadonlyMap<string, Article> | undefined,
): Marks {
  if (last?.of[0] !== items || last.of[1] !== articles)
    last = { of: [items, articles], marks: findDuplicates(items, articles) };
  return last.marks;
}

function findDuplicates(items: readonly Item[], articles: ReadonlyMap<string, Article> | undefined): Marks {
  const titles = new Map<string, string>();
  for (const { sha256, title } of articles?.values() ?? []) {
    if (!titles.has(sha256)) titles.set(sha256, title);
  }
  const marks = new Map<string, string>();
  const first = new Map<string, Item>();
  for (const item of items) {
    const { sha256 } = item.draft;
    const inProject = titles.get(sha256);
    const twin = first.get(sha256);
    if (inProject !== undefined) marks.set(item.stage, `Already in the project: ${inProject}`);
    else if (twin) marks.set(item.stage, `Same text as ${twin.draft.origin.fileName ?? twin.draft.title}`);
    else first.set(sha256, item);
  }
  return marks;
}
