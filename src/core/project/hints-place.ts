import type { Layer } from './codebook';
import type { Hint } from './hints';
import type { Annotation } from './model';
import { IS } from './standing';

/** What one annotation of a layer is called in a sentence, and several: "mention", "mentions". */
export function noun(layer: Layer): { readonly one: string; readonly many: string } {
  const one = layer.roles.some(({ id }) => id === IS) ? 'mention' : layer.label.toLowerCase();
  return { one, many: /(?:s|x|z|ch|sh)$/.test(one) ? `${one}es` : `${one}s` };
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** Scripts that set no spaces between words: there every letter stands beside another. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const OPENING = /["“„«‹‘‚「『]/;
const CLOSING = /["”“»›」』]/;

/** Where its ends are: inside a word; and for quotes, just inside the quotation marks. */
export function placeHints(
  text: string,
  { id, spans }: Annotation,
  layer: Layer | undefined,
  quotes: ReadonlySet<string>,
): readonly Hint[] {
  if (!layer) return [];
  const name = noun(layer);
  const hint = (rule: string, says: string, many: string): Hint => ({
    rule: `${layer.id}/${rule}`,
    annotationId: id,
    text: `This ${name.one} ${says}`,
    many: `${name.many} ${many}`,
  });
  const hints: Hint[] = [];
  if (spans.some(({ start }) => cutsWord(text, start))) {
    hints.push(hint('begins', 'begins inside a word', 'begin inside a word'));
  }
  if (spans.some(({ end }) => cutsWord(text, end))) {
    hints.push(hint('ends', 'ends inside a word', 'end inside a word'));
  }
  if (quotes.has(layer.id) && spans.some(({ start, end }) => leavesMarksOut(text, start, end))) {
    hints.push(hint('marks', 'leaves out its quotation marks', 'leave out their quotation marks'));
  }
  return hints;
}

/** Is there a letter or digit of a spaced script on both sides of the offset? */
function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = characterBefore(text, offset);
  const after = String.fromCodePoint(text.codePointAt(offset)!);
  return WORD.test(before) && WORD.test(after) && !UNSPACED.test(before) && !UNSPACED.test(after);
}

function characterBefore(text: string, offset: number): string {
  const code = text.codePointAt(offset - 2);
  return code !== undefined && code > 0xffff && offset > 1
    ? String.fromCodePoint(code)
    : text.charAt(offset - 1);
}

/**
 * Does a quotation mark stand just outside one end? A straight or opening mark before, a straight or closing
 * one after; a single closing mark only where a single one opened, for it may be an apostrophe.
 */
function leavesMarksOut(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const single = before === '‘' || before === '‚' || text.charAt(start) === '‘';
  return (before !== '' && OPENING.test(before)) || CLOSING.test(after) || (single && after === '’');
}
