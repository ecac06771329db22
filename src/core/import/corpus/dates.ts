import { findDate } from '../detect/dates';

/** Which of the first two numbers of "03/04/2024" is the day. */
export type DateOrder = 'day' | 'month';

/** How the dates of a column are written, and how far they were understood. */
export interface DatesRead {
  /** How most of them are written. */
  readonly form: 'iso' | 'words' | 'numbers' | 'seconds' | 'none';
  /** How dates in numbers are read; absent while nothing tells day from month. */
  readonly order?: DateOrder;
  /** Are there dates that could be read either way? */
  readonly open: boolean;
  readonly understood: number;
  /** Values that are not empty. */
  readonly count: number;
  /** A value as it stands, and the date it was read as (YYYY-MM-DD). */
  readonly example?: readonly [string, string];
  /** The first value that was not understood. */
  readonly strange?: string;
}

const NUMBERS = /^\D{0,20}?(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u;

/**
 * A date in words, ISO 8601, numbers, or seconds or milliseconds since 1970, as YYYY-MM-DD. "03/04/2024" is
 * only read when `order` says how.
 */
export function dateOf(value: string, order?: DateOrder): string | undefined {
  const clean = value.trim().slice(0, 300);
  if (isSeconds(clean)) {
    return new Date(Number(clean) * (clean.length > 11 && !clean.includes('.') ? 1 : 1000))
      .toISOString()
      .slice(0, 10);
  }
  const numbers = order && NUMBERS.exec(clean);
  if (numbers) {
    const [, first, , second, year] = numbers;
    const full = year!.length === 4 ? year! : `${Number(year) < 70 ? 20 : 19}${year}`;
    const [day, month] = order === 'day' ? [first, second] : [second, first];
    const iso = findDate(`${full}-${month}-${day}`)?.iso;
    if (iso !== undefined) return iso;
  }
  return findDate(clean)?.iso;
}

/** Looks over a column of dates. `order` is what the person said; without it the unmistakable ones decide. */
export function readDates(values: Iterable<string>, order?: DateOrder): DatesRead {
  const filled = [...values].map((value) => value.trim()).filter((value) => value !== '');
  const told = order ?? orderOf(filled);
  const forms = { iso: 0, words: 0, numbers: 0, seconds: 0 };
  let understood = 0;
  let example: readonly [string, string] | undefined;
  let strange: string | undefined;
  for (const value of filled) {
    const iso = dateOf(value, told);
    if (iso === undefined) {
      strange ??= value.slice(0, 60);
      continue;
    }
    understood++;
    forms[formOf(value)]++;
    example ??= [value.slice(0, 60), iso];
  }
  const [form, most] = (Object.entries(forms) as [keyof typeof forms, number][]).reduce((best, next) =>
    next[1] > best[1] ? next : best,
  );
  return {
    form: most > 0 ? form : 'none',
    open: filled.some(isOpen),
    understood,
    count: filled.length,
    ...(told ? { order: told } : {}),
    ...(example ? { example } : {}),
    ...(strange === undefined ? {} : { strange }),
  };
}

/** What the dates that leave no choice say, unless they contradict each other. */
function orderOf(values: readonly string[]): DateOrder | undefined {
  let day = false;
  let month = false;
  for (const value of values) {
    const match = NUMBERS.exec(value);
    if (!match) continue;
    if (Number(match[1]) > 12) day = true;
    if (Number(match[3]) > 12) month = true;
    // With full stops it is the German way.
    if (match[2] === '.' && !month) day = true;
  }
  return day === month ? undefined : day ? 'day' : 'month';
}

function isOpen(value: string): boolean {
  const match = NUMBERS.exec(value);
  return match !== null && match[1] !== match[3] && Number(match[1]) <= 12 && Number(match[3]) <= 12;
}

function isSeconds(value: string): boolean {
  return /^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/u.test(value);
}

function formOf(value: string): 'iso' | 'words' | 'numbers' | 'seconds' {
  if (isSeconds(value)) return 'seconds';
  if (/^\D{0,20}?\d{4}[-/.]\d/u.test(value)) return 'iso';
  return NUMBERS.test(value) ? 'numbers' : 'words';
}
