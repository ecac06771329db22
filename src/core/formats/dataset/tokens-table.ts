import type { Span } from '../../text/span';
import { sentencesOf } from '../conll/sentences-of';
import type { Part } from '../part';
import { ARTICLE, integer, string, TO_ARTICLE } from './columns';
import type { OffsetsOf } from './last-offsets';
import type { Table } from './table';

/**
 * One row per word or mark, with a BIO tag per layer that is switched on: B where a passage begins, I inside it, O
 * outside. Where passages of one layer overlap, the one that begins first is told; the table spans has them all.
 */
export function tokensTable(part: Part, offsetsOf: OffsetsOf): Table {
  const layers = part.whole.codebook.layers.filter(({ on }) => on);
  const names = tagNames(layers.map(({ id }) => id));
  return {
    name: 'tokens',
    description: 'One row per word or mark, with BIO tags.',
    key: ['article_id', 'token'],
    links: TO_ARTICLE,
    columns: [
      ARTICLE,
      integer('token', 'Which word of the article, from 1.'),
      integer('sentence', 'Which sentence of the article, from 1.'),
      integer('start', 'First character, in Unicode code points from 0.'),
      integer('end', 'After the last character, in Unicode code points.'),
      string('text', 'The word.'),
      ...layers.map(({ label }, at) => string(names[at]!, `B, I or O: ${label}.`)),
    ],
    *of(article) {
      const offsets = offsetsOf(article);
      const list = part.annotations.get(article.id) ?? [];
      const taggers = layers.map(({ id }) =>
        tagger(list.filter(({ layer }) => layer === id).flatMap(({ spans }) => spans)),
      );
      let token = 0;
      for (const [sentence, { words }] of sentencesOf(article).entries()) {
        for (const word of words) {
          yield [
            article.id,
            ++token,
            sentence + 1,
            offsets.fromUtf16(word.start),
            offsets.fromUtf16(word.end),
            article.text.slice(word.start, word.end),
            ...taggers.map((tag) => tag(word)),
          ];
        }
      }
    },
  };
}

/** Tags words that come in the order of the text, by the passages of one layer. */
function tagger(passages: readonly Span[]): (word: Span) => 'B' | 'I' | 'O' {
  const spans = passages.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let first = 0;
  let inside = -1;
  return ({ start, end }) => {
    // Of those that have not ended the first began first, so that no other need be looked at.
    while (first < spans.length && spans[first]!.end <= start) first++;
    if (first >= spans.length || spans[first]!.start >= end) return 'O';
    const same = inside === first;
    inside = first;
    return same ? 'I' : 'B';
  };
}

/** Names of columns for the tags of layers: letters, digits and underscores, each another. */
function tagNames(layers: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return layers.map((id) => {
    const name = `bio_${id.replace(/[^A-Za-z0-9]+/g, '_')}`;
    let free = name;
    for (let n = 2; taken.has(free); n++) free = `${name}_${n}`;
    taken.add(free);
    return free;
  });
}
