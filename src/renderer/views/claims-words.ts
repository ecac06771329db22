import type { ClaimTally } from '../../core/project/claim-register';
import type { Maker, Saying } from '../../core/project/claim-sayings';
import { layerOf, valueLabel } from '../../core/project/codebook';
import type { Annotation, Project, Verdict } from '../../core/project/model';
import { shortDate } from '../panels/library-pane';
import { plural } from '../ui/words';
import { placeOf } from './speakers-place';

/** The colour that goes with a verdict; the word always stands with it. */
export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  unchecked: 'neu',
  supported: 'pos',
  refuted: 'neg',
  'not enough evidence': 'neu',
  disputed: 'claim',
};

/** "3 wordings in 4 articles of 2 outlets · 12–19 Mar 2024". */
export function tallyWords(tally: ClaimTally, variants: number): string {
  if (tally.linked.length === 0) return 'No passage makes it yet';
  const outlets = tally.outlets > 1 ? ` of ${plural(tally.outlets, 'outlet')}` : '';
  const where = `${plural(variants, 'wording')} in ${plural(tally.articles, 'article')}${outlets}`;
  const when = daysOf(tally);
  return when === '' ? where : `${where} · ${when}`;
}

const DAYS = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** The first to the last day, or nothing when no article says. */
export function daysOf({ first, last }: ClaimTally): string {
  if (first === undefined || last === undefined) return '';
  const [from, to] = [first, last].map((day) => new Date(`${day}T12:00:00`)) as [Date, Date];
  if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()))
    return first === last ? first : `${first} – ${last}`;
  return DAYS.formatRange(from, to);
}

/** Someone who makes a claim, by name. */
export function makerName(project: Project, maker: Maker): string {
  if ('speaker' in maker) return project.speakers.get(maker.speaker)?.name ?? 'a speaker no longer there';
  if ('author' in maker) return maker.author ?? 'the author';
  return maker.words;
}

/** All who make it at one passage; empty when nobody is named. */
export function makerNames(project: Project, { makers }: Saying): string {
  return makers.map((maker) => makerName(project, maker)).join(', ');
}

/** One passage in words: when, where, and what kind of claim the annotator called it. */
export interface SayingWords {
  readonly published: string | undefined;
  readonly date: string;
  readonly place: string;
  /** "allegation"; empty when unset. */
  readonly kind: string;
}

export function sayingWords(project: Project, annotation: Annotation): SayingWords {
  const article = project.articles.get(annotation.articleId);
  const kind = layerOf(project.codebook, annotation.layer)?.attributes[0];
  const value = kind && annotation.attributes[kind.id];
  return {
    published: article?.publishedAt,
    date: article?.publishedAt ? shortDate(article.publishedAt) : '',
    place: article ? placeOf(article, annotation.spans[0]?.start) : '',
    kind: kind && value !== undefined ? valueLabel(kind, value) : '',
  };
}
