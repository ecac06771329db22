import type { Part } from '../part';
import { splitOf } from './split';
import type { Table } from './table';

/** One row per article, with its whole text. */
export function articlesTable({ whole, articles }: Part, seed: string): Table {
  return {
    name: 'articles',
    description: 'One row per article, with its whole text.',
    key: ['article_id'],
    links: {},
    columns: [
      { name: 'article_id', type: 'string', description: 'Identifies the article.' },
      { name: 'title', type: 'string', description: 'Headline.' },
      { name: 'standfirst', type: 'string', description: 'The lines under the headline.' },
      { name: 'byline', type: 'string', description: 'Who wrote it, as printed.' },
      { name: 'outlet', type: 'string', description: 'Where it was published.' },
      { name: 'url', type: 'string', description: 'Where it was found.' },
      { name: 'published_at', type: 'string', description: 'Date of publication, YYYY-MM-DD.' },
      { name: 'language', type: 'string', description: 'BCP 47 tag.' },
      { name: 'text', type: 'string', description: 'The text that all offsets of this dataset count in.' },
      { name: 'sha256', type: 'string', description: 'SHA-256 of the text’s UTF-8 bytes, hex.' },
      { name: 'status', type: 'string', description: 'How far its coding is: new, reading, coded, checked.' },
      {
        name: 'split',
        type: 'string',
        description:
          'train, validation or test: 80, 10 and 10 of 100 articles, by a hash of seed and article.',
      },
      { name: 'note', type: 'string', description: 'Memo on the article.' },
      {
        name: 'metadata',
        type: 'string',
        description: 'What its source says of it besides, as a JSON object; empty when nothing.',
      },
    ],
    rows: articles.map((article) => [
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
      splitOf(seed, article.id),
      article.note ?? null,
      article.metadata ? JSON.stringify(article.metadata) : null,
    ]),
  };
}
