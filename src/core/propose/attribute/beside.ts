import type { Cue } from './cues';
import type { Phrase } from './phrase';

/** Words beside a passage that attribute it: indexes of tokens. */
export interface Beside {
  /** The cue's tokens, or null where only a name and a colon stand there. */
  readonly cue: { readonly from: number; readonly to: number; readonly verb: Cue['verb'] | null } | null;
  readonly source: Phrase | null;
  /** Behind the last token of the words that attribute. */
  readonly end: number;
}
