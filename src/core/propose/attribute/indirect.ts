import type { Span } from '../../text/span';
import type { Region } from '../read/read-article';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import { contentEnd, contentStart, plainTail } from './clauses';
import type { Cue } from './cues';
import { cueAt, isAccording } from './cues';
import { isWritten } from './medium';
import type { Phrase } from './phrases';
import { hasVerb, isSpeaking, isVerb, phraseAfter } from './phrases';
import { sourceBefore } from './sources';
import { CONNECTORS, PREPOSITIONS } from './words';

/** What the sentences of a region say that someone said, without a passage of its own in quotation marks. */
export function indirectQuotes(region: Region, used: ReadonlySet<number>): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const { from, to } of region.sentences) {
    // What is longer is no sentence, but a text without stops.
    if (to - from <= 400) inClause(region, from, to, used, found, 0);
  }
  return found;
}

function inClause(
  region: Region,
  from: number,
  to: number,
  used: ReadonlySet<number>,
  found: Attribution[],
  depth: number,
): void {
  for (let at = from; at < to; at++) {
    if (used.has(at)) continue;
    if (isAccording(region, at)) {
      const { attribution, content, end } = accordingTo(region, from, at, to) ?? {};
      if (!attribution) continue;
      found.push(attribution);
      if (depth < 4 && content) inClause(region, content.from, content.to, used, found, depth + 1);
      at = end! - 1;
      continue;
    }
    const cue = cueAt(region, at);
    if (!cue) continue;
    const introduced = introducing(region, from, cue, to);
    if (introduced) {
      const { attribution, start, end } = introduced;
      found.push(attribution);
      if (depth < 4) inClause(region, start, end, used, found, depth + 1);
      at = end - 1;
      continue;
    }
    const following = after(region, from, cue, to);
    if (following) found.push(following);
  }
}

interface Ranges {
  readonly content: readonly { readonly from: number; readonly to: number }[];
  readonly cue: { readonly from: number; readonly to: number; readonly verb: Cue['verb'] | null };
  readonly source: Phrase | null;
}

function made(region: Region, { content, cue, source }: Ranges): Attribution {
  const spans: Span[] = content.map((range) => spanOf(region, range));
  const inside = content.flatMap(({ from, to }) => region.tokens.slice(from, to));
  const passages = inside.flatMap(({ passage }) => passage ?? []);
  const form = passages.length > 0 ? 'mixed' : 'indirect';
  const medium = isWritten(region, { cue, source }) ? 'writing' : 'speech';
  return { spans, form, medium, cue: spanOf(region, cue), source: placed(region, source), passages };
}

/** The union said that …; Omar Reyes said he …; a reporter asked whether … */
function introducing(region: Region, from: number, cue: Cue, to: number) {
  if (cue.verb.naming) return naming(region, from, cue, to);
  const start = contentStart(region, cue, to);
  if (!start) return null;
  const source = sourceBefore(region, from, cue.from);
  if (!source || !maySay(region, source, cue)) return null;
  const end = contentEnd(region, start.at, endOfRelative(region, from, cue, to));
  if (end - start.at < 2) return null;
  const only = region.tokens.slice(start.at, end).every(({ kind }) => kind !== 'word');
  if (only) return null;
  const attribution = made(region, { content: [{ from: start.at, to: end }], cue, source });
  return { attribution, start: start.at, end };
}

/** “A clerk, who said that …, gave it to us”: a clause with “who” ends where the sentence goes on. */
function endOfRelative({ tokens }: Region, from: number, cue: Cue, to: number): number {
  const who = tokens.slice(Math.max(from, cue.from - 3), cue.from).some(({ lower }) => lower === 'who');
  if (!who) return to;
  const at = tokens.findIndex(
    (token, index) =>
      index > cue.to && index < to && token.lower === ',' && index + 1 < to && isVerb(tokens[index + 1]!),
  );
  return at < 0 ? to : at;
}

/** First persons report nothing here; things say only some verbs. */
function maySay({ tokens, within }: Region, source: Phrase, { verb }: Cue): boolean {
  const { lower } = tokens[source.from]!;
  if (/^(?:i|we|you)$/u.test(lower)) return false;
  if (lower === 'it' && source.to - source.from === 1) return false;
  return !(within && verb.belief);
}

