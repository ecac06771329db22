import { learn } from '../facts';
import type { Piece } from './pieces';
import type { Reading } from './reading';
import { endsPunctuated, isHeadlineShaped, isWhollyQuoted, wordCount } from './shapes';

/** The longest standfirst, in UTF-16 units. */
const LONGEST_STANDFIRST = 350;

/**
 * Marks the headline and the standfirst among the pieces before `end`, where the story begins. A line in
 * quotation marks is the headline only when there is no other; under another it is the standfirst. With
 * nothing below it a line is no headline.
 */
export function findHeadline(reading: Reading, end: number): void {
  const { pieces, kinds, facts } = reading;
  let title = kinds.indexOf('title');
  if (title < 0 && pieces.length > 1) {
    title = chooseHeadline(reading, end);
    if (title >= 0) kinds[title] = 'title';
  }
  if (title < 0) return;
  learn(facts, 'title', facts.title ?? pieces[title]!.text);
  if (!kinds.includes('standfirst')) markStandfirst(reading, title, end);
  const standfirst = kinds.indexOf('standfirst');
  if (standfirst >= 0) learn(facts, 'standfirst', pieces[standfirst]!.text);
}

function chooseHeadline({ pieces, kinds }: Reading, end: number): number {
  const open = [...pieces.keys()].filter(
    (index) => index < end && kinds[index] === null && isHeadlineShaped(pieces[index]!.text),
  );
  const plain = open.filter((index) => !isWhollyQuoted(pieces[index]!.text));
  const [first, second] = plain;
  if (first === undefined) return open[0] ?? -1;
  if (second !== first + 1 || !isKicker(pieces[first]!, pieces[second]!)) return first;
  kinds[first] = 'heading';
  return second;
}

const SECTIONS =
  /^(?:opinion|comment|commentary|analysis|editorial|explainer|interview|review|column|news|local|world|politics|business|sports?|culture|science|health|exclusive|breaking(?: news)?|live|video|letters?|feature|meinung|kommentar|politik)$/iu;

/** "OPINION" above "A harbour that trusts nobody": the section's name, not the headline. */
function isKicker(line: Piece, next: Piece): boolean {
  if (SECTIONS.test(line.text.replace(/[|:]$/u, ''))) return true;
  const shouts = line.text === line.text.toUpperCase() && next.text !== next.text.toUpperCase();
  return shouts && wordCount(line.text) <= 3 && wordCount(next.text) >= 4;
}

function markStandfirst({ pieces, kinds }: Reading, title: number, end: number): void {
  for (let index = title + 1; index < end; index++) {
    const kind = kinds[index];
    if (kind === 'caption' || kind === 'byline') continue;
    const { text } = pieces[index]!;
    const fits = kind === null && text.length <= LONGEST_STANDFIRST && pieces.length > index + 1;
    // A short unquoted line ("Background") is a heading; a longer one, or a sentence above the byline, stands first.
    if (fits && (isWhollyQuoted(text) || wordCount(text) >= (endsPunctuated(text) ? 4 : 6))) {
      kinds[index] = 'standfirst';
    }
    return;
  }
}
