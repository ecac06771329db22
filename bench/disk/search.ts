import type { SearchMode } from '../../src/core/search/query';
import { electronWorker } from '../../src/main/import/electron-worker';
import { createSearcher } from '../../src/main/search/searcher';
import { articleOf, projectOf } from '../sample/project';
import { makeSample } from '../sample/sample';

export interface Searching {
  readonly articles: number;
  /** Starting the process and handing it all texts, ms. */
  readonly ready: number;
  readonly queries: readonly {
    readonly mode: SearchMode;
    readonly text: string;
    readonly hits: number;
    /** From asking until the first hits are here, and until all are: one figure for each time, ms. */
    readonly first: readonly number[];
    readonly all: readonly number[];
  }[];
}

/** A rare word stands in every so-manieth article, so that a search goes a long way between hits. */
const RARE = 40;
const TIMES = 9;

/** Each is asked for something that is everywhere and for something rare. */
const QUERIES: readonly (readonly [SearchMode, string])[] = [
  ['words', 'inflation'],
  ['words', 'certificate'],
  ['phrase', 'public housing'],
  ['phrase', 'fine until Easter'],
  ['prefix', 'elect'],
  ['prefix', 'certif'],
  ['regex', '\\b(?:union|council) (?:warned|denied)'],
  ['regex', 'certificat\\w+'],
  ['fuzzy', 'certifcate'],
];

/** Asks the app's own searching process, as a window does, about articles of 4,000 characters. */
export async function measureSearch(articles: number): Promise<Searching> {
  const project = projectOf(
    Array.from({ length: articles }, (_, index) => {
      const sample = makeSample(3_500 + (index % 1_001), 0);
      const rare =
        index % RARE === 0 ? ' The “certificate” was fine\nuntil Easter.' : ' It said “no” – twice.';
      return articleOf(`t${index}`, { ...sample, text: sample.text + rare }, index);
    }),
    [],
  );
  const searcher = createSearcher(electronWorker('search-worker'));
  try {
    const began = performance.now();
    await searcher.prepare(project);
    const ready = performance.now() - began;
    const queries = [];
    for (const [mode, text] of QUERIES) {
      const first: number[] = [];
      const all: number[] = [];
      let hits = 0;
      for (let time = 0; time <= TIMES; time++) {
        const asked = performance.now();
        let until: number | undefined;
        hits = 0;
        const query = { text, mode, matchCase: false, wholeWord: true };
        const outcome = await searcher.search(project, query, [], ({ spans }) => {
          hits += spans.length / 2;
          if (spans.length > 0) until ??= performance.now() - asked;
        });
        if (outcome.kind !== 'done' || until === undefined) throw new Error(`${mode} ${text}: no result`);
        // The first time is what the engine needs to get to know the query's code.
        if (time === 0) continue;
        first.push(until);
        all.push(performance.now() - asked);
      }
      queries.push({ mode, text, hits, first, all });
    }
    return { articles, ready, queries };
  } finally {
    searcher.dispose();
  }
}
