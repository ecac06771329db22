/** Lines of at most this many characters are not broken up. */
const WIDTH = 100;

/** Keys in the order in which a person wants to read a record; others follow by the alphabet. */
const READING_ORDER = [
  'format schema project id articleId annotatorId name title label kind layer spans start end quote prefix',
  'suffix attributes roles wording description standfirst byline outlet url publishedAt language aliases',
  'version order values default min max diverging targets key on colour form note certainty status',
  'verdict evidence codebookVersion createdAt updatedAt addedAt sha256 origin blocks text articles annotations speakers',
  'claims annotators readings codebook layers',
]
  .join(' ')
  .split(' ');
const RANK = new Map(READING_ORDER.map((key, rank) => [key, rank]));

/** The keys of a record, ordered so that equal records are written alike however they came to be. */
function orderedKeys(record: Readonly<Record<string, unknown>>): readonly string[] {
  const rank = (key: string) => RANK.get(key) ?? READING_ORDER.length;
  return Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * JSON for people and for diff: two spaces of indent, what fits a line on one line, keys in a fixed order,
 * no final newline. Keys whose value is undefined are left out.
 */
export function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${indent}  `;
  const record = value as Readonly<Record<string, unknown>>;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const items = Array.isArray(value)
    ? value.map((item) => printJson(item, inner))
    : orderedKeys(record).map((key) => `${JSON.stringify(key)}: ${printJson(record[key], inner)}`);
  if (items.length === 0) return `${open}${close}`;
  const length = items.reduce((sum, item) => sum + item.length + 2, indent.length + 2);
  // A string of JSON holds no raw newline, so one here means that an item was broken up.
  if (length <= WIDTH && !items.some((item) => item.includes('\n'))) {
    return Array.isArray(value) ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`;
  }
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}
