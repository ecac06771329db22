import { smallestEnclosing } from './enclosing';
import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import type { Standing } from './standing';
import { IS, standingsIn } from './standing';
import { partiesIn, stands } from './who-stands';

/** One thing a speaker says or feels, with the claims and feelings inside it. */
export interface Statement {
  readonly annotation: Annotation;
  readonly standing: Standing;
  /** Said by the speaker; false for a feeling the article ascribes without the speaker's words. */
  readonly said: boolean;
  /** What the speaker claims in it: itself, or claims inside the quote. */
  readonly claims: readonly Annotation[];
  /** What the speaker feels in it: itself, or feelings inside the quote. */
  readonly feelings: readonly Annotation[];
  /** Ids of other speakers it speaks of: those it feels something toward, and those mentioned in its words. */
  readonly about: readonly string[];
}

/** Everything that points at one speaker, by what it is to the speaker. */
export interface Voice {
  readonly statements: readonly Statement[];
  readonly mentions: readonly Standing[];
  /** Feelings toward the speaker. */
  readonly toward: readonly Standing[];
  /** What is none of these: who a quote is spoken to, a stance. */
  readonly other: readonly Standing[];
}

/**
 * What one speaker says, feels and is to others. `standings` are the speaker's own, article by article and in
 * reading order in each (see register.ts); the statements come in the same order. A claim or feeling stands
 * with the smallest quote around it when the speaker is its source, else alone.
 */
export function voiceOf(project: Project, speaker: string, standings: readonly Standing[]): Voice {
  const kinds = layerKinds(project.codebook);
  const voice = { statements: [], mentions: [], toward: [], other: [] } as Gathering;
  for (let from = 0, to: number; from < standings.length; from = to) {
    const { articleId } = standings[from]!.annotation;
    to = from + 1;
    while (standings[to]?.annotation.articleId === articleId) to++;
    gather(standings.slice(from, to), project.annotations.get(articleId) ?? []);
  }
  return voice;

  function gather(own: readonly Standing[], list: readonly Annotation[]): void {
    const quotes = new Map<string, Draft>();
    for (const standing of own) {
      const words = kinds.words.get(standing.annotation.layer);
      if (words && stands(standing, words.source)) quotes.set(standing.annotation.id, draftOf(standing));
    }
    const found: Draft[] = [];
    /** The statement it belongs to: the speaker's quote around it, or one of its own. */
    const hostOf = (standing: Standing, layer: string | undefined) => {
      const outer = layer && smallestEnclosing(list, standing.annotation, layer);
      const host = (outer && quotes.get(outer.id)) || draftOf(standing);
      if (host.standing === standing) found.push(host);
      return host;
    };
    for (const standing of own) {
      const { annotation, ways } = standing;
      const quote = quotes.get(annotation.id);
      if (quote) found.push(quote);
      const claim = kinds.claims.get(annotation.layer);
      const makes = claim && ways.find(({ role }) => claim.makers.has(role));
      if (makes && !quote) hostOf(standing, claim.makers.get(makes.role)?.layer).claims.push(annotation);
      const feeling = kinds.feelings.get(annotation.layer);
      const feels = feeling && stands(standing, feeling.holder.id);
      if (feels && !quote && !makes)
        hostOf(standing, feeling.holder.inherits.layer).feelings.push(annotation);
      const isTarget = feeling && stands(standing, feeling.target.id);
      if (isTarget) voice.toward.push(standing);
      const isMention = stands(standing, IS);
      if (isMention) voice.mentions.push(standing);
      if (!quote && !makes && !feels && !isTarget && !isMention) voice.other.push(standing);
    }
    const others = found.length > 0 ? partiesIn(standingsIn(project, list)) : null;
    for (const { standing, claims, feelings } of found) {
      const { annotation, statement } = standing;
      const about = new Set(others!.mentionsWithin(annotation));
      for (const feeling of feelings) {
        const target = kinds.feelings.get(feeling.layer)?.target.id;
        for (const next of others!.of(feeling.id)) {
          if (target !== undefined && stands(next.standing, target)) about.add(next.speaker);
        }
      }
      about.delete(speaker);
      voice.statements.push({ annotation, standing, said: statement, claims, feelings, about: [...about] });
    }
  }
}

type Gathering = { -readonly [K in keyof Voice]: Voice[K][number][] };

interface Draft {
  readonly standing: Standing;
  readonly claims: Annotation[];
  readonly feelings: Annotation[];
}

const draftOf = (standing: Standing): Draft => ({ standing, claims: [], feelings: [] });
