import type { Article } from '../project/model';
import { type Offsets, offsetsOf } from '../text/offsets';
import type { Span } from '../text/span';
import { readIri } from './web-iris';
import { listOf, record } from './web-json';
import { place, type Selected } from './web-place';

/** Finds what targets select in the articles known, and counts how it was found. */
export class WebSources {
  readonly #byId: ReadonlyMap<string, Article>;
  readonly #byUrl = new Map<string, Article | null>();
  readonly #offsets = new Map<string, Offsets>();
  readonly #annotators = new Map<string, string>();
  readonly #found = { codepoint: 0, utf16: 0, quote: 0, missing: 0 };

  constructor(articles: ReadonlyMap<string, Article>) {
    this.#byId = articles;
    for (const article of articles.values()) {
      // Two articles of one URL: neither is meant for certain.
      if (article.url) this.#byUrl.set(article.url, this.#byUrl.has(article.url) ? null : article);
    }
  }

  /**
   * The article and the passages (UTF-16) that targets select in it; no passages for the article as a whole.
   * Null when the source is not known, or not one of the passages is found.
   */
  passages(
    targets: readonly unknown[],
  ): { readonly article: Article; readonly spans: readonly Span[] } | null {
    const parts = targets.map((target) => (typeof target === 'string' ? { source: target } : record(target)));
    const [source] = parts.map((part) =>
      typeof part.source === 'object' ? record(part.source).id : (part.source ?? part.id),
    );
    const article = this.#article(source);
    if (!article) {
      this.#found.missing++;
      return null;
    }
    const selectors = parts.map((part) => listOf(part.selector)).filter((list) => list.length > 0);
    const spans = selectors.flatMap((list) => this.#place(article, list) ?? []);
    return selectors.length > 0 && spans.length === 0 ? null : { article, spans };
  }

  /** Our id of whoever made an annotation; ids are made up for people we do not know. */
  annotator(creator: unknown): string {
    const { id, name } = record(creator);
    const iri = readIri(id ?? creator);
    if (iri?.kind === 'annotator') return iri.id;
    const key = JSON.stringify([id, name, typeof creator === 'string' ? creator : '']);
    const known = this.#annotators.get(key) ?? `imported-${this.#annotators.size + 1}`;
    this.#annotators.set(key, known);
    return known;
  }

  /** What a person should know of how passages were found. */
  warnings(): readonly string[] {
    const { utf16, quote, missing } = this.#found;
    return [
      ...(utf16 > 0 ? [`${utf16} passages count UTF-16 code units, against the specification`] : []),
      ...(quote > 0 ? [`${quote} passages were found by their quotes, not at their positions`] : []),
      ...(missing > 0 ? [`${missing} passages or articles were not found and are left out`] : []),
    ];
  }

  #article(source: unknown): Article | null {
    const iri = readIri(source);
    if (iri?.kind === 'article') return this.#byId.get(iri.id) ?? null;
    return typeof source === 'string' ? (this.#byUrl.get(source) ?? null) : null;
  }

  #place(article: Article, selectors: readonly unknown[]): Span | null {
    const offsets = this.#offsets.get(article.id) ?? offsetsOf(article.text, 'codepoint');
    this.#offsets.set(article.id, offsets);
    const found = place(article.text, offsets, selected(selectors));
    this.#found[found?.by ?? 'missing']++;
    return found?.span ?? null;
  }
}

function selected(selectors: readonly unknown[]): Selected {
  const of = (type: string) => selectors.map(record).find((selector) => selector.type === type);
  const position = of('TextPositionSelector');
  const quote = of('TextQuoteSelector');
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    ...(position ? { position: { start: Number(position.start), end: Number(position.end) } } : {}),
    ...(quote
      ? { quote: { exact: text(quote.exact), prefix: text(quote.prefix), suffix: text(quote.suffix) } }
      : {}),
  };
}
