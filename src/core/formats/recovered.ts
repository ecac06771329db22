import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import type {
  Annotation,
  Annotator,
  Article,
  Claim,
  Project,
  ProjectInfo,
  Reading,
  Speaker,
} from '../project/model';
import { compareAnnotations } from '../project/order';
import { parseAnnotator, parseClaim, parseInfo, parseSpeaker } from '../project/validate';
import type { Read } from './format';

/** What a project is called, as a file says it. Throws an InvalidError for what no project can be called. */
export function infoOf(id: unknown, name: unknown): Pick<ProjectInfo, 'id' | 'name'> {
  const { id: valid, name: said } = parseInfo({ id, name, note: '', createdAt: '1970' });
  return { id: valid, name: said };
}

/**
 * Puts a project together from what a file tells piece by piece. Adding an article or annotation whose id is
 * already there throws an Error; of a speaker, claim or annotator the first mention counts. Names that no entry can have throw an InvalidError.
 */
export class Recovered {
  #articles = new Map<string, Article>();
  readonly speakers = new Map<string, Speaker>();
  readonly claims = new Map<string, Claim>();
  readonly annotators = new Map<string, Annotator>();
  readonly readings = new Map<string, Reading>();
  #annotations = new Map<string, Annotation[]>();
  readonly #ids = new Set<string>();
  readonly #articleIds = new Set<string>();

  /** The articles that were added and are not let go. */
  get articles(): ReadonlyMap<string, Article> {
    return this.#articles;
  }

  /** Was an article with this id added? */
  knows(id: string): boolean {
    return this.#articleIds.has(id);
  }

  /** How many articles were added. */
  get count(): number {
    return this.#articleIds.size;
  }

  addArticle(article: Article): void {
    if (this.knows(article.id)) throw new Error(`two articles have the id ${article.id}`);
    this.#articleIds.add(article.id);
    this.#articles.set(article.id, article);
  }

  addAnnotation(annotation: Annotation): void {
    if (this.#ids.has(annotation.id)) throw new Error(`two annotations have the id ${annotation.id}`);
    this.#ids.add(annotation.id);
    const list = this.#annotations.get(annotation.articleId);
    if (list) list.push(annotation);
    else this.#annotations.set(annotation.articleId, [annotation]);
  }

  /** A speaker of whom only the name is known; none without a name. */
  nameSpeaker(id: string, name: string): void {
    if (name !== '' && !this.speakers.has(id)) {
      this.speakers.set(id, parseSpeaker({ id, name, aliases: [], kind: 'unspecified', note: '' }));
    }
  }

  wordClaim(id: string, wording: string): void {
    if (!this.claims.has(id)) this.claims.set(id, parseClaim({ id, wording, note: '' }));
  }

  nameAnnotator(id: string, name: string): void {
    if (!this.annotators.has(id)) this.annotators.set(id, parseAnnotator({ id, name: name || id }));
  }

  /** The articles and annotations added since the last time, in reading order, which are let go; their ids are not. */
  letGo(): Read {
    for (const list of this.#annotations.values()) list.sort(compareAnnotations);
    const read = { articles: this.#articles, annotations: this.#annotations };
    this.#articles = new Map();
    this.#annotations = new Map();
    return read;
  }

  /** The project without what was let go, annotations in reading order. Without a codebook it has the built-in one. */
  project(info: Partial<ProjectInfo>, codebook = DEFAULT_CODEBOOK): Project {
    return {
      ...this.letGo(),
      info: { id: 'imported', name: 'Imported', note: '', createdAt: '1970-01-01T00:00:00.000Z', ...info },
      codebook,
      speakers: this.speakers,
      claims: this.claims,
      annotators: this.annotators,
      readings: this.readings,
    };
  }
}
