import type { Part } from '../part';
import { string } from './columns';
import type { Shares } from './split';
import { splitOf } from './split';
import type { Table } from './table';

/** One row per article, with its whole text. */
export function articlesTable({ whole }: Part, seed: string, shares: Shares): Table {
  const told = shares.map(({ split, share }) => `${split} ${share}`).join(', ');
  return {
    name: 'articles',
    description: 'One row per article, with its whole text.',
    key: ['article_id'],
    links: {},
    columns: [
      string('article_id', 'Identifies the article.'),
      string('title', 'Headline.'),
      string('standfirst', 'The lines under the headline.'),
      string('byline', 'Who wrote it, as printed.'),
      string('outlet', 'Where it was published.'),
      string('url', 'Where it was found.'),
      string('published_at', 'Date of publication, YYYY-MM-DD.'),
      string('language', 'BCP 47 tag.'),
      string('text', 'The text that all offsets of this dataset count in.'),
      string('sha256', 'SHA-256 of the text’s UTF-8 bytes, hex.'),
      string('status', 'How far its coding is: new, reading, coded, checked.'),
      string(
        'split',
        told === '' ? 'Empty: there are no splits.' : `By a hash of seed and article, in shares: ${told}.`,
      ),
      string('note', 'Memo on the article.'),
      string('metadata', 'What its source says of it besides, as a JSON object; empty when nothing.'),
    ],
    *of(article) {
      yield [
        article.id,
        article.title,
        article.standfirst ?? null,
        article.byline ?? null,
        article.outlet ?? null,
        article.url ?? null,
        article.publishedAt ?? null,
        article.language,
        article.text,
        article.sha256,
        whole.readings.get(article.id)?.status ?? 'new',
        splitOf(seed, article.id, shares),
        article.note ?? null,
        article.metadata ? JSON.stringify(article.metadata) : null,
      ];
    },
  };
}