/** … called the union’s account “simply untrue.” … accused the union of “making politics.” */
function naming(region: Region, from: number, cue: Cue, to: number) {
  const { tokens } = region;
  for (let at = cue.to; at < Math.min(to, cue.to + 14); at++) {
    const { kind, lower, passage } = tokens[at]!;
    if (kind === 'mark' && !/[’'&-]/u.test(lower)) return null;
    if (!passage) continue;
    if (at === cue.to && cue.verb.lemma !== 'describe') return null;
    const last = tokens[at - 1]!.lower;
    const joint = /^(?:as|of|for|a|an|the)$/u.test(last);
    if (hasVerb(tokens, cue.to, at)) return null;
    const source = sourceBefore(region, from, cue.from);
    if (!source) return null;
    const begin = joint || cue.verb.lemma !== 'call' ? at : cue.to;
    const attribution = made(region, { content: [{ from: begin, to: at + 1 }], cue, source });
    const form = begin === at ? 'direct' : 'mixed';
    return { attribution: { ...attribution, form } as Attribution, start: at + 1, end: at + 1 };
  }
  return null;
}

/** Verbs that may stand before their subject in reports: …, said the union. */
const INVERTED = /^(?:say|write|add|argue|warn|report|claim|insist|explain)$/u;

/** …, the union said on Tuesday. The wind, the captain said, was … */
function after(region: Region, from: number, cue: Cue, to: number): Attribution | null {
  const { tokens } = region;
  if (!cue.verb.direct && !cue.verb.bare && !cue.verb.things) return null;
  if (cue.form === 'ing' || (cue.form === 'base' && cue.verb.noun)) return null;
  const upright = sourceBefore(region, from, cue.from);
  let source: Phrase | null = null;
  let start = cue.from;
  let end = cue.to;
  if (upright && commaBefore(region, from, upright.from)) {
    source = upright;
    start = upright.from;
  } else if (tokens[cue.from - 1]?.lower === ',' && INVERTED.test(cue.verb.lemma)) {
    const phrase = phraseAfter(region, cue.to, to);
    source = phrase && (phrase.run || isSpeaking(region, phrase)) ? phrase : null;
    end = source?.to ?? end;
  }
  if (!source || !maySay(region, source, cue)) return null;
  while (start > from && tokens[start - 1]!.lower !== ',') start--;
  const comma = start - 1;
  if (comma <= from) return null;
  end = plainTail(region, end, to);
  const first = contentFrom(region, from, comma);
  const next = tokens[end];
  const closes = end >= to || (next?.kind === 'mark' && /^[.!?]$/u.test(next.lower));
  const goesOn = next?.lower === ',' && end + 2 < to;
  if (!closes && !goesOn) return null;
  if (closes) {
    if (first === null || !isClause(region, first, comma)) return null;
    return made(region, { content: [{ from: first, to: comma }], cue, source });
  }
  const rest = { from: end + 1, to: contentEnd(region, end + 1, to) };
  if (rest.to <= rest.from || cueAt(region, rest.from)?.form === 'ing') {
    return first !== null && isClause(region, first, comma)
      ? made(region, { content: [{ from: first, to: comma }], cue, source })
      : null;
  }
  if (
    first !== null &&
    isClause(region, first, comma) &&
    /^(?:while|as|which|who|weeks|days|months|hours|years)$/u.test(tokens[rest.from]!.lower)
  ) {
    return made(region, { content: [{ from: first, to: comma }], cue, source });
  }
  return made(region, { content: first === null ? [rest] : [{ from: first, to: comma }, rest], cue, source });
}

/** Right before the source, or before its role, stands the comma that parts it from what is said. */
function commaBefore({ tokens }: Region, from: number, source: number): boolean {
  let at = source - 1;
  while (at > from && source - at < 6 && tokens[at]!.kind === 'word' && !PREPOSITIONS.has(tokens[at]!.lower))
    at--;
  return at >= from && tokens[at]!.lower === ',';
}

/** Where the content begins that a comma ends: not with “But” alone. Null where nothing is left. */
function contentFrom({ tokens }: Region, from: number, comma: number): number | null {
  let at = from;
  while (at < comma && (CONNECTORS.has(tokens[at]!.lower) || tokens[at]!.lower === ',')) at++;
  return at < comma ? from + (at > from && tokens[at - 1]!.lower === ',' ? at - from : 0) : null;
}

function isClause(region: Region, from: number, to: number): boolean {
  const isHeadline = /^(?:title|heading|standfirst)$/u.test(region.block.kind);
  const { tokens } = region;
  if (to - from < 3) return false;
  return (
    (isHeadline || hasVerb(tokens, from, to)) &&
    !/^(?:asked|speaking|when|after|as|in|on|at|during)$/u.test(tokens[from]!.lower)
  );
}

/** According to X, …; …, according to X; …, according to X, … */
function accordingTo(region: Region, from: number, at: number, to: number) {
  const { tokens } = region;
  const source = phraseAfter(region, at + 2, to);
  if (!source || /^(?:plan|schedule|taste|size|law)$/u.test(tokens[source.from]!.lower)) return null;
  const cue = { from: at, to: at + 2, verb: null };
  let end = source.to;
  while (end < to && tokens[end]!.kind === 'word') end++;
  const rest = tokens[end]?.lower === ',' ? { from: end + 1, to: contentEnd(region, end + 1, to) } : null;
  const hasRest = rest !== null && rest.to - rest.from > 1;
  let stop = at;
  while (stop > from && tokens[stop - 1]!.kind === 'mark') stop--;
  const first = { from, to: stop };
  const words = (range: { from: number; to: number }) =>
    tokens.slice(range.from, range.to).some(({ kind }) => kind === 'word');
  if (at === from || !words(first)) {
    if (!hasRest) return null;
    return { attribution: made(region, { content: [rest], cue, source }), content: rest, end: rest.to };
  }
  const content =
    hasRest && !/^(?:and|but|which|who|while|as)$/u.test(tokens[rest.from]!.lower) ? [first, rest] : [first];
  return {
    attribution: made(region, { content, cue, source }),
    content: null,
    end: content.at(-1)!.to > at ? content.at(-1)!.to : end,
  };
}
