import type { Article, Speaker } from '../project/model';
import { sentences, trim } from '../text/sentences';
import type { Span } from '../text/span';
import { contains, coveredLength, hull, overlaps } from '../text/span';
import type { Attribution } from './attribute/attribution';
import { placed, spanOf } from './attribute/attribution';
import { attributions } from './attribute/attributions';
import { attributedAfter, attributedBefore } from './attribute/beside';
import { isWritten } from './attribute/medium';
import { peopleOf } from './names/people';
import type { QuoteProposal } from './proposal';
import type { QuotedPassage } from './read/quoted-passages';
import { readArticle, regionOf } from './read/read-article';
import { resolve } from './resolve';

/**
 * The frame of a quote at a place: content, form, cue, source. With `exact` the content is `passage` itself,
 * with the quotation marks directly around it. Otherwise `passage` is a cursor, perhaps an empty span: the
 * content is the quote found around it, a quoted passage however short, or else the sentence.
 */
export function frameAt(
  article: Article,
  speakers: Iterable<Speaker>,
  passage: Span,
  exact: boolean,
): QuoteProposal {
  const found = exact ? framed(article, withMarks(article, passage)) : around(article, passage);
  const reading = readArticle(article);
  // Those found elsewhere tell whom a pronoun means here.
  const all = [...attributions(article).filter((next) => next !== found), found];
  const proposals = resolve(reading, peopleOf(reading, [...speakers]), all);
  return proposals[all.indexOf(found)]!;
}

function around(article: Article, cursor: Span): Attribution {
  const all = attributions(article);
  const holds = (span: Span | null | undefined) =>
    !!span && span.start <= cursor.start && cursor.end <= span.end;
  const smallest = (list: readonly Attribution[]) =>
    [...list].sort((a, b) => coveredLength(a.spans) - coveredLength(b.spans))[0];
  const said = smallest(all.filter(({ spans }) => spans.some(holds)));
  const short = quotedAround(article, holds);
  if (short && (!said || coveredLength(short) < coveredLength(said.spans))) {
    const inSaid = said?.passages.some(({ spans }) => spans[0]!.start === short[0]!.start);
    if (!said || !inSaid) return said ?? framed(article, short[0]!);
  }
  if (said) return said;
  const beside = all.filter(
    ({ spans, cue, source }) => holds(cue) || holds(source?.span) || holds(hull(spans)),
  );
  return smallest(beside) ?? framed(article, sentenceAt(article, cursor) ?? cursor);
}

/** The outermost quoted passage around a place, however short. */
function quotedAround(article: Article, holds: (span: Span) => boolean): readonly Span[] | null {
  for (const { tokens } of readArticle(article).blocks) {
    for (const { passage } of tokens) if (passage?.spans.some(holds)) return passage.spans;
  }
  return null;
}

function sentenceAt({ text, blocks, language }: Article, cursor: Span): Span | null {
  const block = blocks.find(({ start, end }) => start <= cursor.start && cursor.end <= end);
  if (!block) return trim(text, cursor);
  const all = sentences(text, block, language);
  return (
    all.find(({ start, end }) => start <= cursor.start && cursor.end <= end) ??
    all.find(({ end }) => cursor.start <= end) ??
    trim(text, block)
  );
}

/** A passage given by hand, read as if it stood in quotation marks. */
function framed(article: Article, content: Span): Attribution {
  const { text } = article;
  const reading = readArticle(article);
  const same = attributions(article).find(
    ({ spans }) => spans.length === 1 && spans[0]!.start === content.start && spans[0]!.end === content.end,
  );
  if (same) return same;
  const inside = attributions(article)
    .filter(({ spans }) => spans.some((span) => contains(span, content)))
    .sort((a, b) => coveredLength(a.spans) - coveredLength(b.spans))[0];
  const region = reading.blocks.find((next) => contains(next, content));
  const quoted =
    region?.tokens
      .flatMap(({ passage }) => passage ?? [])
      .filter(({ spans }) => spans.some((span) => overlaps(span, content))) ?? [];
  const whole = quoted.some(({ spans }) => spans.some((span) => contains(span, content)));
  const form = whole ? 'direct' : quoted.length > 0 ? 'mixed' : 'indirect';
  const passages = quoted.filter(({ spans }) => spans.every((span) => contains(content, span)));
  const bare: Attribution = { spans: [content], form, medium: 'speech', cue: null, source: null, passages };
  if (inside) return { ...bare, medium: inside.medium, cue: inside.cue, source: inside.source };
  if (!region) return bare;
  const masked: QuotedPassage = { spans: [content], inside: [] };
  const others = region.tokens
    .flatMap(({ passage }) => passage ?? [])
    .filter((next) => !next.spans.some((span) => overlaps(span, content)));
  const around = [...others, masked].sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  const own = regionOf(article, {
    span: region,
    block: region.block,
    at: region.at,
    passages: around,
    within: null,
  });
  const at = own.tokens.findIndex(({ passage }) => passage === masked);
  if (at < 0) return bare;
  const { from } = own.sentences.find((next) => next.from <= at && at < next.to)!;
  const beside = attributedAfter(own, at, text) ?? attributedBefore(own, from, at);
  if (!beside) return bare;
  const medium = isWritten(own, beside) ? 'writing' : 'speech';
  return { ...bare, medium, cue: beside.cue && spanOf(own, beside.cue), source: placed(own, beside.source) };
}

/** Takes in the quotation marks that stand directly around a passage. */
function withMarks({ text, blocks }: Article, passage: Span): Span {
  const block = blocks.find((next) => contains(next, passage));
  if (!block) return passage;
  const before = passage.start > block.start ? text[passage.start - 1]! : '';
  const after = passage.end < block.end ? text[passage.end]! : '';
  const pairs = ['“”', '""', '“"', '"”', '„“', '„”', '«»', '»«', '‘’', "''", '‹›', '””'];
  if (pairs.includes(before + after)) return { start: passage.start - 1, end: passage.end + 1 };
  return passage;
}
