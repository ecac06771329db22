import type { Article } from '../../project/model';
import { normalise } from '../../text/span';
import { counted } from '../counted';
import { place, type Selected } from '../web-place';
import type { ArticleFinder } from './article-finder';
import { FoundRoughly, roughNote } from './found-roughly';
import type { Gathering } from './gather';
import type { Piece, PieceLink } from './piece';

/** What another tool marked in a text that it does not give. */
export interface Unplaced {
  /** As Piece.key, unique in the file. */
  readonly key: string;
  /** The address of the page, or whatever names the text; '' = nothing. */
  readonly source: string;
  /** What each passage is said to be. None = the text as a whole; null = passages of a kind that we cannot read. */
  readonly passages: readonly Selected[] | null;
  /** A piece for each. */
  readonly labels: readonly string[];
  /** The rest, of the first piece. */
  readonly about: Pick<Piece, 'values' | 'note' | 'by' | 'at'>;
}

/** What a file says of texts that it does not hold. */
export interface UnplacedFile {
  readonly path: string;
  readonly items: readonly Unplaced[];
  readonly links: readonly PieceLink[];
  /** What positions count, where they are in our text at all; null = they are of another text, and only words tell. */
  readonly positions: 'utf16' | null;
}

/**
 * Adds what a file marks to the articles that it is about: those at the addresses it names, else those in which its
 * words are. What cannot be placed is left out; the warnings say how many, and why.
 */
export function setDown(gathering: Gathering, finder: ArticleFinder, file: UnplacedFile): void {
  const { path, items, links, positions } = file;
  const counts = { elsewhere: 0, unread: 0, nowhere: 0, moved: 0 };
  const rough = new FoundRoughly();
  const bySource = new Map<string, Unplaced[]>();
  for (const item of items) bySource.set(item.source, [...(bySource.get(item.source) ?? []), item]);
  const byArticle = new Map<Article, Piece[]>();
  for (const [source, group] of bySource) {
    const article = articleOf(finder, source, group, positions);
    if (!article) {
      counts.elsewhere += group.length;
      continue;
    }
    const pieces = byArticle.get(article) ?? [];
    byArticle.set(article, pieces);
    for (const { key, passages, labels, about } of group) {
      const notes: string[] = [];
      if (passages === null) {
        counts.unread++;
        continue;
      }
      // Without positions words are found one by one, and roughly all the same.
      const found = passages.flatMap((passage) => {
        const one = place(finder.searched(article), passage, positions, true);
        if (one?.by === 'roughly') {
          rough.add(passage.quote!.exact, article.text.slice(one.span.start, one.span.end));
          notes.push(roughNote(passage.quote!.exact));
        }
        return one ?? [];
      });
      if (found.length < passages.length) counts.nowhere++;
      if (found.length === 0 && passages.length > 0) continue;
      if (positions !== null && found.some(({ by }) => by === 'quote')) counts.moved++;
      const spans = normalise(found.map(({ span }) => span));
      const note = [about.note, ...notes].filter((line) => line !== '').join('\n');
      labels.forEach((label, at) => {
        const rest = at === 0 ? { ...about, note } : { ...about, values: [], note: '' };
        pieces.push({ key: at === 0 ? key : `${key}_${at + 1}`, label, spans, ...rest });
      });
    }
  }
  for (const [article, pieces] of byArticle) {
    const known = new Set(pieces.map(({ key }) => key));
    const { id, text } = article;
    gathering.add({
      article,
      text,
      pieces,
      links: links.filter(({ from, to }) => known.has(from) && 'piece' in to && known.has(to.piece)),
      place: path,
      fileName: path,
      name: id,
      show: () => ({ pieces: [], links: [], owners: new Map() }),
      recognise: 'place',
    });
  }
  const tell = (count: number, one: string, many: string) => {
    if (count > 0) gathering.warnings.push(`${path}: ${counted(count, one, many)}`);
  };
  tell(
    counts.elsewhere,
    'annotation is of a text that is no article here and is left out',
    'annotations are of texts that are no articles here and are left out',
  );
  tell(
    counts.unread,
    'annotation marks something else than text and is left out',
    'annotations mark something else than text and are left out',
  );
  tell(
    counts.nowhere,
    'annotation has a passage that is not found in the text and is left out',
    'annotations have passages that are not found in the text and are left out',
  );
  for (const warning of rough.warnings()) gathering.warnings.push(`${path}: ${warning}`);
  tell(
    counts.moved,
    'annotation was found by its words, not at its position',
    'annotations were found by their words, not at their positions',
  );
}

function articleOf(
  finder: ArticleFinder,
  source: string,
  group: readonly Unplaced[],
  positions: UnplacedFile['positions'],
): Article | null {
  const named = finder.at(source);
  if (named !== undefined) return named;
  const passages = group.flatMap((item) => item.passages ?? []);
  const [only, ...others] = finder.articles.values();
  // Positions alone do not tell one text from another: there must be only one.
  const bare =
    positions !== null && passages.length > 0 && passages.every(({ quote }) => quote === undefined);
  return finder.holding(passages) ?? (bare && others.length === 0 ? (only ?? null) : null);
}
