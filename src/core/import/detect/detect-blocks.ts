import type { Block, BlockKind } from '../../project/model';
import type { Facts } from '../facts';
import { findHead } from './find-head';
import { findHeadings } from './find-headings';
import { findAnnouncedPosts, joinPosts } from './find-posts';
import { findPullQuotes } from './find-pull-quotes';
import { findTail } from './find-tail';
import type { Piece } from './pieces';
import { cutPieces } from './pieces';
import { beginReading } from './reading';

/** The structure of a text and what its lines say about it. */
export interface Detected {
  /** Ordered, disjoint, trimmed; everything that is not white space is in one. UTF-16. */
  readonly blocks: readonly Block[];
  readonly facts: Facts;
}

/**
 * Finds the headline, standfirst, headings, posts, pull quotes, captions and bylines of a plain text, whether
 * its paragraphs are parted by blank lines, are one line each, or are hard-wrapped. `text` is normalised.
 */
export function detectBlocks(text: string): Detected {
  return classify(text, cutPieces(text));
}

/** The same for a text already cut, with what markup knows about each piece. */
export function classify(text: string, cut: readonly Piece[]): Detected {
  const pieces = joinPosts(text, cut);
  const reading = beginReading(pieces);
  findHead(reading);
  findAnnouncedPosts(reading);
  findTail(reading);
  findPullQuotes(reading);
  findHeadings(reading);
  const blocks = pieces.map(({ start, end }, index): Block => {
    const kind: BlockKind = reading.kinds[index] ?? 'paragraph';
    return { kind, start, end };
  });
  return { blocks, facts: reading.facts };
}
