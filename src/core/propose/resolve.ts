import type { Span } from '../text/span';
import type { Attribution, SourceWords } from './attribute/attribution';
import { PAPERS } from './attribute/medium';
import { holderOf } from './names/by-role';
import type { People } from './names/people';
import type { Person } from './names/person';
import { wordsOf } from './names/person';
import type { Story } from './names/pronouns';
import { genderOfPronoun, personOf } from './names/pronouns';
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
  const story: Story = { regions: reading.blocks, people, sources: [], learned: new Map() };
  const bySource = attributions
    .flatMap((attribution) => (attribution.source ? [{ attribution, source: attribution.source }] : []))
    .sort((a, b) => a.source.span.start - b.source.span.start);
  const sources = new Map<Attribution, ProposedSource>();
  for (const { attribution, source } of bySource) {
    const person = whoIs(source, text, story);
    remember(source, person, text, story);
    sources.set(attribution, sourceOf(source, person, text));
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
      source: sources.get(next) ?? null,
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

/** Notes who spoke, for the pronouns to come; a body or a paper is nobody that “she” could mean. */
function remember({ span, region }: SourceWords, person: Person | null, text: string, story: Story): void {
  const said = wordsOf(text.slice(span.start, span.end));
  const told = said.length === 1 ? genderOfPronoun(said[0]!) : undefined;
  if (person && told && person.gender === null) story.learned.set(person, told);
  const role = said.findLast((word) => ROLES.has(word.toLowerCase()))?.toLowerCase();
  if (region.within || (!person && !told && role === undefined)) return;
  const gender = told ?? (role === undefined ? null : (ROLES.get(role) ?? null));
  story.sources.push({ at: span.start, region, person, gender });
}

/** Whom the words of a source mean; null for those that only describe someone. */
function whoIs({ span, region, phrase }: SourceWords, text: string, story: Story): Person | null {
  const { people } = story;
  const said = wordsOf(text.slice(span.start, span.end));
  const exact = people.named(said, span.start, null);
  if (!phrase || (exact && exact.speaker !== null)) return exact;
  const first = said[0]?.toLowerCase() ?? '';
  const gender = genderOfPronoun(first);
  // “her poignant article” speaks for her
  if (gender && (said.length === 1 || PAPERS.test(said.at(-1)!))) {
    return personOf(gender, { at: span.start, region }, story);
  }
  if (phrase.run) {
    const { core, to } = phrase.run;
    const name = region.tokens.slice(core, to).map((token) => token.text);
    const title = region.tokens[phrase.run.from]!.lower;
    return people.named(name, span.start, HONORIFICS.get(title) ?? null);
  }
  const role = said.at(-1)?.toLowerCase() ?? '';
  const definite = first === 'the' && said.length <= 3 && ROLES.has(role);
  return definite ? holderOf(role, span.start, people) : null;
}
