import type { ArticleOrder, ArticleSort } from '../../core/project/article-order';
import type { ReadingStatus } from '../../core/project/model';

/** A status inside a sentence: "Mark article as being read". */
export const STATUS_IN_SENTENCE: Readonly<Record<ReadingStatus, string>> = {
  new: 'new',
  reading: 'being read',
  coded: 'coded',
  checked: 'checked',
};

/** What articles can be sorted by, with both ways in words; the way that is meant at first stands first. */
export const SORT_WORDS: Readonly<
  Record<
    ArticleSort,
    {
      readonly label: string;
      readonly ways: readonly [boolean, boolean];
      readonly words: readonly [string, string];
    }
  >
> = {
  added: { label: 'As added', ways: [false, true], words: ['earliest first', 'latest first'] },
  date: { label: 'Date', ways: [false, true], words: ['oldest first', 'newest first'] },
  title: { label: 'Title', ways: [false, true], words: ['A–Z', 'Z–A'] },
  outlet: { label: 'Outlet', ways: [false, true], words: ['A–Z', 'Z–A'] },
  status: { label: 'Status', ways: [false, true], words: ['new first', 'checked first'] },
  annotations: { label: 'Annotations', ways: [true, false], words: ['most first', 'fewest first'] },
  changed: { label: 'Last changed', ways: [true, false], words: ['latest first', 'oldest first'] },
};

/** "Date, newest first" */
export function orderInWords({ by, descending }: ArticleOrder): string {
  const { label, ways, words } = SORT_WORDS[by];
  return `${label}, ${words[ways.indexOf(descending)]}`;
}
