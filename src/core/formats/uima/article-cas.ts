import type { Article } from '../../project/model';
import { carriedRow } from '../marks/carried';
import type { Part } from '../part';
import { CARRIED, type Cas, DOCUMENT, type FeatureValue, SENTENCE, type Structure, TOKEN } from './cas';
import type { CasNames } from './names';
import { tokenSentences } from './tokens';
import { writeMarks } from './write-cas';
import { jsonForXml } from './xml-text';

/** The id of the text itself. */
export const SOFA_ID = 1;

/** Tools that work with tokens do not open longer texts; those cut it up themselves, if at all. UTF-16 code units. */
const LONGEST_WITH_TOKENS = 300_000;

/** An article of the part with its annotations, its sentences and words, and what only we understand. */
export function casOf(part: Part, article: Article, names: CasNames): Cas {
  const structures: Structure[] = [];
  const members = new Set<number>();
  let last = SOFA_ID;
  const put = (type: string, features: readonly (readonly [string, FeatureValue])[]) => {
    structures.push({ id: ++last, type, features: new Map(features) });
    members.add(last);
  };
  const { text, language, title, id } = article;
  put(DOCUMENT, [
    ['begin', 0],
    ['end', text.length],
    ['language', language],
    ['documentTitle', title],
    ['documentId', id],
  ]);
  const sentences = text.length > LONGEST_WITH_TOKENS ? [] : tokenSentences(article);
  for (const { start, end, tokens } of sentences) {
    const place = (start: number, end: number): [string, number][] => [
      ['begin', start],
      ['end', end],
    ];
    put(SENTENCE, place(start, end));
    for (const token of tokens) put(TOKEN, place(token.start, token.end));
  }
  const marks = writeMarks(part.annotations.get(id) ?? [], names, part.whole, () => ++last);
  structures.push(...marks.structures);
  for (const member of marks.members) members.add(member);
  put(CARRIED, [['json', jsonForXml(carriedRow(part, article))]]);
  return { text, language, title, structures, members };
}
