import { compile } from '../../core/search/matcher';
import type { SearchPart } from '../../core/search/parts';
import type { SearchQuery } from '../../core/search/query';
import type { SearchHits } from '../../shared/api';
import { state } from '../store';
import type { Found } from './search-data';
import { keyOf } from './search-data';
import { lookAnew, searchState, setSearch } from './search-store';

/** Only the newest question is answered; its number is in its hits. */
let newest = 0;
let listening = false;
/** The hits so far. They replace those of the question before when the first come, or none have come. */
let gathered: Found[] = [];
/** What the newest question was asked of. */
let askedOf: readonly unknown[] = [];

/** The articles, and the annotations where they say where to look. */
function sources(): readonly unknown[] {
  const { project } = state();
  const bounded = searchState().parts.some((part) => part.startsWith('layer:'));
  return [project?.articles, bounded ? project?.annotations : null];
}

/** Changes the question and asks it at once. */
export function ask(changes: { query?: Partial<SearchQuery>; parts?: readonly SearchPart[] }): void {
  const { query, parts } = searchState();
  setSearch({ query: { ...query, ...changes.query }, parts: changes.parts ?? parts });
  lookAnew();
  askAgain();
}

/** Asks the same question of the articles as they are now; what was chosen stays chosen where it is found. */
export function askAgain(): void {
  const { query, parts } = searchState();
  const id = ++newest;
  gathered = [];
  askedOf = sources();
  const compiled = compile(query);
  if (!compiled.ok) {
    void window.desktop.cancelSearch();
    setSearch({
      found: [],
      answered: compiled.problem ? query : null,
      problem: compiled.problem?.message ?? null,
      ending: 'all',
      progress: null,
    });
    return;
  }
  if (!listening) window.desktop.on('searchHits', take);
  listening = true;
  setSearch({ problem: null, ending: null, progress: null });
  const { open } = state();
  void window.desktop.search({ id, query, parts }).then((result) => {
    if (id !== newest || open !== state().open) return;
    setSearch({
      found: [...gathered],
      answered: query,
      ...(result.ok ? { ending: result.value } : { ending: 'cancelled', problem: result.message }),
    });
  });
}

/** Asks again if the articles are others than those that were asked. */
export function askIfStale(): void {
  const now = sources();
  if (searchState().query.text !== '' && now.some((source, at) => source !== askedOf[at])) askAgain();
}

/** Ends the search; what was found so far stays. */
export function stopSearch(): void {
  void window.desktop.cancelSearch();
}

function take({ id, articles, counts, spans, done, total }: SearchHits): void {
  if (id !== newest) return;
  const known = state().project?.articles;
  let at = 0;
  for (const [index, articleId] of articles.entries()) {
    for (let hit = 0; hit < counts[index]!; hit++, at += 2) {
      const span = { start: spans[at]!, end: spans[at + 1]! };
      if (known?.has(articleId)) gathered.push({ key: keyOf(articleId, span), articleId, span });
    }
  }
  const { query } = searchState();
  // An answer still empty would make the lines of the question before it flicker away.
  const shown = gathered.length > 0 ? { found: [...gathered], answered: query } : {};
  setSearch({ progress: { done, total }, ...shown });
}
