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
    ['en', 'the of and to a in that is was for it with as on at by this from are have be he said'],
    ['de', 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an'],
    ['fr', 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se'],
    ['es', 'de la que el en y a los del se las por un para con no una su al lo como más pero'],
    ['it', 'di e il la che in a per un del non è una della con i da al le si dei nel alla'],
    ['pt', 'de a o que e do da em um para é com não uma os no se na por mais as dos como'],
    ['nl', 'de het een van en in is dat op te zijn voor met die niet aan er om ook als door maar bij'],
    ['sv', 'och i att det som en på är av för med den till inte har de om ett var från men sig så'],
    ['da', 'og i at det er en til på som med den af ikke der de har et var blev efter for om men'],
    ['no', 'og i det er en til på som med av for ikke at den har de et var ble etter om men ut'],
    ['pl', 'i w na z się nie do że to jest jak o po od za przez są dla ale był było co tak'],
    ['cs', 'a se na je že v to s z do o ve jako by pro za po ale si který byl ze podle'],
    ['hu', 'a az és hogy nem is egy ez volt meg csak de el mint ha már vagy van még azt'],
    ['ro', 'de în și la cu pe a că nu din să este mai un care pentru au fost o ce al'],
    ['fi', 'ja on ei että se oli ovat myös mutta kun joka hän niin kuin mukaan sen tai jo vain'],
    ['tr', 've bir bu da de için ile olarak çok daha olan gibi kadar ancak sonra o ne en ise'],
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

/** Letters that of the languages above only one has. */
const TELLING: Readonly<Record<string, RegExp>> = {
  de: /ß/gu,
  es: /[ñ¿¡]/gu,
  pt: /[ãõ]/gu,
  pl: /[ąęłżźśćń]/gu,
  cs: /[ěřů]/gu,
  hu: /[őű]/gu,
  ro: /[ățș]/gu,
  tr: /[ğı]/gu,
};

function bySmallWords(looked: string): string | undefined {
  const text = looked.toLowerCase();
  const words = text.match(/\p{L}+/gu) ?? [];
  const marks = (language: string) => {
    const telling = TELLING[language];
    return telling ? (text.match(telling)?.length ?? 0) : 0;
  };
  const [best, next] = SMALL_WORDS.map(([language, small]) => ({
    language,
    count: words.filter((word) => small.has(word)).length + marks(language),
  })).sort((a, b) => b.count - a.count);
  return best!.count >= ENOUGH && best!.count > next!.count ? best!.language : undefined;
}
