import { pieces, wordPieces } from './segmentation';
import type { Span } from './span';

/**
 * Abbreviations after which a full stop does not end a sentence, written without the stop, lower case.
 * Titles, courts and parties, months and the like that news English puts before a name or a number.
 */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms mx dr prof rev fr hon pres gov sen sens rep reps lt col gen sgt capt cmdr adm maj cpl ' +
    'st sr jr vs etc al cf e.g i.e inc corp ltd co bros dept univ assn no nos vol ed eds pp ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'u.s u.k u.n e.u d.c a.m p.m approx est ave blvd rd mt ft'
  ).split(' '),
);

/** Abbreviations that also close sentences ("… in the U.S. He said"): kept together only before a name's rest. */
const MAY_END = new Set([
  'u.s',
  'u.k',
  'u.n',
  'e.u',
  'd.c',
  'a.m',
  'p.m',
  'etc',
  'inc',
  'corp',
  'ltd',
  'co',
  'jr',
  'sr',
]);

/** Words that begin sentences far more often than they follow an abbreviation inside one. */
const OPENERS =
  /^[“"‘'(]*(?:the|a|an|he|she|it|they|we|i|you|in|on|at|but|and|that|this|these|those|there|his|her|its|their|as|when|while|after|before|if|for|most|many|some)\b/i;

const segmenters = new Map<string, Intl.Segmenter>();

/** The segmenter for a language tag; English cuts what an unknown tag would. */
export function segmenter(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const key = `${language}/${granularity}`;
  let found = segmenters.get(key);
  if (!found) {
    try {
      found = new Intl.Segmenter(language, { granularity });
    } catch {
      found = new Intl.Segmenter('en', { granularity }); // an unknown language tag must not stop reading
    }
    segmenters.set(key, found);
  }
  return found;
}

/**
 * The sentences of one block, as spans of the whole text (UTF-16), trimmed of outer white space.
 * `Intl.Segmenter` proposes, and proposals that end in an abbreviation ("Sens.", "D-N.Y.", "U.S.", an
 * initial) are joined with the next.
 */
export function sentences(text: string, block: Span, language = 'en'): readonly Span[] {
  const found: Span[] = [];
  let start = block.start;
  for (const { end } of pieces(text, block, segmenter(language, 'sentence'))) {
    const last = text.slice(Math.max(start, end - 64), end); // enough for a word, and never the whole block again
    const next = text.slice(end, Math.min(end + 24, block.end));
    if (runsOn(last, next) || endsInAbbreviation(last, next)) continue;
    const span = trim(text, { start, end });
    if (span) found.push(span);
    start = end;
  }
  const rest = trim(text, { start, end: block.end });
  if (rest) found.push(rest);
  return found;
}

/** “Is it?” he asked; Yahoo! said: a mark before a small letter ends nothing (ICU looks only past full stops). */
function runsOn(sentence: string, next: string): boolean {
  return /[?!][?!"”’'»)\]]*[^\S\n]*$/u.test(sentence) && /^\p{Ll}/u.test(next);
}

function endsInAbbreviation(sentence: string, next: string): boolean {
  const word = /(?<![\p{L}\p{N}])(\p{L}[\p{L}.-]*)\.\s*$/u.exec(sentence)?.[1]; // “£2m.” is no initial
  if (!word) return false;
  const plain = word.toLowerCase();
  const last = plain.split('-').at(-1)!;
  const initials = /^(?:\p{L}\.)*\p{L}$/u.test(last); // "J", "N.Y", "U.S"
  if (!initials && !ABBREVIATIONS.has(plain)) return false;
  const mayEnd = MAY_END.has(plain) || (initials && last.length > 1);
  return !(mayEnd && OPENERS.test(next));
}

/**
 * The words of one block, as spans of the whole text (UTF-16): runs that `Intl.Segmenter` calls word-like,
 * with what news writing glues to them (#tags, @handles, hyphened words) kept as one.
 */
export function words(text: string, block: Span, language = 'en'): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end, wordLike } of wordPieces(text, block, segmenter(language, 'word'))) {
    if (!wordLike) continue;
    const last = found.at(-1);
    if (last && /^[-‐‑]$/u.test(text.slice(last.end, start))) {
      found[found.length - 1] = { start: last.start, end };
    } else {
      const glued = start > block.start && /[#@]/.test(text[start - 1]!) ? start - 1 : start;
      found.push({ start: glued, end });
    }
  }
  return found;
}

/** The span without white space at its ends, or null when nothing else is in it. */
export function trim(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  return start < end ? { start, end } : null;
}

const OPENING = /[“‘"'«„‚([¿¡]/u;
const CLOSING = /[”’"'»“‘)\].,!?;:…%]/u;

/**
 * A selection made with the hand, as the researcher meant it: grown to whole words, then trimmed of white
 * space. Quotation marks and final stops that the hand took stay; those just outside are left out.
 * Returns null for a selection without any text. `block` bounds the words looked at (UTF-16).
 */
export function snapToWords(text: string, span: Span, blocks: readonly Span[], language = 'en'): Span | null {
  const trimmed = trim(text, span);
  if (!trimmed) return null;
  let { start, end } = trimmed;
  for (const block of blocks) {
    if (block.end <= start || block.start >= end) continue;
    for (const word of words(text, block, language)) {
      if (word.start < start && start < word.end && !isEdge(text, start, OPENING)) start = word.start;
      if (word.start < end && end < word.end && !isEdge(text, end - 1, CLOSING)) end = word.end;
    }
  }
  return { start, end };
}

/** A mark of punctuation at the cut means that the hand stopped there on purpose ("’em", "D-N.Y.)"). */
function isEdge(text: string, at: number, marks: RegExp): boolean {
  return marks.test(text[at] ?? '');
}
