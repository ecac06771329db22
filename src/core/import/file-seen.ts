import type { ColumnChoice } from './corpus/choice';
import { columnsKey } from './corpus/choice';
import type { DatesRead } from './corpus/dates';
import type { ColumnSeen } from './corpus/guess';
import type { UnhashedDraft } from './draft';
import type { SplitFound } from './split/detect-split';
import type { FieldSeen } from './split/read-parts';
import type { SplitRule } from './split/rule';

/** How a file is read that may hold several articles. */
export type ReadingWay =
  | { readonly kind: 'columns'; readonly choice: ColumnChoice }
  | { readonly kind: 'parts'; readonly rule: SplitRule }
  /** As one article. */
  | { readonly kind: 'one' };

/** Ways that files were read before, those used last standing last. */
export interface RememberedWays {
  readonly columns: readonly { readonly names: readonly string[]; readonly choice: ColumnChoice }[];
  readonly splits: readonly SplitRule[];
}

/** Do two ways read a file alike? */
export function sameWay(a: ReadingWay, b: ReadingWay): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** The same with its keys, and lists that have no order, in one order. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.toSorted();
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return entries.sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, one]) => [key, ordered(one)]);
}

/** A file as it was read in some way, for a person to see before anything is taken from it. */
export interface FileSeen {
  /** How it was read, with what was guessed. */
  readonly way: ReadingWay;
  readonly format: UnhashedDraft['origin']['format'];
  readonly encoding: string;
  readonly encodingCertain: boolean;
  /** How many articles came of it. */
  readonly count: number;
  /** The first of them, cut short. */
  readonly first: readonly SeenArticle[];
  /** What is wrong with single rows or parts: the first few, and how many there are. */
  readonly problems: readonly string[];
  readonly problemCount: number;
  readonly columns?: readonly ColumnSeen[];
  readonly dates?: DatesRead;
  readonly fields?: readonly FieldSeen[];
  /** The beginning of what stands before the first article and is left out. */
  readonly cover?: string;
  /** It was read as one article, but seems to hold several. */
  readonly offer?: SplitFound;
}

/** The beginning of an article, and all that is known about it. */
export interface SeenArticle extends Omit<UnhashedDraft, 'blocks' | 'origin'> {
  /** The length of the whole text in UTF-16 units; `text` may be only its beginning. */
  readonly length: number;
}

/** So many articles are shown, each by so many UTF-16 units. */
const SHOWN = 60;
const WORDS = 700;
const FEW_WORDS = 160;

/** The first of the articles, cut short. */
export function firstOf(drafts: readonly UnhashedDraft[]): readonly SeenArticle[] {
  return drafts.slice(0, SHOWN).map(({ blocks: _blocks, origin: _origin, text, ...known }, index) => {
    const most = index < 3 ? WORDS : FEW_WORDS;
    const cut = text.length > most ? text.slice(0, most).replace(/\p{Surrogate}$/u, '') : text;
    return { ...known, text: cut, length: text.length };
  });
}

/** The way in which a file with these columns was read before. */
export function rememberedColumns(
  ways: RememberedWays | undefined,
  names: readonly string[],
): ColumnChoice | undefined {
  const key = columnsKey(names);
  return ways?.columns.findLast((entry) => columnsKey(entry.names) === key)?.choice;
}

/** So many ways of each kind are remembered. */
const MOST = 40;

/** Remembers how a file was read; what was known of the same columns or the same pattern goes. */
export function withRemembered(
  { columns, splits }: RememberedWays,
  way: ReadingWay,
  names: readonly string[],
): RememberedWays {
  if (way.kind === 'columns') {
    const key = columnsKey(names);
    const others = columns.filter((entry) => columnsKey(entry.names) !== key);
    return { columns: [...others, { names, choice: way.choice }].slice(-MOST), splits };
  }
  if (way.kind === 'one') return { columns, splits };
  const others = splits.filter(({ pattern }) => pattern !== way.rule.pattern);
  return { columns, splits: [...others, way.rule].slice(-MOST) };
}
