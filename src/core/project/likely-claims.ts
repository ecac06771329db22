import type { Span } from '../text/span';
import type { ClaimIndex, Wording } from './claim-index';
import { claimIndex, stemOf } from './claim-index';
import { entryOf } from './claim-links';
import type { ClaimRegister } from './claim-register';
import { claimRegister, tallyOf } from './claim-register';
import { sayingOf, variantsOf } from './claim-sayings';
import type { Word } from './claim-words';
import { INFLECTED, likeness, wordsOf } from './claim-words';
import type { Annotation, Claim, Project } from './model';

/** A claim that may be the same: an entry, or an annotation that is in no entry. */
export interface LikelyClaim {
  readonly of: { readonly claim: Claim } | { readonly annotation: Annotation };
  /** The wording that is most alike, which for an entry may be one of its variants. */
  readonly text: string;
  /** The parts of `text` that say the same, UTF-16. */
  readonly shared: readonly Span[];
  /** 0 to 1, and a little more when the same person says it. */
  readonly likeness: number;
}

/** Less than this is chance. */
const LEAST = 0.22;
const SAME_SPEAKER = 0.05;
/** So many wordings that share stems with what is asked are compared word by word. */
const COMPARED = 150;
/** An entry with many variants is looked up by the first few. */
const ASKED = 6;
/** Who says a claim is read of so many of its passages. */
const ASKED_WHO = 40;

/** The claims most likely to be the one that an annotation makes, the likeliest first; never its own entry. */
export function likelyClaims(
  project: Project,
  annotation: Annotation,
  limit: number,
): readonly LikelyClaim[] {
  const own = entryOf(project, annotation);
  const isOwn = (of: Wording['of']) =>
    'claim' in of ? of.claim === own : of.annotation.id === annotation.id;
  return likeliest(project, [annotation.quote], speakersOf(project, [annotation]), isOwn, limit);
}

/** The claims most likely to be the same as an entry, the likeliest first. */
export function likelyForEntry(project: Project, id: string, limit: number): readonly LikelyClaim[] {
  const register = claimRegister(project);
  const claim = project.claims.get(id);
  if (!claim) return [];
  const texts = [claim.wording, ...variantsOf(register, id).map(({ quote }) => quote)];
  const isOwn = (of: Wording['of']) => 'claim' in of && of.claim === id;
  const speakers = speakersOf(project, tallyOf(register, id).linked);
  return likeliest(project, [...new Set(texts)].slice(0, ASKED), speakers, isOwn, limit);
}

function likeliest(
  project: Project,
  texts: readonly string[],
  speakers: ReadonlySet<string>,
  isOwn: (of: Wording['of']) => boolean,
  limit: number,
): readonly LikelyClaim[] {
  const register = claimRegister(project);
  const index = claimIndex(project, register);
  const best = new Map<string, { wording: Wording; words: readonly Word[]; likeness: number }>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const wording of candidates(index, words)) {
      if (isOwn(wording.of)) continue;
      const alike = compare(index, words, wording.words);
      const name = 'claim' in wording.of ? `claim ${wording.of.claim}` : wording.of.annotation.id;
      if (alike < LEAST || alike <= (best.get(name)?.likeness ?? 0)) continue;
      best.set(name, { wording, words, likeness: alike });
    }
  }
  return [...best.values()]
    .map(({ wording, words, likeness: alike }): LikelyClaim => {
      const same = [...saidBy(project, register, wording.of)].some((id) => speakers.has(id));
      const { of: whose, text } = wording;
      const of = 'claim' in whose ? { claim: project.claims.get(whose.claim)! } : whose;
      return {
        of,
        text,
        shared: sharedWith(words, wording.words),
        likeness: alike + (same ? SAME_SPEAKER : 0),
      };
    })
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit);
}

