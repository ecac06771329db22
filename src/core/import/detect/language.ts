/** So much of a text is looked at (UTF-16). */
const LOOKED = 4000;
/** Fewer letters of its script, or of its small words, do not tell a language. */
const ENOUGH = 4;

/** Scripts that one language is mostly written in, the telling ones first: kana before Han, Persian before Arabic. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
];

/** Letters that a language has and the one its script is taken for has not. */
const OWN_LETTERS: readonly (readonly [language: string, of: string, letters: RegExp])[] = [
  ['ur', 'ar', /[ٹڈڑں]/u],
  ['fa', 'ar', /[پچژگ]/u],
  ['uk', 'ru', /[іїєґ]/iu],
  ['sr', 'ru', /[ђћљњџ]/iu],
];

/** Small words that an article can hardly do without. */
const SMALL_WORDS: readonly (readonly [language: string, words: ReadonlySet<string>])[] = (
  [
    ['en', 'the of and to that is was for with it as at by this from are have said'],
    ['de', 'der die das und den von zu mit ist des sich auf nicht ein eine dem für im wurde sagte'],
    ['fr', 'le la les des et du une est dans que qui pour pas sur au par ce il avec'],
    ['es', 'el la los las y del que en una por con para es se no su al como pero'],
    ['it', 'il di che la e del della per un una non con sono le dei nel gli alla si'],
    ['pt', 'o a os as e do da de que em um uma para com não por no na dos mais'],
    ['nl', 'de het een van en dat in is op te zijn voor met niet aan er ook door werd'],
    ['sv', 'och att det som en på är av för med den till inte har om ett var från'],
    ['da', 'og i at det er en til på som med den af ikke der de har et var blev efter'],
    ['no', 'og i det er en til på som med av for ikke at den har de et var ble etter'],
    ['pl', 'i w na z się nie do że to jest jak o po za od przez są dla ale było'],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

/**
 * The language that a text seems to be in (BCP 47), by its letters and its small words; undefined when that does not
 * tell. A guess for a text whose source does not say; the researcher sees it and mends it.
 */
export function languageOfText(text: string): string | undefined {
  const looked = text.slice(0, LOOKED);
  const letters = looked.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, own] of SCRIPTS) {
    const count = looked.match(own)?.length ?? 0;
    // Japanese is half Han: some kana are enough.
    if (count < ENOUGH || count < letters * (language === 'ja' ? 0.1 : 0.5)) continue;
    return OWN_LETTERS.find(([, of, mark]) => of === language && mark.test(looked))?.[0] ?? language;
  }
  return bySmallWords(looked);
}

function bySmallWords(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [best, next] = SMALL_WORDS.map(([language, small]) => ({
    language,
    count: words.filter((word) => small.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  return best!.count >= ENOUGH && best!.count > next!.count ? best!.language : undefined;
}
