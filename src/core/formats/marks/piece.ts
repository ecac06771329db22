import type { AttributeValue } from '../../project/model';
import type { Span } from '../../text/span';

/**
 * What other annotation tools have in common, and so what we exchange with them: labelled pieces of a text, each
 * with values and a note, and links between them. One annotation of ours may be several pieces in a tool that
 * knows no discontinuous ones.
 */
export interface Piece {
  /** Names it among the pieces of its text: the tool's own id where it has one. */
  readonly key: string;
  /** Our layer, or whatever the tool calls its label. */
  readonly label: string;
  /** UTF-16, canonical; none = the text as a whole. */
  readonly spans: readonly Span[];
  readonly values: readonly PieceValue[];
  /** '' = none. */
  readonly note: string;
  /** Who made it and when (ISO 8601), where the tool says so. */
  readonly by?: string;
  readonly at?: string;
}

export interface PieceValue {
  /** Id of our attribute, or the tool's name for it. */
  readonly name: string;
  readonly value: AttributeValue;
}

/** What a link leads to: another piece, passages that are no piece, or an entry of a register of ours. */
export type LinkEnd =
  | { readonly piece: string }
  | { readonly spans: readonly Span[] }
  | { readonly speaker: string; readonly name: string }
  | { readonly claim: string; readonly wording: string };

export interface PieceLink {
  /** Key of the piece it begins at. */
  readonly from: string;
  readonly role: string;
  readonly to: LinkEnd;
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly links: readonly PieceLink[];
}

/** Our annotations as a format shows them: who each piece belongs to. Annotations it cannot show have none. */
export interface Shown extends Pieces {
  /** Key of a piece -> id of the annotation. */
  readonly owners: ReadonlyMap<string, string>;
}

/** The role of a link from a further passage of a discontinuous annotation to its first one. */
export const CONTINUES = 'continues';
