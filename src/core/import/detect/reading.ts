import type { BlockKind } from '../../project/model';
import type { Facts } from '../facts';
import { isCaption } from './credits';
import type { Piece } from './pieces';

/**
 * A text while its structure is being found: the passes (headline, tail, …) fill in kinds and facts, each
 * touching only what is still open (null). What is open in the end is a paragraph.
 */
export interface Reading {
  readonly pieces: readonly Piece[];
  readonly kinds: (BlockKind | null)[];
  readonly facts: Facts;
}

/** Begins a reading with what markup says and with captions, which are known by their own words. */
export function beginReading(pieces: readonly Piece[]): Reading {
  const kinds = pieces.map(({ hint, text }) => {
    if (hint && hint !== 'paragraph') return hint;
    return isCaption(text) ? 'caption' : null;
  });
  return { pieces, kinds, facts: {} };
}
