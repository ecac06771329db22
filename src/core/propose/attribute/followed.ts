import type { Region } from '../read/region';
import type { Attribution } from './attribution';
import { contentEnd } from './content-end';
import type { Cue } from './cues';
import { cueAt } from './cues';
import { indirectQuote, maySay } from './indirect-quote';
import type { Phrase } from './phrase';
import { isSpeaking } from './phrase';
import { phraseAfter } from './phrase-after';
import { sourceBefore } from './sources';
import { plainTail } from './tails';
import { hasVerb } from './verbs';
import { CONNECTORS, PREPOSITIONS } from './words';

/** Verbs that may stand before their subject in reports: …, said the union. */
const INVERTED = /^(?:say|write|add|argue|warn|report|claim|insist|explain)$/u;

/** …, the union said on Tuesday. The wind, the captain said, was … */
export function following(region: Region, from: number, cue: Cue, to: number): Attribution | null {
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
    return indirectQuote(region, { content: [{ from: first, to: comma }], cue, source });
  }
  const rest = { from: end + 1, to: contentEnd(region, end + 1, to) };
  if (rest.to <= rest.from || cueAt(region, rest.from)?.form === 'ing') {
    return first !== null && isClause(region, first, comma)
      ? indirectQuote(region, { content: [{ from: first, to: comma }], cue, source })
      : null;
  }
  if (
    first !== null &&
    isClause(region, first, comma) &&
    /^(?:while|as|which|who|weeks|days|months|hours|years)$/u.test(tokens[rest.from]!.lower)
  ) {
    return indirectQuote(region, { content: [{ from: first, to: comma }], cue, source });
  }
  return indirectQuote(region, {
    content: first === null ? [rest] : [{ from: first, to: comma }, rest],
    cue,
    source,
  });
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
