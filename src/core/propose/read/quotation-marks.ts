import type { Span } from '../../text/span';

/** What may close a passage that was opened with this mark. */
const CLOSING: Readonly<Record<string, string>> = {
  '“': '”"',
  '"': '"”',
  '”': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};

const WORD = /[\p{L}\p{N}\p{M}]/u;
const SPACE = /[\s\u00a0\u202f]/u;
/** What may stand before an opening mark, besides white space. */
const BEFORE = /[\s([{/—–―-]|[“„«"‘:,]/u;

/** Short words that begin with an apostrophe, and decades. */
const CLIPPED = /^['‘](?:\d0s|em|tis|twas|til|cause|round|n)(?![\p{L}\p{N}])/iu;

/** May the mark at this offset (UTF-16) open a passage? `inside` is the mark of the passage it stands in. */
export function opens(text: string, at: number, block: Span, inside: string | undefined): boolean {
  const mark = text[at]!;
  if (CLOSING[mark] === undefined) return false;
  const before = at > block.start ? text[at - 1]! : ' ';
  const after = at + 1 < block.end ? text[at + 1]! : ' ';
  if (mark === '„' || mark === '«') return true;
  if (mark === '“' || mark === '‹' || mark === '‚') return mark !== '‚' || !SPACE.test(after);
  if (SPACE.test(after) || !BEFORE.test(before)) return false;
  if (mark === '”' || mark === '»') return inside === undefined && !/[.,;:!?]/u.test(after);
  if (mark === '"') return true;
  return !CLIPPED.test(text.slice(at, at + 8));
}

/** Does the mark at this offset (UTF-16) close a passage opened with `open`? */
export function closes(text: string, at: number, open: string, block: Span): boolean {
  const mark = text[at]!;
  if (!CLOSING[open]?.includes(mark)) return false;
  const before = text[at - 1] ?? ' ';
  const after = at + 1 < block.end ? text[at + 1]! : ' ';
  if (mark === '»' || mark === '«' || mark === '›') return true;
  if (mark === '"' && SPACE.test(before)) return false;
  if (mark === '"' || mark === '”' || mark === '“') return true;
  if (WORD.test(after) || SPACE.test(before)) return false;
  return !isPossessive(text, at, block);
}

/** “the boys’ turn” inside ‘…’: an s before, a word after, and a better end to come. */
function isPossessive(text: string, at: number, block: Span): boolean {
  if (!/s/iu.test(text[at - 1]!) || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) return false;
  const rest = text.slice(at + 1, Math.min(block.end, at + 600));
  return text[at] === '’' ? /^[^‘]*[.,!?…]’/u.test(rest) : /^[^']*(?:\w'\w[^']*)*[.,!?…]'/u.test(rest);
}
