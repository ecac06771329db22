import type { Article } from '../../project/model';
import type { FormatFile } from '../format';
import { articleNamed, stemOf } from '../marks/article-named';
import { checkFile } from '../marks/check-file';
import { findQuote } from './find-quote';

/** The text that rows are about: an article of the open project, or one of its own. */
export interface RowText {
  /** What the rows call it. */
  readonly name: string;
  readonly text: string;
  readonly fileName: string;
  readonly article?: Article;
}

/** Finds the texts of a table’s rows: in the rows, in the open project, or in text files beside the table. */
export class RowTexts {
  readonly #byTitle = new Map<string, Article>();
  readonly #files = new Map<string, FormatFile>();
  readonly #found = new Map<string, RowText | undefined>();
  readonly #texts = new Map<object, RowText>();

  constructor(
    readonly articles: ReadonlyMap<string, Article>,
    files: readonly FormatFile[],
  ) {
    for (const article of articles.values()) {
      const title = plain(article.title);
      if (title !== '' && !this.#byTitle.has(title)) this.#byTitle.set(title, article);
    }
    for (const file of files) {
      if (/\.(?:txt|md)$/i.test(file.path))
        this.#files.set(plain(stemOf(file.path.replace(/^.*\//, ''))), file);
    }
  }

  /** The text called so, by id, name of its file or title; undefined when there is none. */
  named(name: string): RowText | undefined {
    if (!this.#found.has(name)) this.#found.set(name, this.#find(name));
    return this.#found.get(name);
  }

  /** The only text there is, for tables that do not say which they mean. */
  only(): RowText | undefined {
    const [article, ...others] = this.articles.values();
    if (article && others.length === 0) return this.named(article.id);
    const [file, ...more] = this.#files.values();
    return file && more.length === 0 && !article ? this.named(file.path) : undefined;
  }

  /** The only article that these words are in, for tables that do not say which they mean. */
  holding(quote: string): RowText | undefined {
    if (quote.trim() === '') return undefined;
    const holding = [...this.articles.values()].filter(({ text }) => findQuote(text, quote) !== null);
    const [article, ...others] = holding;
    return article && others.length === 0 ? this.named(article.id) : undefined;
  }

  #find(name: string): RowText | undefined {
    const base = name.replace(/^.*[/\\]/, '');
    const article =
      articleNamed(this.articles, name) ??
      articleNamed(this.articles, stemOf(base)) ??
      this.#byTitle.get(plain(name));
    if (article) {
      const fileName = article.origin.fileName ?? `${article.id}.txt`;
      return this.#once(article, { name: article.title, text: article.text, fileName, article });
    }
    const file = this.#files.get(plain(stemOf(base))) ?? this.#files.get(plain(base));
    if (!file) return undefined;
    checkFile(file);
    const text = file.data.replace(/^\ufeff/, '');
    return this.#once(file, { name: stemOf(file.path), text, fileName: file.path });
  }

  /** Rows may call one text by many names. */
  #once(source: object, text: RowText): RowText {
    const known = this.#texts.get(source) ?? text;
    this.#texts.set(source, known);
    return known;
  }
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
