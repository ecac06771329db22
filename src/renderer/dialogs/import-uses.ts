import type { ColumnUse } from '../../core/import/corpus/choice';
import type { DatesRead } from '../../core/import/corpus/dates';
import type { FieldUse } from '../../core/import/split/labels';

/** What a column or a labelled line may be, in the words of a person. */
export const COLUMN_USES: readonly (readonly [ColumnUse, string])[] = [
  ['text', 'Text'],
  ['title', 'Title'],
  ['standfirst', 'Standfirst'],
  ['publishedAt', 'Date'],
  ['outlet', 'Outlet'],
  ['byline', 'Author'],
  ['url', 'Address'],
  ['language', 'Language'],
  ['id', 'Number or id'],
  ['kept', 'Kept as metadata'],
  ['out', 'Left out'],
];

export const FIELD_USES: readonly (readonly [FieldUse, string])[] = [
  ...COLUMN_USES.map(([use, words]): [FieldUse, string] =>
    use === 'text' ? [use, 'Text, without its label'] : [use, words],
  ),
  ['stays', 'Stays in the text'],
];

/** How the dates of a column were understood, in a sentence or two. */
export function datesWords({ form, order, open, understood, count, example, strange }: DatesRead): string {
  if (open && !order) return 'Day and month of some dates cannot be told apart. Say which comes first.';
  const [written, iso] = example ?? [];
  const read = written && iso ? `“${written}” is read as ${longDate(iso)}${FORMS[form]}. ` : '';
  const which =
    understood === count ? (count === 1 ? '' : `All ${count.toLocaleString()} are understood.`) : '';
  const not =
    understood < count
      ? `${understood.toLocaleString()} of ${count.toLocaleString()} are understood; “${strange}” is not.`
      : '';
  return `${read}${which}${not}`.trim();
}

const FORMS: Readonly<Record<DatesRead['form'], string>> = {
  iso: '',
  words: '',
  numbers: '',
  seconds: ', as seconds since 1970',
  none: '',
};

/** With the month in words, so that it cannot be mistaken for the day. */
function longDate(iso: string): string {
  return new Date(`${iso}T12:00:00`).toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}
