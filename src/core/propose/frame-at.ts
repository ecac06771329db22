import type { Article, Speaker } from '../project/model';
import { sentences, trim } from '../text/sentences';
import type { Span } from '../text/span';
import { contains, coveredLength, hull } from '../text/span';
import type { Attribution } from './attribute/attribution';
import { attributions } from './attribute/attributions';
import { attributionOfPassage } from './attribute/given-passage';
import { peopleOf } from './names/people';
import type { QuoteProposal } from './proposal';
import { readArticle } from './read/read-article';
import { resolve } from './resolve';

/**
 * The frame of a quote at a place: content, form, cue, source. With `exact` the content is `passage` itself,
 * with the quotation marks directly around it. Otherwise `passage` is a cursor, perhaps an empty span: the
 * content is the quote found around it, or a quoted passage however short, or else the sentence. Without any
 * text there are no spans.
 */
export function frameAt(
  article: Article,
  speakers: Iterable<Speaker>,
  passage: Span,
  exact: boolean,
): QuoteProposal {
  const given = exact ? trim(article.text, passage) : null;
  const found = given ? attributionOfPassage(article, withMarks(article, given)) : around(article, passage);
  const reading = readArticle(article);
  // The others tell whom a pronoun means here.
  const all = [...attributions(article).filter((next) => next !== found), found];
  return resolve(reading, peopleOf(reading, [...speakers], all), all).at(-1)!;
}

function around(article: Article, cursor: Span): Attribution {
  const all = attributions(article);
  const holds = (span: Span | null | undefined) =>
    !!span && span.start <= cursor.start && cursor.end <= span.end;
  const said = smallest(all.filter(({ spans }) => spans.some(holds)));
  if (said) return said;
  const short = quotedAround(article, holds);
  if (short) return attributionOfPassage(article, short);
  const beside = all.filter(
    ({ spans, cue, source }) => holds(cue) || holds(source?.span) || holds(hull(spans)),
  );
  return smallest(beside) ?? attributionOfPassage(article, sentenceAt(article, cursor));
}

function smallest(list: readonly Attribution[]): Attribution | undefined {
  return [...list].sort((a, b) => coveredLength(a.spans) - coveredLength(b.spans))[0];
}

/** The outermost quoted passage around a place, however short. */
function quotedAround(article: Article, holds: (span: Span) => boolean): Span | null {
  for (const { tokens } of readArticle(article).blocks) {
    for (const { passage } of tokens) {
      const part = passage?.spans.find(holds);
      if (part) return part;
    }
  }
  return null;
}

/** The sentence at a place, or the nearest one; empty where there is no text. */
function sentenceAt({ text, blocks, language }: Article, cursor: Span): Span {
  const block = blocks.find(({ end }) => cursor.start <= end) ?? blocks.at(-1);
  const all = block ? sentences(text, block, language) : [];
  return all.find(({ end }) => cursor.start <= end) ?? all.at(-1) ?? { start: 0, end: 0 };
}

const PAIRS = ['“”', '""', '“"', '"”', '„“', '„”', '«»', '»«', '‘’', "''", '‹›', '””'];

/** Takes in the quotation marks that stand directly around a passage. */
function withMarks({ text, blocks }: Article, passage: Span): Span {
  const block = blocks.find((next) => contains(next, passage));
  if (!block || passage.start === block.start || passage.end === block.end) return passage;
  const marks = text[passage.start - 1]! + text[passage.end]!;
  return PAIRS.includes(marks) ? { start: passage.start - 1, end: passage.end + 1 } : passage;
}
