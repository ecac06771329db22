import type { BlockKind } from '../project/model';
import type { Piece } from './detect/pieces';
import { replaceForbidden } from './normalise-text';

/** A block of a page or a Markdown file before it has a place in a text. */
export interface MarkedBlock {
  readonly text: string;
  /** What the markup says it is; 'paragraph' when it says little. */
  readonly hint: BlockKind;
}

/** Sets blocks under each other with a blank line between, and says where each stands (UTF-16). */
export function composeText(blocks: readonly MarkedBlock[]): { text: string; pieces: readonly Piece[] } {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let at = 0;
  for (const block of blocks) {
    const text = replaceForbidden(block.text.replace(/\r\n?|[\f\v]/gu, '\n')).trim();
    if (text === '') continue;
    if (pieces.length > 0) at += 2;
    pieces.push({ start: at, end: at + text.length, text, chunk: pieces.length, hint: block.hint });
    parts.push(text);
    at += text.length;
  }
  return { text: parts.join('\n\n'), pieces };
}
