import type { Span } from '../../text/span';
import type { SourceLine } from './lines';
import type { SplitRule } from './rule';

/** A piece of a file that was cut: an article, a line between two, or what stands before the first. */
export interface SplitPiece extends Span {
  readonly kind: 'article' | 'separator' | 'cover';
}

/**
 * Cuts a source at the lines that match. The pieces follow upon each other from 0 to `length`, so that joined
 * they are the source; an article holds something besides white space.
 */
export function splitAt(
  lines: readonly SourceLine[],
  length: number,
  pattern: RegExp,
  { line: where, cover }: Pick<SplitRule, 'line' | 'cover'>,
): readonly SplitPiece[] {
  const pieces: SplitPiece[] = [];
  let from = 0;
  let inked = false;
  let begun = false;
  const cut = (kind: SplitPiece['kind'], to: number) => {
    if (to <= from) return;
    const last = pieces.at(-1);
    // Separators under each other, and the white space between them, are one.
    if (kind === 'separator' && last?.kind === 'separator') {
      pieces[pieces.length - 1] = { kind, start: last.start, end: to };
    } else pieces.push({ kind, start: from, end: to });
    from = to;
  };
  const close = (to: number) => {
    cut(!inked ? 'separator' : begun || !cover ? 'article' : 'cover', to);
    inked = false;
  };
  for (const { text, start, end } of lines) {
    const inks = text.trim() !== '';
    if (!pattern.test(text)) {
      inked ||= inks;
      continue;
    }
    close(start);
    begun = true;
    if (where === 'between') cut('separator', end);
    else inked = inks;
  }
  close(length);
  return pieces;
}
