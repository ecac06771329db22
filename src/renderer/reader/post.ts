import type { Span } from '../../core/text/span';

/** Where the author line of an embedded post begins ("— Name (@handle) October 15, 2017"), UTF-16; null if it has none. */
export function attributionStart(text: string, block: Span): number | null {
  const at = text.lastIndexOf('\n', block.end - 1) + 1;
  const start = Math.max(at, block.start);
  return /^\s*[—–―-]\s*\S/.test(text.slice(start, block.end)) ? start : null;
}
