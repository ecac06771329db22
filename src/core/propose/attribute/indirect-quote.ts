import type { Region } from '../read/region';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import type { Cue } from './cues';
import { isWritten } from './medium';
import type { Phrase } from './phrase';

/** What an indirect quote is made of, as ranges of tokens, `to` not included. */
export interface Ranges {
  readonly content: readonly { readonly from: number; readonly to: number }[];
  readonly cue: { readonly from: number; readonly to: number; readonly verb: Cue['verb'] | null };
  readonly source: Phrase | null;
}

/** The quote made of them; mixed when quoted passages are part of it. */
export function indirectQuote(region: Region, { content, cue, source }: Ranges): Attribution {
  const spans = content.map((range) => spanOf(region, range));
  const inside = content.flatMap(({ from, to }) => region.tokens.slice(from, to));
  const passages = inside.flatMap(({ passage }) => passage ?? []);
  const form = passages.length > 0 ? 'mixed' : 'indirect';
  const medium = isWritten(region, { cue, source }) ? 'writing' : 'speech';
  return { spans, form, medium, cue: spanOf(region, cue), source: placed(region, source), passages };
}

/** First persons report nothing here; things say only some verbs. */
export function maySay({ tokens, within }: Region, source: Phrase, { verb }: Cue): boolean {
  const { lower } = tokens[source.from]!;
  if (/^(?:i|we|you)$/u.test(lower)) return false;
  if (lower === 'it' && source.to - source.from === 1) return false;
  return !(within && verb.belief);
}
