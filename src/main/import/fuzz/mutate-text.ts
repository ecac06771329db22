import { manyTimes, oddNumber, oddWord } from './odd-values';
import type { Random } from './random';

/** Tags, quoted texts, numbers, words, breaks, and every other sign by itself. */
const TOKEN = /<[^<>]*>|"(?:[^"\\\n]|\\.)*"|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_:-]*|\s+|[\s\S]/gu;
const NUMBER = /-?\d+(?:\.\d+)?/g;
const LINE = /[^\n]*(?:\n|$)/g;
const CELL = /[^\t,;|\n]+/g;
const ATTRIBUTE = /[\w:.-]+="[^"]*"/g;

interface Place {
  readonly at: number;
  readonly text: string;
}

/** Changes text by its tokens, lines, cells, numbers or attributes. `other`: a text to take tokens of. */
export function mutateText(text: string, other: string, random: Random): string {
  const what = random.int(10);
  if (what < 3) return numbers(text, random);
  const pattern = what < 5 ? LINE : what < 6 ? CELL : what < 7 ? ATTRIBUTE : TOKEN;
  const place = placeIn(text, pattern, random);
  const instead = (given: string) =>
    text.slice(0, place.at) + given + text.slice(place.at + place.text.length);
  switch (random.int(8)) {
    case 0:
      return instead('');
    case 1:
      return instead(place.text + place.text);
    case 2:
      return instead(placeIn(text, pattern, random).text);
    case 3:
      return instead(placeIn(other, pattern, random).text);
    case 4:
      return instead(within(place.text, random.chance(0.3) ? manyTimes(random) : oddWord(random)));
    case 5:
      return instead(place.text + (random.chance(0.3) ? manyTimes(random) : oddWord(random)));
    case 6:
      return swapped(text, place, placeIn(text, pattern, random));
    default:
      return instead(place.text.split('').reverse().join(''));
  }
}

/** A value in quotes stays in them, so that more than the lexer is reached. */
function within(token: string, value: string): string {
  const [, name = '', quoted] = /^([^"]*)("[\s\S]*")$/.exec(token) ?? [];
  return quoted === undefined ? value : `${name}"${value.replaceAll('"', '')}"`;
}

function numbers(text: string, random: Random): string {
  const place = placeIn(text, NUMBER, random);
  if (place.text === '') return text;
  const given = oddNumber(random, Number(place.text));
  return text.slice(0, place.at) + given + text.slice(place.at + place.text.length);
}

function swapped(text: string, one: Place, two: Place): string {
  const [first, last] = one.at < two.at ? [one, two] : [two, one];
  const [middle, end] = [first.at + first.text.length, last.at + last.text.length];
  if (middle > last.at) return text;
  return text.slice(0, first.at) + last.text + text.slice(middle, last.at) + first.text + text.slice(end);
}

/** A match somewhere in the text; of a long one only a window is looked at. */
function placeIn(text: string, pattern: RegExp, random: Random): Place {
  const from = text.length > 4_000 ? random.int(text.length - 4_000) : 0;
  const found = [...text.slice(from, from + 4_000).matchAll(pattern)];
  if (found.length === 0) return { at: random.int(text.length + 1), text: '' };
  const match = random.pick(found);
  return { at: from + match.index, text: match[0] };
}
