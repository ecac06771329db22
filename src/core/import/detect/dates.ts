/** A date found in a line: ISO 8601 (YYYY-MM-DD), and where it stands in the line (UTF-16). */
export interface FoundDate {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan januar jänner jän',
    'february feb februar feber',
    'march mar märz mär',
    'april apr',
    'may mai',
    'june jun juni',
    'july jul juli',
    'august aug',
    'september sept sep',
    'october oct oktober okt',
    'november nov',
    'december dec dezember dez',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1])),
);

const MONTH = `(?<month>${Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')})\\.?`;
const DAY = '(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?';
const YEAR = '(?<year>(?:1[6-9]|20)\\d{2})(?!\\d)';

/** In order of trust. A purely numeric date is read only where day and month cannot be confused. */
const SPELLINGS: readonly RegExp[] = [
  /(?<!\d)(?<year>(?:1[6-9]|20)\d{2})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/iu,
  new RegExp(`(?<![\\p{L}\\d])${DAY}\\s+(?:of\\s+)?${MONTH},?\\s+${YEAR}`, 'iu'),
  new RegExp(`(?<!\\p{L})${MONTH}\\s+${DAY},?\\s+${YEAR}`, 'iu'),
  // German, with full stops, is day first by convention.
  /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>(?:1[6-9]|20)\d{2})(?!\d)/iu,
  /(?<!\d)(?<day>1[3-9]|2\d|3[01])\/(?<month>\d{1,2})\/(?<year>(?:1[6-9]|20)\d{2})(?!\d)/iu,
  /(?<!\d)(?<month>\d{1,2})\/(?<day>1[3-9]|2\d|3[01])\/(?<year>(?:1[6-9]|20)\d{2})(?!\d)/iu,
];

/** The first date in a line that the calendar has, or undefined. Looks at the first 300 UTF-16 units. */
export function findDate(line: string): FoundDate | undefined {
  const source = line.slice(0, 300);
  let first: FoundDate | undefined;
  for (const spelling of SPELLINGS) {
    const match = spelling.exec(source);
    const groups = match?.groups;
    if (!match || !groups) continue;
    const month = MONTHS[groups.month!.toLowerCase()] ?? Number(groups.month);
    const iso = isoDate(Number(groups.year), month, Number(groups.day));
    if (iso && (!first || match.index < first.start)) {
      first = { iso, start: match.index, end: match.index + match[0].length };
    }
  }
  return first;
}

function isoDate(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined;
  }
  return date.toISOString().slice(0, 10);
}

const WEEKDAY =
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*$|(?<!\p{L})(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?\s*(?:der|den|dem)?\s*$/iu;
const LABEL =
  /(?<!\p{L})(?:first |last |zuletzt )?(?:published|updated|posted|modified|veröffentlicht|aktualisiert|stand|date|datum)(?:\s+(?:on|at|am))?(?!\p{L})/giu;
const TIME =
  /(?:[Aa]t\s+|um\s+|T)?(?<!\d)\d{1,2}(?:(?:[:.]\d{2}){1,2}(?:\.\d+)?(?:\s*[AaPp]\.?[Mm]\.?)?|\s*[AaPp]\.?[Mm]\.?)(?:\s*(?:Z|Uhr|[+-]\d{2}:?\d{2}|\(?(?:[A-Z]{1,4}T|UTC|GMT)\)?))?(?![\p{L}\d])/gu;

/**
 * What remains of a line without its dates, weekdays, times of day and labels ("Updated"): empty for a line
 * that only says when, an outlet or a name for lines that say that too.
 */
export function withoutDates(line: string): string {
  let rest = line;
  for (let found = findDate(rest); found; found = findDate(rest)) {
    rest = `${rest.slice(0, found.start).replace(WEEKDAY, '')} ${rest.slice(found.end)}`;
  }
  return rest
    .replace(TIME, ' ')
    .replace(LABEL, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s,.;:|/·•–—-]+|[\s,;:|/·•–—(-]+$/gu, '');
}
