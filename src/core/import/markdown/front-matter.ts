import { fieldOf, learnLabelled } from '../detect/labels';
import type { Facts } from '../facts';
import { languageTag, learn } from '../facts';

/** What the lines between `---` say, and where the text after them begins (UTF-16). */
export interface FrontMatter {
  readonly facts: Facts;
  readonly end: number;
}

/** Front matter longer than this, in UTF-16 units, is a text that happens to begin with a rule. */
const LONGEST = 20_000;

/**
 * Reads the lines "title: …", "author: …", "date: …", "outlet: …", "url: …", "lang: …" between two lines
 * `---` at the very top. Quoted values, `[a, b]` and lists of `- a` lines are understood; the rest of YAML
 * is not, and other keys are passed over. Without front matter `end` is 0.
 */
export function readFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text.slice(0, LONGEST));
  const facts: Facts = {};
  if (!match || !/^[\p{L}][\p{L}\d _-]*:/mu.test(match[1]!)) return { facts, end: 0 };
  for (const [key, value] of entries(match[1]!)) {
    const field = /^(?:description|subheadline|sub-?title)$/iu.test(key) ? 'standfirst' : fieldOf(key);
    if (field === 'language') learn(facts, field, languageTag(value));
    else if (field) learnLabelled(facts, field, value);
  }
  return { facts, end: match[0].length };
}

function entries(source: string): readonly (readonly [string, string])[] {
  const found: [string, string[]][] = [];
  for (const line of source.split('\n')) {
    const item = /^\s*-\s+(?:name:\s*)?(.+)$/u.exec(line);
    const pair = /^([\p{L}][\p{L}\d _-]*?)\s*:(?:\s+(.*))?$/u.exec(line);
    if (pair) found.push([pair[1]!, pair[2] ? valuesIn(pair[2]) : []]);
    else if (item) found.at(-1)?.[1].push(unquote(item[1]!));
  }
  return found.map(([key, values]) => [key, values.join(', ')]);
}

function valuesIn(value: string): string[] {
  const list = /^\[(.*)\]$/u.exec(value.trim());
  return list ? list[1]!.split(',').map(unquote) : [unquote(value)];
}

function unquote(value: string): string {
  const clean = value.trim();
  const match = /^(["'])(.*)\1$/u.exec(clean);
  if (!match) return clean;
  return match[1] === '"' ? match[2]!.replaceAll('\\"', '"') : match[2]!.replaceAll("''", "'");
}
