import type { Span } from '../text/span';
import { overlaps } from '../text/span';
import { nameRuns } from './names/name-runs';
import type { People } from './names/people';
import type { Person } from './names/person';
import { HONORIFICS } from './names/titles';
import type { MentionProposal, QuoteProposal } from './proposal';
import { keyOf } from './proposal';
import type { ArticleReading } from './read/read-article';
import type { Region } from './read/region';

/** Where people of the register, those the text introduces and the named sources of quotes are mentioned. */
export function mentions(
  { blocks, insides }: ArticleReading,
  people: People,
  quotes: readonly QuoteProposal[],
): readonly MentionProposal[] {
  const sources = new Set(quotes.flatMap(({ source }) => (source?.name ? [source.name] : [])));
  const wanted = people.all.filter(
    ({ sure, name, speaker }) => sure || speaker !== null || sources.has(name),
  );
  const byFirst = new Map<string, { readonly form: readonly string[]; readonly person: Person }[]>();
  for (const person of wanted) {
    for (const form of person.forms) {
      const key = form[0]!.toLowerCase();
      const list = byFirst.get(key);
      if (list) list.push({ form, person });
      else byFirst.set(key, [{ form, person }]);
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.form.length - a.form.length);
  const found: MentionProposal[] = [];
  for (const region of [...blocks, ...insides]) {
    for (let at = 0; at < region.tokens.length; at++) {
      const candidates = byFirst.get(region.tokens[at]!.lower);
      const form = candidates?.find((next) => stands(region, at, next.form))?.form;
      if (!form) continue;
      found.push(mention(region, at, form, people));
      at += form.length - 1;
    }
  }
  return withoutOverlap(found);
}

/** Does the name stand here, and not as part of a longer one? */
function stands(region: Region, at: number, form: readonly string[]): boolean {
  const { tokens } = region;
  for (let next = 0; next < form.length; next++) {
    const token = tokens[at + next];
    if (!token || token.kind === 'quote') return false;
    const same = token.text === form[next];
    if (!same && !(next === 0 && /^\p{Ll}/u.test(form[0]!) && token.lower === form[0])) return false;
  }
  const run = nameRuns(region).get(at) ?? nameRuns(region).get(at + form.length - 1);
  return !run || !(run.core < at || run.to > at + form.length) || at <= run.from;
}

function mention(region: Region, at: number, form: readonly string[], people: People): MentionProposal {
  const { tokens } = region;
  let from = at;
  while (
    from > 0 &&
    HONORIFICS.has(tokens[from - 1]!.lower) &&
    tokens[from - 1]!.capital &&
    /^\p{Lu}/u.test(form[0]!)
  )
    from--;
  const title = from < at ? (HONORIFICS.get(tokens[from]!.lower) ?? null) : null;
  const span: Span = { start: tokens[from]!.start, end: tokens[at + form.length - 1]!.end };
  const person = people.named(form, span.start, title) ?? people.named(form, span.start, null);
  const spans = [span] as const;
  return {
    kind: 'mention',
    key: keyOf('mention', spans),
    spans,
    name: person?.name ?? '',
    speaker: person?.speaker ?? null,
  };
}

function withoutOverlap(found: readonly MentionProposal[]): readonly MentionProposal[] {
  const sorted = [...found].sort(
    (a, b) => a.spans[0].start - b.spans[0].start || b.spans[0].end - a.spans[0].end,
  );
  return sorted.filter((next, at) => at === 0 || !overlaps(sorted[at - 1]!.spans[0], next.spans[0]));
}
