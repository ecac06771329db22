import { Fragment } from 'react';
import type { SearchQuery } from '../../core/search/query';
import { useStore } from '../store';
import { ActionButton } from '../ui/action-button';
import { ask } from './search-run';
import { useSearch } from './search-store';
import { queryWords } from './search-words';

/** Nothing is asked yet: what can be asked, and what was. */
export function NothingAsked() {
  const recent = useSearch((search) => search.recent);
  const empty = useStore((state) => state.project!.articles.size === 0);
  if (empty) {
    return (
      <div className="search-blank">
        <h2>No articles to search yet</h2>
        <p>Drop files anywhere in this window, or bring them in from the menu.</p>
        <ActionButton action="import-files" className="button solid" />
      </div>
    );
  }
  return (
    <div className="search-blank">
      <h2>Search every article</h2>
      <dl>
        <dt>crane quay</dt>
        <dd>both words, anywhere in an article</dd>
        <dt>“fine until Easter”</dt>
        <dd>these words one after the other</dd>
        <dt>inspect*</dt>
        <dd>inspect, inspected, inspection</dd>
        <dt>certifcate</dt>
        <dd>roughly: certificate, too, as a letter or two may be wrong</dd>
        <dt className="sign">claim(s|ed)\b</dt>
        <dd>a pattern (regular expression); it is stopped if it takes more than 30 seconds</dd>
      </dl>
      {recent.length > 0 && (
        <section aria-label="Recent searches">
          <h3>Recent searches</h3>
          <ul>
            {recent.map((query) => (
              <li key={`${query.mode} ${query.text}`}>
                <button type="button" onClick={() => ask({ query })}>
                  <b>{query.text}</b> <small>{queryWords(query)}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The pattern cannot be read yet: the signs it may be made of. */
export function PatternHelp() {
  return (
    <div className="search-blank">
      <h2>What a pattern is made of</h2>
      <dl>
        {SIGNS.map(([sign, means]) => (
          <Fragment key={sign}>
            <dt className="sign">{sign}</dt>
            <dd>{means}</dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

const SIGNS = [
  ['claim|deny', 'one or the other'],
  ['den(y|ied)', 'brackets hold alternatives together'],
  ['colou?r', 'the letter before ? may be missing'],
  ['\\w+ly\\b', '\\w a letter or digit, + once or more, \\b the edge of a word'],
  ['\\d{4}', 'four digits'],
  ['“[^”]+”', 'whatever stands in quotation marks'],
  ['^By ', 'at the beginning of a paragraph; $ is its end'],
] as const;

/** Nothing was found: what might find it. */
export function NothingFound() {
  const { query, parts } = useSearch();
  const { mode, matchCase, wholeWord, text } = query;
  const wordwise = mode === 'words' || mode === 'phrase';
  const ways: readonly [string, boolean, () => void][] = [
    ['Look everywhere', parts.length > 0, () => ask({ parts: [] })],
    ['Any capitals', matchCase, () => ask({ query: { matchCase: false } })],
    ['Also inside words', wordwise && wholeWord, () => ask({ query: { wholeWord: false } })],
    [
      'As beginnings of words',
      wordwise,
      () => ask({ query: { mode: 'prefix' } satisfies Partial<SearchQuery> }),
    ],
    ['Roughly', mode === 'words' || mode === 'prefix', () => ask({ query: { mode: 'fuzzy' } })],
  ];
  return (
    <div className="search-blank">
      <h2>
        No article has <q>{text}</q>
        {parts.length > 0 && ' in these parts'}
      </h2>
      <div className="blank-actions">
        {ways
          .filter(([, makesSense]) => makesSense)
          .map(([label, , act]) => (
            <button key={label} type="button" className="button outlined" onClick={act}>
              {label}
            </button>
          ))}
      </div>
    </div>
  );
}
