import type { Article } from '../project/model';
import type { Span } from '../text/span';
import { counted } from './counted';
import { ArticleFinder } from './marks/article-finder';
import { FoundRoughly, roughNote } from './marks/found-roughly';
import { readIri } from './web-iris';
import { type Json, listOf, record } from './web-json';
import { place } from './web-place';
import { selectedBy } from './web-selectors';

/** Finds what targets select in the articles known, and counts how it was found. */
export class WebSources {
  readonly #finder: ArticleFinder;
  readonly #annotators = new Map<string, string>();
  readonly #found = { codepoint: 0, utf16: 0, quote: 0, roughly: 0, missing: 0 };
  readonly #rough = new FoundRoughly();
  /** What positions count that have no quote beside them. */
  #alone: 'codepoint' | 'utf16' = 'codepoint';
  /** Sources that are no article's address -> the article whose words they select. */
  readonly #guessed = new Map<unknown, Article | null>();

  constructor(articles: ReadonlyMap<string, Article>) {
    this.#finder = new ArticleFinder(articles);
  }

  /**
   * Looks at all targets of a file before any is placed: what those with quotes count, those without count too; and
   * sources that nothing else tells are the articles in which their quotes are.
   */
  learn(all: readonly (readonly unknown[])[]): void {
    const unknown = new Map<unknown, Json[]>();
    for (const parts of all.map(partsOf)) {
      const source = sourceOf(parts);
      if (this.#named(source) === undefined) unknown.set(source, [...(unknown.get(source) ?? []), ...parts]);
    }
    for (const [source, parts] of unknown) {
      this.#guessed.set(source, this.#finder.holding(parts.map((part) => selectedBy(listOf(part.selector)))));
    }
    const votes = { codepoint: 0, utf16: 0 };
    for (const parts of all.map(partsOf)) {
      const article = this.#article(sourceOf(parts));
      if (!article) continue;
      for (const part of parts) {
        const selected = selectedBy(listOf(part.selector));
        const found = selected.quote && place(this.#finder.searched(article), selected, null);
        if (found?.by === 'utf16') votes.utf16++;
        // Where both units say the same there is nothing to learn.
        if (found?.by === 'codepoint' && found.span.start !== selected.position?.start) votes.codepoint++;
      }
    }
    if (votes.utf16 > votes.codepoint) this.#alone = 'utf16';
  }

  /**
   * The article and the passages (UTF-16) that targets select in it; no passages for the article as a whole.
   * `notes` name those that were found roughly. Null when the source is not known, or not one of the passages is found.
   */
  passages(targets: readonly unknown[]): {
    readonly article: Article;
    readonly spans: readonly Span[];
    readonly notes: readonly string[];
  } | null {
    const parts = partsOf(targets);
    const article = this.#article(sourceOf(parts));
    if (!article) {
      this.#found.missing++;
      return null;
    }
    const selectors = parts.map((part) => listOf(part.selector)).filter((list) => list.length > 0);
    const notes: string[] = [];
    const spans = selectors.flatMap((list) => this.#place(article, list, notes) ?? []);
    return selectors.length > 0 && spans.length === 0 ? null : { article, spans, notes };
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
      ...(utf16 > 0
        ? [
            `${counted(utf16, 'passage counts', 'passages count')} UTF-16 code units, against the specification`,
          ]
        : []),
      ...(quote > 0
        ? [
            counted(
              quote,
              'passage was found by its quote, not at its position',
              'passages were found by their quotes, not at their positions',
            ),
          ]
        : []),
      ...this.#rough.warnings(),
      ...(missing > 0
        ? [
            counted(
              missing,
              'passage or article was not found and is left out',
              'passages or articles were not found and are left out',
            ),
          ]
        : []),
    ];
  }

  #article(source: unknown): Article | null {
    return this.#named(source) ?? this.#guessed.get(source) ?? null;
  }

  /** The article that a source names; null when it names one we do not have, undefined when it says nothing. */
  #named(source: unknown): Article | null | undefined {
    const iri = readIri(source);
    if (iri?.kind === 'article') return this.#finder.articles.get(iri.id) ?? null;
    if (iri) return null;
    return typeof source === 'string' ? this.#finder.at(source) : undefined;
  }

  #place(article: Article, selectors: readonly unknown[], notes: string[]): Span | null {
    const selected = selectedBy(selectors);
    const found = place(this.#finder.searched(article), selected, this.#alone, true);
    this.#found[found?.by ?? 'missing']++;
    if (found?.by === 'roughly') {
      this.#rough.add(selected.quote!.exact, article.text.slice(found.span.start, found.span.end));
      notes.push(roughNote(selected.quote!.exact));
    }
    return found?.span ?? null;
  }
}

function partsOf(targets: readonly unknown[]): readonly Json[] {
  return targets.map((target) => (typeof target === 'string' ? { source: target } : record(target)));
}

function sourceOf([part]: readonly Json[]): unknown {
  if (!part) return undefined;
  return typeof part.source === 'object' ? record(part.source).id : (part.source ?? part.id);
}
