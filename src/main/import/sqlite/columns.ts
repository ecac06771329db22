import type { SqlValue } from './record';

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** It is the number of the row, which is not stored again. */
  readonly isRowId: boolean;
  /** What rows have that were written before there was the column. */
  readonly fallback: SqlValue;
}

/** Words that begin what is no column: a rule for the table. */
const RULES = new Set(['CONSTRAINT', 'PRIMARY', 'UNIQUE', 'CHECK', 'FOREIGN']);

/** A name or text in any of SQL’s quotes, brackets, a word, or one sign. */
const TOKEN =
  /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]|'(?:[^']|'')*'|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\w$\u0080-\uffff.+-]+|\s+|[\s\S]/g;

/** The columns that a CREATE TABLE statement names, in the order in which rows have them. */
export function columnsOf(sql: string): readonly Column[] {
  const definitions = definitionsIn(sql);
  const columns = definitions.filter(([first]) => first !== undefined && !RULES.has(first.toUpperCase()));
  const keys = definitions.flatMap((tokens) => keyOf(tokens));
  return columns.flatMap(([first, ...rest]): Column[] => {
    const name = plain(first!);
    const words = rest.map((token) => token.toUpperCase());
    const isInteger = words[0] === 'INTEGER';
    const primary = words.indexOf('PRIMARY');
    const own = primary >= 0 && words[primary + 1] === 'KEY' && words[primary + 2] !== 'DESC';
    const alone = keys.length === 1 && keys[0]!.length === 1 && keys[0]![0] === name.toLowerCase();
    const computed = words.indexOf('AS');
    if (computed >= 0 && words[computed + 1] === '(' && !words.includes('STORED')) return [];
    return [{ name, isRowId: isInteger && (own || alone), fallback: fallbackOf(rest, words) }];
  });
}

/** The tokens of each definition between the outer brackets. */
function definitionsIn(sql: string): readonly (readonly string[])[] {
  const definitions: string[][] = [[]];
  let depth = 0;
  for (const [token] of sql.matchAll(TOKEN)) {
    if (/^(?:\s|--|\/\*)/.test(token)) continue;
    if (token === ')' && --depth === 0) break;
    if (depth === 1 && token === ',') definitions.push([]);
    else if (depth >= 1) definitions.at(-1)!.push(token);
    if (token === '(') depth++;
  }
  return definitions;
}

/** The columns of a primary key that is a rule of its own. */
function keyOf(tokens: readonly string[]): readonly (readonly string[])[] {
  const words = tokens.map((token) => token.toUpperCase());
  const at = words.indexOf('PRIMARY');
  if (!RULES.has(words[0] ?? '') || at < 0 || words[at + 1] !== 'KEY' || words[at + 2] !== '(') return [];
  const inside = tokens.slice(at + 3, words.indexOf(')', at));
  return [inside.filter((token) => token !== ',').map((token) => plain(token).toLowerCase())];
}

function fallbackOf(tokens: readonly string[], words: readonly string[]): SqlValue {
  const value = tokens[words.indexOf('DEFAULT') + 1];
  if (!words.includes('DEFAULT') || value === undefined) return null;
  if (value.startsWith("'")) return value.slice(1, -1).replaceAll("''", "'");
  return /^[-+]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : null;
}

function plain(token: string): string {
  const quote = token[0];
  if (quote === '[') return token.slice(1, -1);
  if (quote !== '"' && quote !== '`' && quote !== "'") return token;
  return token.slice(1, -1).replaceAll(quote + quote, quote);
}
