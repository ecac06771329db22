import type { ClaimRegister } from './claim-register';
import type { Word } from './claim-words';
import { LITTLE, wordsOf } from './claim-words';
import type { Annotation, Claim, Project } from './model';

/** Words in which a claim is put: an entry's wording, or the quote of an annotation. */
export interface Wording {
  /** The id of the entry, or the annotation that is in no entry. */
  readonly of: { readonly claim: string } | { readonly annotation: Annotation };
  readonly text: string;
  readonly words: readonly Word[];
}

/** All wordings of all claims, and how much each word tells. */
export interface ClaimIndex {
  readonly wordings: readonly Wording[];
  /** How much a folded word weighs: the rarer among the claims, the more; short words little. */
  readonly weight: (word: string) => number;
  /** Stem -> the wordings that hold it, as places in `wordings`. */
  readonly withStem: ReadonlyMap<string, readonly number[]>;
}

/** What is the same for most forms of a word, in most languages: how it begins. */
export const stemOf = (word: string): string => word.slice(0, 4);

/** What was read of rows that are still the same, so that an edit does not read all claims again. */
const read = new WeakMap<Claim | Annotation, readonly Word[]>();
const indexes = new WeakMap<ClaimRegister, { readonly of: Project['claims']; readonly index: ClaimIndex }>();

/** The index of a register; kept until the register or a wording in it changes. O(all words). */
export function claimIndex(project: Project, register: ClaimRegister): ClaimIndex {
  const known = indexes.get(register);
  const index = known && saySame(known.of, project.claims) ? known.index : readIndex(project, register);
  indexes.set(register, { of: project.claims, index });
  return index;
}

function saySame(before: Project['claims'], after: Project['claims']): boolean {
  if (before === after) return true;
  for (const claim of after.values()) if (before.get(claim.id)?.wording !== claim.wording) return false;
  return true;
}

function readIndex(project: Project, register: ClaimRegister): ClaimIndex {
  const wordings: Wording[] = [];
  const add = (of: Wording['of'], row: Claim | Annotation, text: string) => {
    const words = read.get(row) ?? wordsOf(text);
    read.set(row, words);
    if (words.length > 0) wordings.push({ of, text, words });
  };
  for (const claim of project.claims.values()) {
    const of = { claim: claim.id };
    add(of, claim, claim.wording);
    const seen = new Set([claim.wording]);
    for (const annotation of register.tallies.get(claim.id)?.linked ?? []) {
      if (seen.has(annotation.quote)) continue;
      seen.add(annotation.quote);
      add(of, annotation, annotation.quote);
    }
  }
  for (const annotation of register.unregistered) add({ annotation }, annotation, annotation.quote);
  return { wordings, ...weighed(wordings) };
}

function weighed(wordings: readonly Wording[]): Pick<ClaimIndex, 'weight' | 'withStem'> {
  const counts = new Map<string, number>();
  const withStem = new Map<string, number[]>();
  wordings.forEach(({ words }, place) => {
    const seen = new Set<string>();
    for (const { text } of words) {
      if (seen.has(text)) continue;
      seen.add(text);
      counts.set(text, (counts.get(text) ?? 0) + 1);
      const stem = stemOf(text);
      const places = withStem.get(stem);
      if (!places) withStem.set(stem, [place]);
      else if (places.at(-1) !== place) places.push(place);
    }
  });
  const weight = (word: string) =>
    Math.log(1 + wordings.length / (counts.get(word) ?? 0.5)) * (/^\p{N}/u.test(word) ? 1 : brevity(word));
  return { weight, withStem };
}

/** Among few claims rarity tells little, but words of a letter or two rarely carry what is claimed. */
const brevity = (word: string) => (LITTLE.has(word) ? 0.3 : ([0, 0.1, 0.2, 0.45, 0.7][word.length] ?? 1));
