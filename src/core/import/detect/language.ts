import { franc } from 'franc';

/** So much of a text is looked at (UTF-16): more tells no better, and takes its time with thousands of articles. */
const LOOKED = 300;
/** A shorter text (UTF-16) in Latin letters is too easily taken for another language than it is in. */
const ENOUGH = 80;
/** Other letters tell more. */
const ENOUGH_OF_OTHERS = 10;

/** What news is mostly written in: ISO 639-3, as franc tells languages, and the tag of BCP 47. */
const LANGUAGES: Readonly<Record<string, string>> = {
  arb: 'ar',
  ben: 'bn',
  bul: 'bg',
  cat: 'ca',
  ces: 'cs',
  cmn: 'zh',
  dan: 'da',
  deu: 'de',
  ell: 'el',
  eng: 'en',
  est: 'et',
  fin: 'fi',
  fra: 'fr',
  heb: 'he',
  hin: 'hi',
  hrv: 'hr',
  hun: 'hu',
  hye: 'hy',
  ind: 'id',
  ita: 'it',
  jpn: 'ja',
  kat: 'ka',
  kor: 'ko',
  lav: 'lv',
  lit: 'lt',
  nld: 'nl',
  nob: 'no',
  pes: 'fa',
  pol: 'pl',
  por: 'pt',
  ron: 'ro',
  rus: 'ru',
  slk: 'sk',
  slv: 'sl',
  spa: 'es',
  srp: 'sr',
  swe: 'sv',
  tam: 'ta',
  tha: 'th',
  tur: 'tr',
  ukr: 'uk',
  urd: 'ur',
  vie: 'vi',
};
const only = Object.keys(LANGUAGES);

/**
 * The language that a text seems to be in (BCP 47), or undefined for a text too short to tell. A guess for a text
 * whose source does not say; the researcher sees it and mends it.
 */
export function languageOfText(text: string): string | undefined {
  const looked = text.slice(0, LOOKED);
  const minLength = /\p{Script=Latin}/u.test(looked) ? ENOUGH : ENOUGH_OF_OTHERS;
  return LANGUAGES[franc(looked, { only, minLength })];
}
