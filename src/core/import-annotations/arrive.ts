import { counted } from '../formats/counted';
import type { FormatUnit, Parsed, Reader } from '../formats/format';
import { codebookOf } from '../formats/marks/codebook-of';
import { ForeignIds } from '../formats/marks/foreign-ids';
import { FoundRoughly } from '../formats/marks/found-roughly';
import type { Annotation, Article, Project } from '../project/model';
import { compareAnnotations } from '../project/order';
import { articlesInOrder } from '../project/query';
import { placementProblem } from '../project/validate';
import { type Carried, type CarrySpan, carried, carrier, righter } from './carry-over';
import { evenKey } from './even-text';
import { KnownArticles } from './match-articles';

/** An article of the file, and where it is in the open project. */
export interface Matched {
  /** The id that annotations name it by: that of our article, or of the new one. */
  readonly articleId: string;
  readonly title: string;
  /** 'same' and 'even' (but for white space) are certain; of 'quote' the text differs; 'new' is not here yet. */
  readonly how: 'same' | 'even' | 'quote' | 'new';
  /** Annotations whose words had to be looked for and were found, and those whose words are not there. */
  readonly moved: number;
  readonly lost: number;
}

/** What a file holds, set down in the articles of the open project and ready to be mapped onto its codebook. */
export interface Arrival {
  readonly format: { readonly id: string; readonly label: string; readonly unit: FormatUnit };
  /**
   * The project in the file. Articles that the open project has are those of the open project; the others have ids
   * that are free there. The codebook names everything that the annotations carry.
   */
  readonly project: Project;
  readonly articles: readonly Matched[];
  /** Links to passages that are not in the text any more. */
  readonly lostTargets: number;
  /** Quotes of annotations that are lost, a few. */
  readonly lostQuotes: readonly string[];
  readonly warnings: readonly string[];
}

const MOST_QUOTES = 20;

/**
 * Finds the articles of a file among those of the open project, by text, address or title, and sets its annotations
 * down there: at their places where the text is the same, at their words where it is not.
 */
export function arrive(
  { id, label, unit }: Pick<Reader, 'id' | 'label' | 'unit'>,
  { project: foreign, warnings }: Parsed,
  ours: ReadonlyMap<string, Article>,
): Arrival {
  const known = new KnownArticles(ours);
  const ids = new ForeignIds();
  for (const taken of ours.keys()) ids.take(taken);
  const articles = new Map<string, Article>();
  const annotations = new Map<string, Annotation[]>();
  const matched: Matched[] = [];
  const lostQuotes: string[] = [];
  const all: Annotation[] = [];
  const rough = new FoundRoughly();
  let lostTargets = 0;
  let notes = 0;
  const spellings = new Map<string, number>();
  for (const { text } of foreign.articles.values())
    spellings.set(evenKey(text), (spellings.get(evenKey(text)) ?? 0) + 1);
  for (const article of articlesInOrder(foreign)) {
    const list = foreign.annotations.get(article.id) ?? [];
    // Of two that read the same, one would find its words in the other when the file is read again.
    const twins = (spellings.get(evenKey(article.text)) ?? 0) > 1;
    const place = placeOf(article, list, ours, known, twins);
    const isNew = place.how === 'new';
    const target = isNew ? { ...article, id: ids.make(article.id, 'text') } : place.article;
    if (isNew) known.addNew(target);
    else if (article.note && article.note !== target.note) notes++;
    articles.set(target.id, target);
    let [moved, lost] = [0, 0];
    const kept = annotations.get(target.id) ?? [];
    for (const annotation of list) {
      const found = place.set(annotation, target);
      if (!found || placementProblem(found.annotation, target)) {
        lost++;
        if (lostQuotes.length < MOST_QUOTES) lostQuotes.push(annotation.quote);
        continue;
      }
      lostTargets += found.lostTargets;
      if (found.roughly) rough.add(annotation.quote, found.annotation.quote);
      if (place.how === 'quote' && annotation.spans.length > 0) moved++;
      kept.push(found.annotation);
      all.push(found.annotation);
    }
    if (kept.length > 0) annotations.set(target.id, kept);
    matched.push({ articleId: target.id, title: target.title, how: place.how, moved, lost });
  }
  let orphans = 0;
  for (const [articleId, list] of foreign.annotations)
    if (!foreign.articles.has(articleId)) orphans += list.length;
  for (const list of annotations.values()) list.sort(compareAnnotations);
  const codebook = codebookOf(foreign.codebook, all, [], foreign.codebook.name);
  return {
    format: { id, label, unit },
    project: { ...foreign, articles, annotations, codebook },
    articles: matched,
    lostTargets,
    lostQuotes,
    warnings: [
      ...rough.warnings(),
      ...warnings,
      ...(orphans > 0
        ? [
            counted(
              orphans,
              'annotation without its article is left out',
              'annotations without their articles are left out',
            ),
          ]
        : []),
      ...(notes > 0
        ? [
            counted(
              notes,
              'note on an article that is here already is left out',
              'notes on articles that are here already are left out',
            ),
          ]
        : []),
    ],
  };
}

type Placed =
  | { readonly how: 'new'; readonly set: SetDown }
  | { readonly how: 'same' | 'even' | 'quote'; readonly article: Article; readonly set: SetDown };

type SetDown = (annotation: Annotation, article: Article) => Carried | null;

const bring =
  (carry: CarrySpan): SetDown =>
  (annotation, article) =>
    carried(annotation, article, carry);
const STAY = bring((span) => span);

function placeOf(
  article: Article,
  list: readonly Annotation[],
  ours: ReadonlyMap<string, Article>,
  known: KnownArticles,
  twins: boolean,
): Placed {
  // A file without texts was set down in our own article; its quotes say whether that is the text it means.
  if (ours.get(article.id) === article) {
    return { how: 'same', article, set: righter(article.text) };
  }
  const same = known.same(article);
  if (same) {
    const { how, carry } = carrier(article.text, same.text);
    if (how !== 'quote') return { how, article: same, set: bring(carry) };
  }
  const marks = list.filter(({ spans }) => spans.length > 0);
  for (const alike of marks.length > 0 && !twins ? known.alike(article) : []) {
    const { carry } = carrier(article.text, alike.text);
    const found = marks.filter((annotation) => carried(annotation, alike, carry)).length;
    // One headline may stand over two articles; then the words are elsewhere.
    if (2 * found >= marks.length) return { how: 'quote', article: alike, set: bring(carry) };
  }
  return { how: 'new', set: STAY };
}
