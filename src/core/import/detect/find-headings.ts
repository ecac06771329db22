import type { Reading } from './reading';
import { isHeadingShaped } from './shapes';

/** So many stray lines in a row are a list, a table or verse, not headings. */
const A_LIST = 3;

/**
 * Marks short stray lines between paragraphs as headings: no mark of punctuation at the end, something
 * above, something below. Lines that markup calls paragraphs are believed.
 */
export function findHeadings({ pieces, kinds }: Reading): void {
  for (let from = 0; from < pieces.length; ) {
    let to = from;
    while (kinds[to] === null && pieces[to]!.hint === undefined && isHeadingShaped(pieces[to]!.text)) to++;
    if (to === from) {
      from++;
      continue;
    }
    if (to - from < A_LIST && from > 0 && to < pieces.length) kinds.fill('heading', from, to);
    from = to;
  }
}
