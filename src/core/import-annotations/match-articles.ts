import type { Article } from '../project/model';
import { folded } from '../text/folded';
import { evenKey } from './even-text';

/** The articles of the open project, to be found by what another tool's file holds of them. */
export class KnownArticles {
  readonly #byText = new Map<string, Article>();
  readonly #byTitle = new Map<string, Article[]>();
  readonly #byUrl = new Map<string, Article[]>();
  #byWords: Map<string, Article> | null = null;
  readonly #ours: ReadonlyMap<string, Article>;

  constructor(articles: ReadonlyMap<string, Article>) {
    this.#ours = articles;
    for (const article of articles.values()) {
      this.addNew(article);
      gather(this.#byTitle, titleKey(article), article);
      gather(this.#byUrl, urlKey(article), article);
    }
  }

  /** One that the file brings; only the very same text is taken for it. */
  addNew(article: Article): void {
    if (!this.#byText.has(article.text)) this.#byText.set(article.text, article);
  }

  /** The article with the same text, also with other line ends, white space or composition. */
  same(article: Article): Article | undefined {
    const own = this.#ours.get(article.id);
    const exact = own?.text === article.text ? own : this.#byText.get(article.text);
    if (exact) return exact;
    const words = evenKey(article.text);
    this.#byWords ??= new Map([...this.#ours.values()].map((known) => [evenKey(known.text), known]));
    return words === '' ? undefined : this.#byWords.get(words);
  }

  /** Articles with the same id, address or title, whose texts may be others; the likeliest first. */
  alike(article: Article): readonly Article[] {
    const own = this.#ours.get(article.id);
    return [
      ...(own ? [own] : []),
      ...(this.#byUrl.get(urlKey(article)) ?? []),
      ...(this.#byTitle.get(titleKey(article)) ?? []),
    ].slice(0, MOST_ALIKE);
  }
}

/** A title that more have, such as "Letters", tells nothing. */
const MOST_ALIKE = 5;

function gather(map: Map<string, Article[]>, key: string, article: Article): void {
  const list = map.get(key);
  if (list) list.push(article);
  else if (key !== '') map.set(key, [article]);
}

function titleKey({ title }: Article): string {
  return folded(title)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function urlKey({ url }: Article): string {
  return (url ?? '').replace(/^https?:\/\/(?:www\.)?|[#].*$/gi, '').replace(/\/$/, '');
}
