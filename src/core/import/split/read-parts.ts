import type { Span } from '../../text/span';
import type { Detected } from '../detect/detect-blocks';
import { detectBlocks } from '../detect/detect-blocks';
import type { UnhashedDraft } from '../draft';
import type { FromMarkup } from '../html/document';
import { readHtml } from '../html/document';
import { readMarkdown } from '../markdown/document';
import { withMetadata } from '../metadata';
import { normaliseText, replacementNote } from '../normalise-text';
import { draftOf, partNote } from '../read-article';
import { fieldLines } from './field-lines';
import { htmlLines } from './html-lines';
import type { FieldUse } from './labels';
import { knownUse, labelKey } from './labels';
import type { SourceLine } from './lines';
import { textLines } from './lines';
import { readPart } from './part-text';
import type { SplitFormat, SplitRule } from './rule';
import { compilePattern } from './rule';
import type { SplitPiece } from './split';
import { splitAt } from './split';

/** One article of a file that was cut. */
export interface PartArticle {
  /** From 1. */
  readonly number: number;
  readonly draft: UnhashedDraft;
  /** Its own piece of the source, UTF-16. */
  readonly piece: Span;
}

/** A label that lines at the beginning or the end of articles have. */
export interface FieldSeen {
  readonly label: string;
  /** In how many articles. */
  readonly count: number;
  readonly sample: string;
  readonly use: FieldUse;
}

export interface Parts {
  readonly articles: readonly PartArticle[];
  /** From first to last; joined they are the source. */
  readonly pieces: readonly SplitPiece[];
  readonly fields: readonly FieldSeen[];
  /** What is wrong with single articles, a sentence each. */
  readonly problems: readonly string[];
}

export interface PartOptions {
  readonly fileName: string | null;
  readonly encoding: string;
  /** The source is the article of this number (from 1) of a larger file, already cut out. */
  readonly record?: number | undefined;
}

/** More are not shown in one preview. */
const MOST_ARTICLES = 10_000;

/** The lines that a pattern is held against. */
export function linesOf(source: string, format: SplitFormat): readonly SourceLine[] {
  return format === 'html' ? htmlLines(source) : textLines(source);
}

/** Cuts a source into articles and reads each. Throws a RangeError for a pattern that is none. */
export function readParts(source: string, format: SplitFormat, rule: SplitRule, options: PartOptions): Parts {
  const { record: of, ...origin } = options;
  const pieces: readonly SplitPiece[] =
    of === undefined ? cut(source, format, rule) : [{ kind: 'article', start: 0, end: source.length }];
  const wanted = pieces.filter(({ kind }) => kind === 'article').slice(0, MOST_ARTICLES);
  const found = wanted.map(({ start, end }) => structure(source.slice(start, end), format));
  const fields = seenFields(found, rule.fields);
  const uses = new Map(fields.map(({ label, use }) => [labelKey(label), use]));
  const lookUp = (label: string) => uses.get(labelKey(label)) ?? 'stays';
  const articles: PartArticle[] = [];
  const problems: string[] = [];
  wanted.forEach((piece, index) => {
    const { text, lineEnds, replaced } = found[index]!;
    const number = of ?? index + 1;
    const { text: read, id, kept } = readPart(text, format === 'html', lookUp);
    const note = wanted.length > 1 || of !== undefined ? partNote(number, id) : undefined;
    const draft = draftOf(read, { ...origin, format, lineEnds }, note, replacementNote(replaced));
    if (draft) articles.push({ number, draft: withMetadata(draft, kept), piece });
    else problems.push(`Part ${number} has no text.`);
  });
  const all = pieces.filter(({ kind }) => kind === 'article').length;
  if (all > MOST_ARTICLES) problems.push(`Only the first ${MOST_ARTICLES} of ${all} articles were read.`);
  return { articles, pieces, fields, problems };
}

function cut(source: string, format: SplitFormat, rule: SplitRule): readonly SplitPiece[] {
  const pattern = compilePattern(rule.pattern);
  if (typeof pattern === 'string') throw new RangeError(pattern);
  return splitAt(linesOf(source, format), source.length, pattern, rule);
}

interface Structured {
  readonly text: FromMarkup;
  readonly lineEnds: UnhashedDraft['origin']['lineEnds'];
  readonly replaced: number;
}

function structure(piece: string, format: SplitFormat): Structured {
  const { text, ...how } = normaliseText(piece.replace(/^(?:[^\S\n\r]*(?:\r\n|[\n\r\f]))+/u, ''));
  const plain = (): FromMarkup => ({ text, ...(detectBlocks(text) satisfies Detected) });
  if (format === 'html') return { text: readHtml(text, { whole: true }), ...how };
  return { text: (format === 'md' ? readMarkdown(text) : undefined) ?? plain(), ...how };
}

/** The labels that are known, or that at least half of the articles have. */
function seenFields(found: readonly Structured[], said: SplitRule['fields']): readonly FieldSeen[] {
  const seen = new Map<string, { label: string; count: number; sample: string }>();
  for (const { text } of found) {
    const own = new Set<string>();
    for (const { label, value } of fieldLines(text.text)) {
      const name = labelKey(label);
      if (own.has(name)) continue;
      own.add(name);
      const before = seen.get(name);
      if (before) before.count++;
      else seen.set(name, { label, count: 1, sample: value.replace(/\s+/gu, ' ').slice(0, 120) });
    }
  }
  return [...seen]
    .map(([name, field]): FieldSeen => {
      const use = Object.hasOwn(said, name) ? said[name]! : (knownUse(field.label) ?? 'stays');
      return { ...field, use };
    })
    .filter(({ label, count }) => knownUse(label) !== undefined || (count >= 2 && count >= found.length / 2))
    .slice(0, 60);
}
