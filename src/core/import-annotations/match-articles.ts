import type { Article } from '../project/model';
import { folded } from '../text/folded';
import { evenKey } from './even-text';

/** The articles of the open project, to be found by what another tool's file holds of them. */
export class KnownArticles {
  readonly #bySha = new Map<string, Article>();
  readonly #byTitle = new Map<string, Article | null>();
  readonly #byUrl = new Map<string, Article | null>();
  #byWords: Map<string, Article> | null = null;
  readonly #all: Article[] = [];

  constructor(articles: Iterable<Article>) {
    for (const article of articles) this.add(article);
  }

  add(article: Article): void {
    this.#all.push(article);
    if (!this.#bySha.has(article.sha256)) this.#bySha.set(article.sha256, article);
    this.#byWords?.set(evenKey(article.text), article);
    // Two of one title or address: neither is meant for certain.
    for (const [map, key] of [
      [this.#byTitle, titleKey(article)],
      [this.#byUrl, urlKey(article)],
    ] as const) {
      if (key !== '') map.set(key, map.has(key) ? null : article);
    }
  }

  /** The article with the same text, also with other line ends, white space or composition. */
  same(article: Article): Article | undefined {
    const exact = this.#bySha.get(article.sha256);
    if (exact && exact.text === article.text) return exact;
    this.#byWords ??= new Map(this.#all.map((known) => [evenKey(known.text), known]));
    return this.#byWords.get(evenKey(article.text));
  }

  /** An article with the same address or title, whose text may be another. */
  alike(article: Article): Article | undefined {
    return this.#byUrl.get(urlKey(article)) ?? this.#byTitle.get(titleKey(article)) ?? undefined;
  }
}

function titleKey({ title }: Article): string {
  return folded(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function urlKey({ url }: Article): string {
  return (url ?? '').replace(/^https?:\/\/(?:www\.)?|[#].*$/gi, '').replace(/\/$/, '');
}
