import type { Offsets } from '../../text/offsets';
import type { Span } from '../../text/span';
import { TEXT_ID } from './names';

/**
 * Passages as TEI pointers: the offset of the first character in the text and the number of characters, in code points
 * (XML's characters). One pointer for each passage; none = the text as a whole.
 */
export function pointersTo(spans: readonly Span[], offsets: Offsets): string {
  if (spans.length === 0) return `#${TEXT_ID}`;
  return spans
    .map(({ start, end }) => {
      const from = offsets.fromUtf16(start);
      return `#string-range(${TEXT_ID},${from},${offsets.fromUtf16(end) - from})`;
    })
    .join(' ');
}
