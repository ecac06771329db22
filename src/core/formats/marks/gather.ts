import type { Codebook } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Annotation, Article, ProjectInfo } from '../../project/model';
import { parseAnnotation, parseArticle } from '../../project/validate';
import type { Parsed, Read } from '../format';
import { Recovered } from '../recovered';
import { append } from './append';
import { type Carried, readCarried } from './carried';
import { codebookOf, type SchemeHint } from './codebook-of';
import { foreignArticle } from './foreign-article';
import { ForeignIds } from './foreign-ids';
import { joinPassages } from './join-passages';
import { merge, type Recognise } from './merge';
import { newAnnotation } from './new-annotation';
import type { LinkEnd, Pieces, Shown } from './piece';
import { withLinks } from './with-links';

/** One text of another tool's file, with what the file shows of it. */
export interface FoundText extends Pieces {
  /** Where it is in the file, for warnings: "ferry.jsonl:3". */
  readonly place: string;
  readonly fileName: string;
  /** What the file calls it; '' = nothing. */
  readonly name: string;
  readonly title?: string;
  readonly text: string;
  /** What the file carries for us (see carried.ts), if anything. */
  readonly carried?: unknown;
  /** How we would have shown what was carried. */
  readonly show: (carried: Carried) => Shown;
  readonly recognise: Recognise;
  /** What the file says of the text as a whole, for the article's note. */
  readonly remark?: string;
  /** What else the file says of it as an article. */
  readonly facts?: Partial<Pick<Article, 'byline' | 'outlet' | 'publishedAt' | 'url' | 'language'>>;
  /** What several annotators' files of one text have in common: with the same text they are of one article. */
  readonly document?: string;
  /** The article of the open project that the file is about, where the file holds no text. */
  readonly article?: Article;
}

/** Makes a project of the texts that other tools' files hold. */
export class Gathering {
  readonly #recovered = new Recovered();
  readonly #articles = new ForeignIds();
  readonly #ids = new ForeignIds();
  readonly #annotatorIds = new ForeignIds();
  readonly #all: Annotation[] = [];
  readonly #theirs: Annotation[] = [];
  readonly #annotators = new Map<string, string>();
  readonly #byDocument = new Map<string | undefined, Article[]>();
  readonly #counts = { changed: 0, removed: 0, added: 0 };
  readonly warnings: string[] = [];
  #info: Partial<ProjectInfo> = {};

  /** `given`: the codebook that came with the files, if any. */
  constructor(readonly given: Codebook | undefined) {}

  /** Adds a text and its annotations. Throws an Error when no file could carry the text. */
  add(found: FoundText): void {
    const carried = this.#carriedOf(found);
    if (carried) this.#addOurs(found, carried);
    else this.#addTheirs(found);
  }

  /** Was an article with this id added? */
  knows(id: string): boolean {
    return this.#recovered.knows(id);
  }

  /** The articles that were added since the last time, which are let go; whoever adds more to one has come too late. */
  letGo(): Read {
    return this.#recovered.letGo();
  }

