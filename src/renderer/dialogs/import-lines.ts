import type { StagedSource } from '../../shared/api';
import type { Marks } from './import-marks';
import type { Item, Work } from './import-store';

/** A line of the list: a file that can be read in other ways, or an article. */
export type ListLine =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly file: StagedSource;
      readonly items: readonly Item[];
    }
  | { readonly kind: 'article'; readonly name: string; readonly item: Item; readonly number: number | null };

/**
 * The lines of the list: each file over its articles, which are numbered. With words to look for only articles
 * whose title, file or mark holds them, the files of these, and files that are called so.
 */
export function listLines({ items, sources }: Work, marks: Marks, words: string): readonly ListLine[] {
  const files = new Map(sources.map((file) => [file.source, file]));
  const wanted =
    words === ''
      ? items
      : items.filter(({ draft, stage }) =>
          `${draft.title}\n${draft.origin.fileName}\n${marks.get(stage)}`.toLowerCase().includes(words),
        );
  const groups = bySource(wanted);
  const lines: ListLine[] = [];
  const numbers = new Map<string, number>();
  for (const own of bySource(items).values())
    own.forEach(({ stage }, index) => {
      numbers.set(stage, index + 1);
    });
  // A file that nothing came of yet is no less to be looked at.
  const called = sources.filter(({ fileName }) => fileName?.toLowerCase().includes(words) ?? words === '');
  const names = new Set([...groups.keys(), ...called.map(({ source }) => source)]);
  for (const source of [...names].sort((a, b) => orderOf(a) - orderOf(b))) {
    const file = files.get(source);
    const own = groups.get(source) ?? [];
    if (file) lines.push({ kind: 'file', name: source, file, items: own });
    const numbered = file !== undefined && file.seen.way.kind !== 'one';
    for (const item of own) {
      const number = numbered ? numbers.get(item.stage)! : null;
      lines.push({ kind: 'article', name: item.stage, item, number });
    }
  }
  return lines;
}

/** Files are named in the order in which they were read. */
function orderOf(source: string): number {
  return Number(/\d+$/.exec(source)?.[0] ?? 0);
}

function bySource(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.source);
    if (group) group.push(item);
    else groups.set(item.source, [item]);
  }
  return groups;
}
