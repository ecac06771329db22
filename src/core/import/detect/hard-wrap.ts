import type { Line } from './pieces';

/** Nobody wraps by hand beyond this many UTF-16 units; longer lines are whole paragraphs. */
const WIDEST = 120;
const NARROWEST = 30;

/**
 * The width at which a text was hard-wrapped, in UTF-16 units, or 0 when each line is a paragraph of its
 * own. A text is hard-wrapped when nearly every line ends where the next word would no longer have fitted.
 */
export function wrapWidth(lines: readonly Line[]): number {
  let width = 0;
  let long = 0;
  for (const { text } of lines) {
    if (text.length > WIDEST) long++;
    else width = Math.max(width, text.length);
  }
  if (width < NARROWEST || long > lines.length / 10) return 0;
  let breaks = 0;
  let full = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index - 1]!;
    const next = lines[index]!;
    if (line.chunk !== next.chunk) continue;
    breaks++;
    if (line.text.length + 1 + firstWordLength(next.text) > width - 6) full++;
  }
  return breaks >= 3 && full / breaks >= 0.7 ? width : 0;
}

function firstWordLength(text: string): number {
  const space = text.search(/\s/u);
  return space < 0 ? text.length : space;
}
