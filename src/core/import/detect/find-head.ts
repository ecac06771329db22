import type { Facts } from '../facts';
import { learn, webAddress } from '../facts';
import { isName, isOutletName, isPersonName, namesATrade, parseByline } from './bylines';
import { findDate, withoutDates } from './dates';
import { findHeadline } from './find-headline';
import { labelledLine, learnLabelled } from './labels';
import type { Reading } from './reading';
import { isBodyShaped } from './shapes';

/** How many pieces may stand above a story. */
const HEAD = 12;

/**
 * Marks what stands above the story: labelled lines, dates, bylines, the headline, the standfirst; and
 * notes what they say.
 */
export function findHead(reading: Reading): void {
  const end = headEnd(reading);
  for (let index = 0; index < end; index++) markPaperLine(reading, index);
  findHeadline(reading, end);
  for (let index = 0; index < end; index++) markAuthorLine(reading, index);
}

/** The index of the first piece of the story itself. */
function headEnd({ pieces, kinds }: Reading): number {
  const last = Math.min(pieces.length, HEAD);
  for (let index = 0; index < last; index++) {
    const kind = kinds[index];
    if (kind === 'post' || kind === 'blockquote' || kind === 'paragraph') return index;
    if (kind !== null || isPaperLine(pieces[index]!.text)) continue;
    const { text } = pieces[index]!;
    // A sentence with the byline or the date right under it is a standfirst, not the story.
    const below = pieces[index + 1]?.text;
    const stands = index > 0 && index < 6 && text.length <= 350 && below !== undefined && isPaperLine(below);
    if (isBodyShaped(text) && !stands) return index;
  }
  return last;
}

/** Does a line speak of the article (who, when, where from) and not of the world? */
function isPaperLine(text: string): boolean {
  if (text.length > 300) return false;
  return (
    parseByline(text) !== undefined ||
    labelledLine(text) !== undefined ||
    webAddress(text) !== undefined ||
    isDateLine(text)
  );
}

function isDateLine(text: string): boolean {
  if (text.length > 160 || !findDate(text)) return false;
  const rest = withoutDates(text);
  return rest === '' || (SEPARATOR.test(text) && rest.length <= 80 && rest.split(SEPARATOR).every(isName));
}

const SEPARATOR = /\s*[|·•–—/]\s*|\s-\s/u;

function markPaperLine({ pieces, kinds, facts }: Reading, index: number): void {
  if (kinds[index] !== null && kinds[index] !== 'byline') return;
  const { text } = pieces[index]!;
  const labelled = labelledLine(text);
  const byline = parseByline(text);
  if (labelled && learnLabelled(facts, labelled.field, labelled.value)) {
    if (labelled.field === 'title' || labelled.field === 'standfirst') kinds[index] = labelled.field;
    else kinds[index] = 'byline';
  } else if (byline) {
    kinds[index] = 'byline';
    learn(facts, 'byline', byline.author);
    learn(facts, 'publishedAt', byline.publishedAt);
  } else if (isDateLine(text)) {
    kinds[index] = 'byline';
    learn(facts, 'publishedAt', findDate(text)!.iso);
    learnNames(facts, withoutDates(text));
  } else if (webAddress(text)) {
    kinds[index] = 'byline';
    learn(facts, 'url', webAddress(text));
  } else if (kinds[index] === 'byline') {
    learnNames(facts, text);
  }
}

/** "Jane Doe | The Harbour Post": which name is whose. */
function learnNames(facts: Facts, text: string): void {
  for (const name of text.split(SEPARATOR)) {
    if (isOutletName(name)) learn(facts, 'outlet', name);
    else if (isPersonName(name)) learn(facts, 'byline', name);
  }
}

/** A bare name over a date, or a name with a trade ("Jane Doe, harbour correspondent"), under the headline. */
function markAuthorLine({ pieces, kinds, facts }: Reading, index: number): void {
  if (kinds[index] !== null || !kinds.slice(0, index).includes('title')) return;
  const { text } = pieces[index]!;
  const below = pieces[index + 1]?.text ?? '';
  const [name = '', ...rest] = text.split(/\s*[,|·•–—]\s*/u, 4);
  const named = text.length <= 100 && name.includes(' ') && isPersonName(name) && !isOutletName(name);
  if (named && (rest.some(namesATrade) || (rest.length === 0 && isDateLine(below)))) {
    kinds[index] = 'byline';
    learn(facts, 'byline', name);
  } else if (kinds[index - 1] === 'byline' && namesATrade(text) && !isBodyShaped(text)) {
    kinds[index] = 'byline';
  }
}
