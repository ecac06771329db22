import type { SourceLine } from './lines';

import { linesOf } from './read-parts';
import type { SplitFormat, SplitRule } from './rule';
import { compilePattern, SPLIT_PRESETS } from './rule';
import { splitAt } from './split';

/** Why a file seems to hold several articles. */
export interface SplitFound {
  readonly rule: SplitRule;
  readonly count: number;
  /** Is there no doubt, so that the file may be cut without a word? */
  readonly sure: boolean;
}

/**
 * Less than this is a heading or a line of its own rather than an article; where the pattern leaves no doubt, an agency's
 * shortest brief is one. UTF-16 units of words.
 */
const SHORTEST = { doubtful: 250, sure: 60 } as const;
/** On a web page lines, headings and pages part sections of one article. */
const NOT_ON_PAGES: ReadonlySet<string> = new Set(['row', 'page']);

/**
 * Does this file hold several articles? Tries the patterns that are known, those of this person first; null
 * when none parts it into pieces of an article's length. Cheap: a few tests a line.
 */
export function detectSplit(
  source: string,
  format: SplitFormat,
  remembered: readonly SplitRule[] = [],
): SplitFound | null {
  if (source.length < 2 * SHORTEST.sure) return null;
  const presets = SPLIT_PRESETS.filter(({ id }) => format !== 'html' || !NOT_ON_PAGES.has(id));
  const known: readonly (SplitRule & { readonly sure: boolean })[] = [
    ...remembered.toReversed().map((rule) => ({ ...rule, sure: true })),
    ...presets.map(({ pattern, line, cover, sure }) => ({ pattern, line, cover, sure, fields: {} })),
  ];
  const lines = linesOf(source, format);
  for (const { sure, ...rule } of known) {
    const count = countParts(lines, source.length, rule, sure ? SHORTEST.sure : SHORTEST.doubtful);
    if (count > 0) return { rule, count, sure };
  }
  return null;
}

/** Into how many articles a rule parts a source; 0 when most of them are shorter than `shortest`. */
function countParts(lines: readonly SourceLine[], length: number, rule: SplitRule, shortest: number): number {
  const pattern = compilePattern(rule.pattern);
  if (typeof pattern === 'string') return 0;
  const matches = lines.filter(({ text }) => pattern.test(text)).length;
  if (matches === 0 || matches > lines.length / 2) return 0;
  const parts = splitAt(lines, length, pattern, rule).filter(({ kind }) => kind === 'article');
  const words = parts.map(() => 0);
  let part = 0;
  for (const { text, start } of lines) {
    while (part < parts.length && parts[part]!.end <= start) part++;
    if (part < parts.length && start >= parts[part]!.start) words[part]! += text.length;
  }
  const long = words.filter((count) => count >= shortest).length;
  return long >= 2 && long >= parts.length * 0.6 ? parts.length : 0;
}
