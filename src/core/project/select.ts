import type { Certainty, Status } from './model';

/** Stands among the speakers of a selection for the article's author. No id begins so. */
export const AUTHOR = '@author';

/**
 * A question to the annotations of a project, as a person builds it of chips: every condition given must
 * hold, and of the choices within one condition any. Plain data, so that it can be saved and shared.
 */
export interface Selection {
  /** Layer ids. */
  readonly layers?: readonly string[];
  /** Attribute id -> values of which one must be set; `null` stands for "unset", in the layers that have it. */
  readonly attributes?: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  /**
   * Ids of speakers behind it: source, maker, holder, or whom a mention is; inherited ones count. `AUTHOR` is the
   * article's author, `null` no one: neither an entry of the register nor the author.
   */
  readonly speakers?: readonly (string | null)[];
  /** Ids of speakers it is about: the target of a sentiment. */
  readonly about?: readonly string[];
  /** Ids of register claims it makes. */
  readonly claims?: readonly string[];
  /** Ids of articles. */
  readonly articles?: readonly string[];
  readonly outlets?: readonly string[];
  readonly annotators?: readonly string[];
  readonly statuses?: readonly Status[];
  readonly certainties?: readonly Certainty[];
  /** Words found in the marked text or the note, case aside. */
  readonly text?: string;
  /** Has a note (true) or none (false). */
  readonly noted?: boolean;
  /** Date of publication, YYYY-MM-DD, both included. */
  readonly from?: string;
  readonly to?: string;
}

/** A selection with a name, kept with the project. */
export interface SavedQuery {
  readonly id: string;
  readonly name: string;
  readonly selection: Selection;
}
