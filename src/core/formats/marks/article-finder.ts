import type { Article } from '../../project/model';
import { place, type Selected } from '../web-place';
import { Searchable } from './searchable';

/** As many passages are looked for in every article to tell which is meant. */
const ENOUGH = 20;

/** Finds the articles that annotations without a text are about. */
export class ArticleFinder {
  readonly #byUrl = new Map<string, Article | null>();
  readonly #searched = new Map<string, Searchable>();

  constructor(readonly articles: ReadonlyMap<string, Article>) {
    for (const article of articles.values()) {
      const key = urlKey(article.url ?? '');
      // Two articles of one address: neither is meant for certain.
      if (key !== '') this.#byUrl.set(key, this.#byUrl.has(key) ? null : article);
    }
  }

  /** The article at an address; null when there are several, undefined when there is none. */
  at(url: string): Article | null | undefined {
    return this.#byUrl.get(urlKey(url));
  }

  /**
   * The article in which most of the passages are, and most like they are said to be; null when there is none, or
   * several of which as much can be said.
   */
  holding(passages: readonly Selected[]): Article | null {
    const quoted = passages.filter(({ quote }) => quote && quote.exact.trim() !== '').slice(0, ENOUGH);
    let best: Article | null = null;
    let most = 0;
    for (const article of this.articles.values()) {
      const searched = this.searched(article);
      const found = quoted.reduce((sum, passage) => sum + likeness(searched, passage), 0);
      if (found === most) best = null;
      if (found > most) [best, most] = [article, found];
    }
    return best;
  }

  searched(article: Article): Searchable {
    const searched = this.#searched.get(article.id) ?? new Searchable(article.text);
    this.#searched.set(article.id, searched);
    return searched;
  }
}

/** Words at their very position say more than words with the same around them, and those more than words alone. */
function likeness(searched: Searchable, passage: Selected): number {
  const found = place(searched, passage, null);
  if (!found) return 0;
  return found.by === 'quote' ? (searched.holds(passage.quote!) ? 2 : 1) : 3;
}

/** What is the same of addresses that lead to the same page: without protocol, fragment and marks of campaigns. */
function urlKey(url: string): string {
  const [plain = ''] = url.trim().split('#');
  const [path = '', query = ''] = plain.replace(/^https?:\/\/(?:www\.)?/i, '').split('?');
  const kept = query.split('&').filter((part) => part !== '' && !/^(?:utm_|fbclid|gclid)/i.test(part));
  const host = /^[^/]*/.exec(path)![0];
  const rest = path.slice(host.length).replace(/\/+$/, '');
  return `${host.toLowerCase()}${rest}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}
