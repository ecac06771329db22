import type { Span } from '../text/span';
import type { Attribution, SourceWords } from './attribute/attribution';
import { PAPERS } from './attribute/medium';
import { PRONOUNS } from './attribute/words';
import type { People } from './names/people';
import type { Person } from './names/person';
import { wordsOf } from './names/person';
import type { Understood } from './names/pronouns';
import { personOf } from './names/pronouns';
import { HONORIFICS, ROLES } from './names/titles';
import type { ProposedSource, QuoteProposal } from './proposal';
import { keyOf } from './proposal';
import type { ArticleReading } from './read/read-article';

/** Says of each attribution who is meant. */
export function resolve(
  reading: ArticleReading,
  people: People,
  attributions: readonly Attribution[],
): readonly QuoteProposal[] {
  const { text } = reading.article;
  const understood: Understood[] = [];
  const bySource = [...attributions].sort(
    (a, b) => (a.source?.span.start ?? 0) - (b.source?.span.start ?? 0),
  );
  const sources = new Map<Attribution, ProposedSource | null>();
  for (const next of bySource) {
    const person = next.source && whoIs(next.source, text, people, understood);
    if (next.source && person)
      understood.push({ start: next.source.span.start, region: next.source.region, person });
    sources.set(next, next.source && sourceOf(next.source, person, text));
  }
  return attributions.map((next) => {
    const { spans, form, medium, cue } = next;
    return {
      kind: 'quote',
      key: keyOf('quote', spans),
      spans,
      form,
      medium,
      cue,
      source: sources.get(next)!,
    };
  });
}

function sourceOf({ span, phrase }: SourceWords, person: Person | null, text: string): ProposedSource {
  if (person) return { span, name: person.name, speaker: person.speaker };
  return { span, name: phrase === null ? words(text, span) : '', speaker: null };
}

function words(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/gu, ' ').trim();
}

/** Whom the words of a source mean; null for those that only describe someone. */
function whoIs(
  { span, region, phrase }: SourceWords,
  text: string,
  people: People,
  understood: readonly Understood[],
): Person | null {
  const said = wordsOf(text.slice(span.start, span.end));
  const exact = people.named(said, span.start, null);
  if (!phrase || (exact && exact.speaker !== null)) return exact;
  const first = said[0]?.toLowerCase() ?? '';
  if (said.length === 1 && PRONOUNS.has(first))
    return personOf(first, { at: span.start, region }, people, understood);
  if (phrase.run) {
    const { core, to } = phrase.run;
    const name = region.tokens.slice(core, to).map((token) => token.text);
    const title = region.tokens[phrase.run.from]!.lower;
    return people.named(name, span.start, HONORIFICS.get(title) ?? null);
  }
  // “her poignant article” speaks for her
  if (/^(?:his|her)$/u.test(first) && PAPERS.test(said.at(-1)!)) {
    return personOf(first === 'his' ? 'he' : 'she', { at: span.start, region }, people, understood);
  }
  return byRole(said, span.start, people);
}

/** “the mayor”: the only one the article calls so, or the one named last. */
function byRole(said: readonly string[], at: number, people: People): Person | null {
  const role = said.at(-1)?.toLowerCase() ?? '';
  if (said.length > 3 || !/^the$/iu.test(said[0] ?? '') || !ROLES.has(role)) return null;
  const holders = people.all.filter(({ roles, human }) => human && roles.has(role));
  if (holders.length < 2) return holders[0] ?? null;
  return (
    people.places.findLast(({ person, start }) => start < at && holders.includes(person))?.person ?? null
  );
}
