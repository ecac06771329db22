import type { Code } from '../codes/code';
import { append } from '../marks/append';
import type { Database } from '../marks/databases';
import { textCell } from '../marks/databases';

/**
 * The codes of a project, below their categories: a category groups, a code may have codes below it in newer versions.
 * What is below itself or below nothing stands at the top.
 */
export function codesIn(database: Database): readonly Code[] {
  const parents = new Map<string, string>();
  const codes = new Map<string, Omit<Code, 'children'>>();
  const put = (key: string, parent: string, code: Omit<Code, 'key' | 'children'>) => {
    codes.set(key, { key, ...code });
    parents.set(key, parent);
  };
  for (const { cells } of database.rows('code_cat')) {
    const words = { name: textCell(cells.name), colour: '', description: textCell(cells.memo) };
    put(categoryKey(cells.catid), categoryKey(cells.supercatid), { ...words, codable: false });
  }
  for (const { cells } of database.needed('code_name', ['cid', 'name'])) {
    const above = textCell(cells.supercid) === '' ? categoryKey(cells.catid) : codeKey(cells.supercid);
    const words = { name: textCell(cells.name), description: textCell(cells.memo) };
    put(codeKey(cells.cid), above, { ...words, colour: textCell(cells.color), codable: true });
  }
  const below = new Map<string, string[]>();
  for (const key of codes.keys()) {
    const parent = rooted(key, parents) ? parents.get(key)! : '';
    const under = codes.has(parent) ? parent : '';
    append(below, under, key);
  }
  const build = (key: string): Code => ({ ...codes.get(key)!, children: (below.get(key) ?? []).map(build) });
  const holdsCodes = ({ codable, children }: Code): boolean => codable || children.some(holdsCodes);
  return (below.get('') ?? []).map(build).filter(holdsCodes);
}

/** What a coding refers to a code by. */
export function codeKey(cid: unknown): string {
  return `code ${textCell(cid)}`;
}

function categoryKey(catid: unknown): string {
  return `category ${textCell(catid)}`;
}

/** Deeper than anyone sorts codes; a chain that is longer runs in a circle or means harm. */
const DEEPEST = 50;

/** Does the way up from the code come to an end? */
function rooted(key: string, parents: ReadonlyMap<string, string>): boolean {
  let at: string | undefined = key;
  for (let step = 0; step < DEEPEST && at !== undefined; step++) at = parents.get(at);
  return at === undefined;
}
