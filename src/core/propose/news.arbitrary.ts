import fc from 'fast-check';
import { arbitraryArticle } from '../project/article.arbitrary';
import type { Article } from '../project/model';

/** What rules about quotes stumble over, in small pieces; joined without any sense. */
const PIECES = [
  '“We knew it all,” ',
  '“They never came.” ',
  '‘not today’ ',
  '"No," ',
  '„Das war nicht gut“, ',
  '« Personne ici » ',
  '“',
  '”',
  '"',
  '’',
  '‘',
  'said ',
  'says that ',
  'told reporters ',
  'asked whether ',
  'according to ',
  'According to ',
  'called it ',
  'adding ',
  'she ',
  'He ',
  'they ',
  'who ',
  'Ida Holm ',
  'Mr. Holm ',
  'Holm ',
  'Erik Holm, the mayor, ',
  'the mayor ',
  'Linden Transit ',
  'the union ',
  'a spokesman for the port ',
  'the ship was lost ',
  'nobody had asked them ',
  'on Tuesday ',
  'in a letter ',
  'and ',
  'but ',
  'that ',
  ', ',
  ': ',
  '. ',
  '? ',
  '\n\n',
  '\n\n“',
  '\n— Noor B (@noor) May 2, 2021\n\n',
  'terrible ',
  '6\'2" ',
  'D-N.Y. ',
  '😀 ',
  '👩‍🚒',
  'e\u0301 ',
  'שלום ',
  '漢字',
  '\u2028',
  '\u00a0',
] as const;

/** Text in the manner of news, with marks that open and never close, names, cues and pronouns in any order. */
export function arbitraryNews(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...PIECES), { maxLength: 40, size: 'max' })
    .map((pieces) => pieces.join(''));
}

/** An article of such a text, cut into blocks of all kinds. */
export function arbitraryNewsArticle(): fc.Arbitrary<Article> {
  return arbitraryArticle('article-1', 1, arbitraryNews());
}
