import type { Article } from '../../project/model';
import type { QuotedPassage } from '../read/quoted-passages';
import type { ArticleReading } from '../read/read-article';
import { readArticle } from '../read/read-article';
import type { Region } from '../read/region';
import type { Attribution } from './attribution';
import { compareByPlace } from './attribution';
import { announced, pullQuotes } from './between-blocks';
import { directQuotes } from './direct';
import { indirectQuotes } from './indirect';
import { postParts } from './posts';
import { isFragment, isTitle, namesSomething } from './titles-and-scraps';

const known = new WeakMap<Article, readonly Attribution[]>();

/** Who says what in an article, as far as its words tell; nobody is looked up yet. Remembered with the article. */
export function attributions(article: Article): readonly Attribution[] {
  let found = known.get(article);
  if (!found) {
    found = find(readArticle(article));
    known.set(article, found);
  }
  return found;
}

function find(reading: ArticleReading): readonly Attribution[] {
  const { text } = reading.article;
  const signed = signedPosts(reading);
  const posts = new Set(signed.map(({ region }) => region));
  const regions = reading.blocks.filter((region) => !posts.has(region));
  const direct = directQuotes(regions, text);
  const indirect = regions.flatMap((region) => indirectQuotes(region, direct.cues.get(region)!));
  const attributed = [...direct.found, ...indirect];
  const used = new Set(attributed.flatMap(({ passages }) => passages));
  const loose = regions.flatMap((region) => loosePassages(region, used, text));
  const outer = [
    ...signed.map(({ post }) => post),
    ...attributed,
    ...announced(regions, attributed, loose, text),
  ];
  const whole = [...outer, ...pullQuotes(reading, outer, text)];
  return unique([...whole, ...nested(reading, whole, text)].sort(compareByPlace));
}

function signedPosts({ article: { text }, blocks }: ArticleReading) {
  return blocks.flatMap((region) => {
    if (region.block.kind !== 'post') return [];
    const parts = postParts(text, region);
    if (!parts?.author) return [];
    const source = { span: parts.author, region, phrase: null };
    const post = {
      spans: [parts.content],
      form: 'direct',
      medium: 'writing',
      cue: null,
      source,
      passages: [],
    } as const;
    return [{ region, post: post as Attribution }];
  });
}

/** Quoted passages that nothing attributes: three words or more, and no title of anything. */
function loosePassages(
  region: Region,
  used: ReadonlySet<QuotedPassage>,
  text: string,
): readonly Attribution[] {
  return region.tokens.flatMap(({ passage, start, end }): Attribution[] => {
    if (!passage || used.has(passage) || passage.spans[0]!.start !== start) return [];
    const words = text.slice(start, end);
    if (isFragment(words) || isTitle(words) || namesSomething(text.slice(Math.max(0, start - 24), start)))
      return [];
    return [
      {
        spans: passage.spans,
        form: 'direct',
        medium: 'speech',
        cue: null,
        source: null,
        passages: [passage],
      },
    ];
  });
}

/** What is said within what is said. */
function nested(
  { insides, article }: ArticleReading,
  outer: readonly Attribution[],
  text: string,
): readonly Attribution[] {
  const said = new Set<QuotedPassage>();
  const add = (passage: QuotedPassage) => {
    said.add(passage);
    passage.inside.forEach(add);
  };
  for (const { passages } of outer) passages.forEach(add);
  const regions = insides.filter(({ within }) => within !== null && said.has(within));
  const direct = directQuotes(regions, article.text);
  const bySomeone = direct.found.filter(({ source }) => {
    return source !== null && !/^(?:i|we|you)$/iu.test(text.slice(source.span.start, source.span.end));
  });
  return [...bySomeone, ...regions.flatMap((region) => indirectQuotes(region, direct.cues.get(region)!))];
}

/** One for each place: the first that says most. */
function unique(sorted: readonly Attribution[]): readonly Attribution[] {
  const byPlace = new Map<string, Attribution>();
  for (const next of sorted) {
    const place = next.spans.map(({ start, end }) => `${start}-${end}`).join();
    const there = byPlace.get(place);
    if (!there || (!there.source && next.source)) byPlace.set(place, next);
  }
  return [...byPlace.values()];
}
