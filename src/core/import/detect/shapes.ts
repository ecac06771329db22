/** Looks at the ends only, so that a line of 30 MB costs no more than a short one. UTF-16 units. */
const TAIL = 16;

/** Does it end as a sentence does (. ! ? …), quotation marks and brackets after it allowed? */
export function endsSentence(text: string): boolean {
  return /[.!?…][”’"'»)\]]*$/u.test(text.slice(-TAIL));
}

/** Does it end with a full stop that is one, and not part of an abbreviation such as "U.S."? */
function endsWithStop(text: string): boolean {
  const tail = text.slice(-TAIL);
  return /\.[”’"'»)\]]*$/u.test(tail) && !/(?:^|[\s(])(?:\p{L}\.){2,}$/u.test(tail) && !/\.\.\.$/u.test(tail);
}

/** Does it end with any mark of punctuation that headings do not end with? */
export function endsPunctuated(text: string): boolean {
  return /[.!?…:;,][”’"'»)\]]*$/u.test(text.slice(-TAIL));
}

/** No quotation of one paragraph is longer; in UTF-16 units. */
const LONGEST_QUOTED = 5000;

/** Is it one quotation from first to last, with no "she said" in between? */
export function isWhollyQuoted(text: string): boolean {
  return (
    /^[“"«„‘']/u.test(text) &&
    /[”"»“’'][.!?…,]?$/u.test(text.slice(-TAIL)) &&
    text.length > 2 &&
    text.length <= LONGEST_QUOTED &&
    !/[,.!?…—–][”"]\s+\S/u.test(text)
  );
}

/** The number of words, counted no further than 60. */
export function wordCount(text: string): number {
  return text.slice(0, 1000).split(/\s+/u, 60).filter(Boolean).length;
}

/** Does it begin as a list's entry does? */
export function isListItem(text: string): boolean {
  return /^(?:[-*•·–]\s|\d{1,3}[.)]\s)/u.test(text);
}

/** Could a newspaper print this as a headline? Short, with a letter, and not ending as a sentence does. */
export function isHeadlineShaped(text: string): boolean {
  return (
    text.length <= 250 &&
    /\p{L}/u.test(text) &&
    !isListItem(text) &&
    !/^https?:\/\/\S+$/iu.test(text) &&
    !/[:;,]$/u.test(text) &&
    !endsWithStop(text) &&
    (text.length <= 140 || !endsSentence(text))
  );
}

/** Could this stray line be a heading within the text? */
export function isHeadingShaped(text: string): boolean {
  return (
    text.length <= 80 &&
    wordCount(text) <= 12 &&
    /^[\p{Lu}\p{N}“"‘'¿¡#]/u.test(text) &&
    /\p{L}/u.test(text) &&
    !/^https?:\/\//iu.test(text) &&
    !isListItem(text) &&
    !isWhollyQuoted(text) &&
    !endsPunctuated(text)
  );
}

/** A paragraph that tells the story, as opposed to the lines that stand above it. */
export function isBodyShaped(text: string): boolean {
  if (text.length <= 160 && isWhollyQuoted(text)) return false;
  if (endsWithStop(text)) return true;
  if (endsSentence(text)) return text.length > 140;
  return text.length > (text.endsWith(':') ? 60 : 250);
}
