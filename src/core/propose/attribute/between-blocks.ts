import { contains } from '../../text/span';
import type { ArticleReading } from '../read/read-article';
import type { Region } from '../read/region';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import { byRegion } from './by-region';
import type { Cue } from './cues';
import { cueAt } from './cues';
import { isWritten } from './medium';
import { isWhollyQuoted, postParts } from './posts';
import { sharedSubject, sourceBefore } from './sources';

/**
 * The passages that nothing beside them attributes, and unsigned posts. Those that a paragraph ending in a
 * colon announces get its verb and its subject, one block after the other.
 */
export function announced(
  regions: readonly Region[],
  attributed: readonly Attribution[],
  loose: readonly Attribution[],
  text: string,
): readonly Attribution[] {
  const found: Attribution[] = [];
  let announcing: Pick<Attribution, 'cue' | 'source' | 'medium'> | null = null;
  const attributedIn = byRegion(regions, attributed);
  const looseIn = byRegion(regions, loose);
  for (const region of regions) {
    const own = looseIn(region).filter(({ spans }) => contains(region, spans[0]!));
    const isFree = attributedIn(region).every(({ cue }) => cue === null);
    const post = region.block.kind === 'post' && isFree ? postParts(text, region) : null;
    const quoted =
      isFree && (isWhollyQuoted(region) || (region.block.kind === 'blockquote' && announcing !== null));
    if (post || quoted) {
      const known = announcing ?? { cue: null, source: null, medium: 'speech' as const };
      const spans = post ? [post.content] : (own[0]?.spans ?? [{ start: region.start, end: region.end }]);
      const passages = region.tokens.flatMap(({ passage }) => passage ?? []);
      if (post || own.length > 0 || announcing) {
        found.push({ spans, form: 'direct', ...known, medium: post ? 'writing' : known.medium, passages });
      }
      continue;
    }
    found.push(...own);
    announcing = region.tokens.at(-1)?.lower === ':' ? announcer(region) : null;
  }
  return continued(regions, found, attributed);
}

/** Paragraphs that are nothing but quotation, one after the other, and only the last says whose: it is of all. */
function continued(
  regions: readonly Region[],
  found: readonly Attribution[],
  attributed: readonly Attribution[],
): readonly Attribution[] {
  const sources = new Map<Attribution, Attribution>();
  const foundIn = byRegion(regions, found);
  const attributedIn = byRegion(regions, attributed);
  let following: Attribution | undefined;
  for (const region of [...regions].reverse()) {
    const [own] = foundIn(region);
    const whole = isWhollyQuoted(region) && region.block.kind === 'paragraph';
    if (own && whole && !own.source && following?.source) sources.set(own, following);
    else
      following = attributedIn(region).find(
        ({ spans, form }) => form === 'direct' && spans[0]!.start === region.start,
      );
  }
  return found.map((next) => {
    const last = sources.get(next);
    return last ? { ...next, source: last.source, medium: last.medium } : next;
  });
}

/** The last verb of saying of a block that ends in a colon, and its subject. */
function announcer(region: Region): Pick<Attribution, 'cue' | 'source' | 'medium'> {
  const sentence = region.sentences.at(-1)!;
  for (let at = sentence.to - 2; at >= sentence.from; at--) {
    const cue: Cue | null = cueAt(region, at);
    if (!cue?.verb.direct) continue;
    const source = sourceBefore(region, sentence.from, at) ?? sharedSubject(region, sentence.from, at);
    const medium = isWritten(region, { cue, source }) ? 'writing' : 'speech';
    return { cue: source && spanOf(region, cue), source: placed(region, source), medium };
  }
  return { cue: null, source: null, medium: 'speech' };
}

/** Of quotes without a source: those whose words stand again in a quote with one, set large or in the headline. */
export function pullQuotes(
  { blocks }: ArticleReading,
  found: readonly Attribution[],
  text: string,
): readonly Attribution[] {
  const letters = (from: number, to: number) =>
    text
      .slice(from, to)
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .toLowerCase();
  const sources = found
    .filter(({ source, form }) => source !== null && form === 'direct')
    .map((quote) => ({ quote, words: quote.spans.map(({ start, end }) => letters(start, end)).join('') }));
  const foundIn = byRegion(blocks, found);
  return blocks.flatMap((region): Attribution[] => {
    if (!/^(?:title|standfirst|heading|blockquote)$/u.test(region.block.kind)) return [];
    const own = foundIn(region).find(({ spans }) => spans.length === 1);
    if (own?.source || (!own && region.block.kind !== 'blockquote')) return [];
    const span = own?.spans[0] ?? { start: region.start, end: region.end };
    const words = letters(span.start, span.end);
    if (words.length < 12) return [];
    const said = sources.find((next) => next.quote !== own && next.words.includes(words));
    if (!said) return [];
    const { source, medium } = said.quote;
    return [{ spans: [span], form: 'direct', medium, cue: null, source, passages: own?.passages ?? [] }];
  });
}
