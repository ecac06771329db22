import type { Article } from '../../project/model';
import type { Span } from '../../text/span';
import { contains, coveredLength, normalise, overlaps } from '../../text/span';
import type { QuotedPassage } from '../read/quoted-passages';
import { readArticle } from '../read/read-article';
import { regionOf, sentenceOf } from '../read/region';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import { attributions } from './attributions';
import { attributedAfter } from './beside-after';
import { attributedBefore } from './beside-before';
import { isWritten } from './medium';

/**
 * The attribution of a passage that a person chose: form, cue and source. They are those of the quote that it
 * is or lies in; otherwise it is read as if it stood in quotation marks.
 */
export function attributionOfPassage(article: Article, content: Span): Attribution {
  const all = attributions(article);
  const isIt = ({ spans }: Attribution) =>
    spans.length === 1 && spans[0]!.start === content.start && spans[0]!.end === content.end;
  const bare = unattributed(article, content);
  const same = all.find(isIt);
  if (same) return same;
  const outer = all
    .filter(({ spans }) => spans.some((span) => contains(span, content)))
    .sort((a, b) => coveredLength(a.spans) - coveredLength(b.spans))[0];
  if (outer) return { ...bare, medium: outer.medium, cue: outer.cue, source: outer.source };
  return { ...bare, ...besideIt(article, content) };
}

/** Direct when all of it is quoted, mixed when part of it is. */
function unattributed(article: Article, content: Span): Attribution {
  const quoted = readArticle(article)
    .blocks.flatMap(({ tokens }) => tokens.flatMap(({ passage }) => passage ?? []))
    .filter(({ spans }) => spans.some((span) => overlaps(span, content)));
  const whole = quoted.some(({ spans }) => spans.some((span) => contains(span, content)));
  const form = whole ? 'direct' : quoted.length > 0 ? 'mixed' : 'indirect';
  const passages = quoted.filter(({ spans }) => spans.every((span) => contains(content, span)));
  return { spans: normalise([content]), form, medium: 'speech', cue: null, source: null, passages };
}

function besideIt(article: Article, content: Span): Partial<Attribution> {
  const block = readArticle(article).blocks.find((next) => contains(next, content));
  if (!block || content.start === content.end) return {};
  const given: QuotedPassage = { spans: [content], inside: [] };
  const others = block.tokens
    .flatMap(({ passage }) => passage ?? [])
    .filter(({ spans }) => !spans.some((span) => overlaps(span, content)));
  const passages = [...others, given].sort((a, b) => a.spans[0]!.start - b.spans[0]!.start);
  const region = regionOf(article, { ...block, span: block, passages });
  const at = region.tokens.findIndex(({ passage }) => passage === given);
  if (at < 0) return {};
  const sentence = sentenceOf(region, at);
  const beside = attributedAfter(region, at, article.text) ?? attributedBefore(region, sentence.from, at);
  if (!beside) return {};
  const medium = isWritten(region, beside) ? 'writing' : 'speech';
  return { medium, cue: beside.cue && spanOf(region, beside.cue), source: placed(region, beside.source) };
}
