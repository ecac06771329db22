import type { Span } from '../text/span';
import type { ClaimIndex, Wording } from './claim-index';
import { claimIndex, stemOf } from './claim-index';
import { compare, sharedWith } from './claim-likeness';
import { entryOf, RELATIONS } from './claim-links';
import type { ClaimRegister } from './claim-register';
import { claimRegister, tallyOf } from './claim-register';
import { relatedTo } from './claim-relations';
import { sayingOf, variantsOf } from './claim-sayings';
import type { Word } from './claim-words';
import { wordsOf } from './claim-words';
import type { Annotation, Claim, Project, Target } from './model';

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

/**
 * The claims most likely to be the one that an annotation makes, the likeliest first; never its own entry, and
 * none that it speaks for or against, since nothing does so to itself.
 */
export function likelyClaims(
  project: Project,
  annotation: Annotation,
  limit: number,
): readonly LikelyClaim[] {
  const related = RELATIONS.flatMap((kind) => annotation.roles[kind] ?? []);
  const not = new Set([
    annotation.id,
    entryOf(project, annotation),
    ...related.map((target) => ('claim' in target ? target.claim : idOf(target))),
  ]);
  return likeliest(project, [annotation.quote], speakersOf(project, [annotation]), not, limit);
}

const idOf = (target: Target) => ('annotation' in target ? target.annotation : undefined);

/** The claims most likely to be the same as an entry, likewise. */
export function likelyForEntry(project: Project, id: string, limit: number): readonly LikelyClaim[] {
  const register = claimRegister(project);
  const claim = project.claims.get(id);
  if (!claim) return [];
  const texts = [claim.wording, ...variantsOf(register, id).map(({ quote }) => quote)];
  const related = Object.values(relatedTo(project, register, id)).flatMap(({ to, from }) => [...to, ...from]);
  const others = related.map(({ other }) => ('claim' in other ? other.claim.id : other.annotation.id));
  const speakers = speakersOf(project, tallyOf(register, id).linked);
  return likeliest(project, [...new Set(texts)].slice(0, ASKED), speakers, new Set([id, ...others]), limit);
}

function likeliest(
  project: Project,
  texts: readonly string[],
  speakers: ReadonlySet<string>,
  not: ReadonlySet<string | undefined>,
  limit: number,
): readonly LikelyClaim[] {
  const register = claimRegister(project);
  const index = claimIndex(project, register);
  const best = new Map<string, { wording: Wording; words: readonly Word[]; likeness: number }>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const wording of candidates(index, words)) {
      const id = 'claim' in wording.of ? wording.of.claim : wording.of.annotation.id;
      if (not.has(id)) continue;
      const alike = compare(index, words, wording.words);
      const name = 'claim' in wording.of ? `claim ${id}` : id;
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