/** The wordings that share the most telling stems, unsorted. */
function candidates({ wordings, weight, withStem }: ClaimIndex, words: readonly Word[]): readonly Wording[] {
  const sums = new Map<number, number>();
  const stems = new Map(words.map(({ text }) => [stemOf(text), weight(text)]));
  // What nearly all claims hold tells none of them apart, unless there is nothing else.
  const telling = [...stems].filter(
    ([stem]) => (withStem.get(stem)?.length ?? 0) <= 50 + wordings.length / 8,
  );
  for (const [stem, weighs] of telling.length > 0 ? telling : stems) {
    for (const place of withStem.get(stem) ?? []) sums.set(place, (sums.get(place) ?? 0) + weighs);
  }
  let found = [...sums];
  if (found.length > COMPARED) {
    // Sorting thousands that share a common word or two would take longer than all the rest.
    const most = Math.max(...found.slice(0, COMPARED).map(([, sum]) => sum));
    if (found.length > 8 * COMPARED) found = found.filter(([, sum]) => sum > most / 4);
    found.sort((a, b) => b[1] - a[1] || a[0] - b[0]).length = Math.min(COMPARED, found.length);
  }
  return found.map(([place]) => wordings[place]!);
}

/**
 * How alike two wordings are: what they share of all that they weigh, forms of a word counting in part; less
 * where both give numbers, or names, and these do not agree.
 */
function compare({ weight }: ClaimIndex, a: readonly Word[], b: readonly Word[]): number {
  let shared = 0;
  let all = 0;
  for (const [words, others] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const { text } of new Map(words.map((word) => [word.text, word])).values()) {
      const weighs = weight(text);
      all += weighs;
      shared += weighs * nearest(text, others);
    }
  }
  if (all === 0) return 0;
  const numbers = agreement(
    a.filter(({ number }) => number),
    b.filter(({ number }) => number),
    b,
    a,
  );
  const names = agreement(
    a.filter(({ name }) => name),
    b.filter(({ name }) => name),
    b,
    a,
  );
  return (shared / all) * (0.45 + 0.55 * numbers) * (0.6 + 0.4 * names);
}

/** How much of the shorter of two lists the other side says, too; 1 where a side has none. */
function agreement(
  a: readonly Word[],
  b: readonly Word[],
  besideB: readonly Word[],
  besideA: readonly Word[],
): number {
  if (a.length === 0 || b.length === 0) return 1;
  const [few, others] = a.length <= b.length ? [a, besideB] : [b, besideA];
  return few.filter(({ text }) => nearest(text, others) > 0).length / few.length;
}

/** How near the nearest of the words is: 1 for the same, 0 when none is a form of it. */
function nearest(text: string, words: readonly Word[]): number {
  let best = 0;
  for (const word of words) {
    if (word.text === text) return 1;
    if (best < 1 && !word.number) best = Math.max(best, likeness(text, word.text));
  }
  return best >= INFLECTED ? 0.5 + best / 2 : 0;
}

/** The words of `words` that `asked` says, too, UTF-16; little words only between or beside others do not count. */
function sharedWith(asked: readonly Word[], words: readonly Word[]): readonly Span[] {
  const telling = words.filter(({ text, number }) => (number || text.length > 3) && nearest(text, asked) > 0);
  return telling.map(({ start, end }) => ({ start, end }));
}

/** The parts of a text that say the same as another, to be emphasised; UTF-16. */
export function sharedWords(text: string, other: string): readonly Span[] {
  return sharedWith(wordsOf(other), wordsOf(text));
}

function saidBy(project: Project, register: ClaimRegister, of: Wording['of']): ReadonlySet<string> {
  return speakersOf(project, 'claim' in of ? tallyOf(register, of.claim).linked : [of.annotation]);
}

function speakersOf(project: Project, annotations: readonly Annotation[]): ReadonlySet<string> {
  return new Set(
    annotations
      .slice(0, ASKED_WHO)
      .flatMap((annotation) =>
        sayingOf(project, annotation).makers.flatMap((maker) => ('speaker' in maker ? maker.speaker : [])),
      ),
  );
}