  /** The project of all that was added and not let go; `name` names its codebook if one has to be made. */
  finish(name: string, scheme: readonly SchemeHint[] = []): Parsed {
    const codebook = codebookOf(this.given, this.given ? this.#theirs : this.#all, scheme, name);
    return {
      project: this.#recovered.project(this.#info, codebook),
      warnings: [...this.warnings, ...this.#told()],
    };
  }

  #told(): readonly string[] {
    const { changed, removed, added } = this.#counts;
    if (changed + removed + added === 0) return [];
    return [`another tool changed ${changed}, removed ${removed} and added ${added} annotations`];
  }

  #carriedOf({ carried, text, place }: FoundText): Carried | null {
    if (carried === undefined || carried === null) return null;
    try {
      const read = readCarried(carried, text);
      if (!this.#recovered.knows(read.article.id)) return read;
      this.warnings.push(
        `${place}: the article ${read.article.id} is there twice; this one is read as another’s`,
      );
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.warnings.push(`${place}: what Marginalia had written beside the labels is left out: ${reason}`);
    }
    return null;
  }

  #addOurs(found: FoundText, carried: Carried): void {
    const { article, annotations, registers, info } = carried;
    if (Object.keys(info).length > 0) this.#info = info;
    this.#articles.take(article.id);
    for (const { id } of annotations) this.#ids.take(id);
    this.#recovered.addArticle(withRemark(article, found.remark));
    for (const { id, name } of registers.annotators.values()) {
      this.#annotatorIds.take(id);
      if (!this.#annotators.has(name)) this.#annotators.set(name, id);
      this.#recovered.nameAnnotator(id, name);
    }
    for (const { id, name } of registers.speakers.values()) this.#recovered.nameSpeaker(id, name);
    for (const { id, wording } of registers.claims.values()) this.#recovered.wordClaim(id, wording);
    const merged = merge(article.text, annotations, found.show(carried), found, found.recognise);
    const added = this.#annotate(article, merged.fresh);
    const all = [...merged.annotations, ...added.annotations];
    const before = new Set(annotations);
    let theirs = 0;
    for (const annotation of withLinks(merged.fresh.links, all, added.ids)) {
      if (before.has(annotation)) this.#add(annotation);
      else {
        this.#addTheir(annotation);
        theirs++;
      }
    }
    for (const end of merged.named) this.#name(end);
    this.#counts.changed += theirs - added.annotations.length;
    this.#counts.removed += annotations.length - merged.annotations.length;
    this.#counts.added += added.annotations.length;
  }

  #addTheirs(found: FoundText): void {
    const { fileName, title, name, text, document } = found;
    const placed = found.article ?? this.#byDocument.get(document)?.find((known) => known.text === text);
    const stem = fileName.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
    const called = name || stem;
    const article =
      placed ??
      parseArticle({
        ...foreignArticle(this.#articles.make(called, 'text'), text, {
          name: called,
          ...(title ? { title } : {}),
          fileName,
          order: this.#recovered.count + 1,
        }),
        ...found.facts,
      });
    if (!this.#recovered.knows(article.id)) {
      this.#recovered.addArticle(withRemark(article, found.remark));
      if (document !== undefined) append(this.#byDocument, document, article);
    }
    const added = this.#annotate(article, found);
    for (const annotation of withLinks(found.links, added.annotations, added.ids)) this.#addTheir(annotation);
    for (const { to } of found.links) this.#name(to);
  }

  #add(annotation: Annotation): void {
    // With a codebook nobody asks for those that we wrote: it has what they need.
    if (!this.given) this.#all.push(annotation);
    this.#recovered.addAnnotation(annotation);
  }

  /** Adds an annotation that another tool made or changed. */
  #addTheir(annotation: Annotation): void {
    const checked = parseAnnotation(annotation);
    this.#theirs.push(checked);
    this.#add(checked);
  }

  /** Annotations of pieces, passages of one joined; and their ids by the keys of the pieces. */
  #annotate(article: Article, found: Pieces) {
    const ids = new Map<string, string>();
    const annotations = joinPassages(found).map(({ piece, keys }): Annotation => {
      const id = this.#ids.make(piece.key, 'mark', article.id);
      for (const key of keys) ids.set(key, id);
      const version = this.given?.version ?? DEFAULT_CODEBOOK.version;
      return newAnnotation(id, article, piece, this.#annotator(piece.by), version);
    });
    return { annotations, ids };
  }

  #annotator(by: string | undefined): string {
    const name = by || 'Imported';
    const id = this.#annotators.get(name) ?? this.#annotatorIds.make(name, 'annotator');
    this.#annotators.set(name, id);
    this.#recovered.nameAnnotator(id, name);
    return id;
  }

  #name(to: LinkEnd): void {
    if ('speaker' in to) this.#recovered.nameSpeaker(to.speaker, to.name);
    if ('claim' in to) this.#recovered.wordClaim(to.claim, to.wording);
  }
}

function withRemark(article: Article, remark: string | undefined): Article {
  const note = article.note ?? '';
  if (!remark || note.includes(remark)) return article;
  return { ...article, note: note === '' ? remark : `${note}\n\n${remark}` };
}
