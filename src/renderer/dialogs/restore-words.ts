import type { RowCounts } from '../../core/project/restore-summary';
import type { BackupItem } from '../../shared/api';
import { plural } from '../ui/words';

/** When a backup was made, as the locale writes a date and a time of day. */
export function whenInWords(at: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime())
    ? at
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** A size in the unit that a person would use. */
export function sizeInWords(bytes: number): string {
  const [unit, size] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const digits = size < 10 ? 1 : 0;
  return size.toLocaleString(undefined, {
    style: 'unit',
    unit,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** Why it was made, as a sentence begins. */
export function reasonInWords({ reason }: BackupItem): string {
  return reason === '' ? 'No reason is given' : reason.charAt(0).toUpperCase() + reason.slice(1);
}

/** What a backup says it holds, and its size. */
export function amountInWords({ articles, annotations, bytes }: BackupItem): string {
  if (articles === null || annotations === null) return sizeInWords(bytes);
  return [plural(articles, 'article'), plural(annotations, 'annotation'), sizeInWords(bytes)].join(' · ');
}

/** What would happen to rows of one kind; empty when nothing would. */
export function fateInWords({ back, gone, changed }: RowCounts, one: string, many = `${one}s`): string {
  const parts = [
    back > 0 && `${plural(back, one, many)} ${back === 1 ? 'comes' : 'come'} back`,
    gone > 0 && `${plural(gone, one, many)} ${gone === 1 ? 'goes' : 'go'}`,
    changed > 0 && `${plural(changed, one, many)} ${changed === 1 ? 'is' : 'are'} as before`,
  ];
  return parts.filter(Boolean).join(', ');
}
