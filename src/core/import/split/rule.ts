import type { FieldUse } from './labels';

/** The kinds of files that may hold several articles under each other. */
export type SplitFormat = 'txt' | 'md' | 'html' | 'pasted';

/** May a file of this kind be cut into articles? */
export function isSplittable(format: string): format is SplitFormat {
  return format === 'txt' || format === 'md' || format === 'html' || format === 'pasted';
}

/** How a file is cut into articles. */
export interface SplitRule {
  /** A regular expression, held against each line by itself, letters of either case. */
  readonly pattern: string;
  /** Does the line stand between two articles, or begin one? */
  readonly line: 'between' | 'begins';
  /** Is what stands before the first such line no article but a cover page? */
  readonly cover: boolean;
  /** What becomes of the lines that begin with a label ("Byline: …"); one not named is known by its words. */
  readonly fields: Readonly<Record<string, FieldUse>>;
}

/** A pattern with a name. */
export interface SplitPreset extends Omit<SplitRule, 'fields'> {
  readonly id: string;
  readonly name: string;
  /** Do two such lines leave no doubt that the file holds several articles? */
  readonly sure: boolean;
}

/** The patterns one may choose from, the surest first. A person may write another. */
export const SPLIT_PRESETS: readonly SplitPreset[] = [
  {
    id: 'numbered',
    name: '“Document 1 of 20”',
    pattern:
      '^((document|article|story|record|result|dokument|artikel) )?\\d+ (of|von|de|/) \\d+( (documents|articles|stories|records|results|dokumenten?|artikeln?))?$',
    line: 'between',
    cover: true,
    sure: true,
  },
  {
    id: 'end',
    name: '“End of Document”',
    pattern: '^(end of (document|article|story)|ende des (dokuments|artikels))\\.?$',
    line: 'between',
    cover: false,
    sure: true,
  },
  {
    id: 'document-id',
    name: '“Document” and its number',
    pattern: '^(document|dokument) [a-z]{2,8}[a-z0-9]{8,}$',
    line: 'between',
    cover: false,
    sure: true,
  },
  {
    id: 'title-field',
    name: 'A line “Title:” or “Headline:”',
    pattern: '^(title|headline|titel|überschrift|hd)\\s*:',
    line: 'begins',
    cover: true,
    sure: false,
  },
  {
    id: 'row',
    name: 'A row of signs (=====, * * *)',
    pattern: '^([=*_~#+–—-])( ?\\1){2,}$',
    line: 'between',
    cover: false,
    sure: false,
  },
  {
    id: 'heading',
    name: 'Each main heading',
    pattern: '^#\\s',
    line: 'begins',
    cover: true,
    sure: false,
  },
  {
    id: 'page',
    name: 'Each new page (form feed)',
    pattern: '^\\f',
    line: 'begins',
    cover: false,
    sure: false,
  },
];

/** No one writes a longer pattern; UTF-16 units. */
const LONGEST = 1000;

/** The pattern as a regular expression, or what is wrong with it in a clause. */
export function compilePattern(pattern: string): RegExp | string {
  if (pattern.trim() === '') return 'there is no pattern';
  if (pattern.length > LONGEST) return `it is longer than ${LONGEST} characters`;
  try {
    return new RegExp(pattern, 'iu');
  } catch {
    // Older ways of writing, such as \\- outside brackets.
  }
  try {
    return new RegExp(pattern, 'i');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return said.replace(/^Invalid regular expression: \/.*\/[a-z]*: /su, '').toLowerCase();
  }
}
