/** What is known about an article besides its text; every field may be missing. */
export interface Facts {
  title?: string;
  standfirst?: string;
  byline?: string;
  outlet?: string;
  url?: string;
  /** YYYY-MM-DD. */
  publishedAt?: string;
  /** BCP 47 tag. */
  language?: string;
}

const NAMES = ['title', 'standfirst', 'byline', 'outlet', 'url', 'publishedAt', 'language'] as const;

/** All facts of several sources; where two know the same field the earlier source is believed. */
export function mergeFacts(...sources: readonly Facts[]): Facts {
  const merged: Facts = {};
  for (const name of NAMES) {
    const value = sources.map((source) => source[name]).find((candidate) => candidate);
    if (value) merged[name] = value;
  }
  return merged;
}

/** Notes a fact unless it is empty or already known. Changes `facts`. */
export function learn(facts: Facts, name: keyof Facts, value: string | undefined): void {
  const clean = value === undefined ? '' : oneLine(value);
  if (clean && !facts[name]) facts[name] = clean;
}

/** The words on one line, single-spaced: how titles and names are kept apart from the text. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/gu, ' ');
}

/** The tag in its canonical spelling, or undefined when it is no BCP 47 tag ("en_GB" is understood). */
export function languageTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The names by which tables and databases call the commoner languages, in lower case. */
const LANGUAGES: ReadonlyMap<string, string> = new Map(
  [
    'en english englisch anglais',
    'de german deutsch allemand',
    'fr french français französisch',
    'es spanish español spanisch',
    'it italian italiano italienisch',
    'pt portuguese português portugiesisch',
    'nl dutch nederlands niederländisch',
    'sv swedish svenska',
    'no norwegian norsk',
    'da danish dansk',
    'pl polish polski',
    'ru russian русский',
    'zh chinese 中文',
    'ja japanese 日本語',
    'ar arabic العربية',
  ].flatMap((line) => {
    const [tag = '', ...names] = line.split(' ');
    return names.map((name): [string, string] => [name, tag]);
  }),
);

/** The tag of a language that is called by its name ("English") or by its tag, or undefined. */
export function languageOf(words: string): string | undefined {
  return LANGUAGES.get(words.trim().toLowerCase()) ?? languageTag(words);
}

/** The address when it is one of the web, else undefined. */
export function webAddress(address: string): string | undefined {
  const clean = address.trim();
  return /^https?:\/\/[^\s<>"]{3,2000}$/iu.test(clean) ? clean : undefined;
}
