/** A word of a claim; offsets are UTF-16 code units of the text it was read from. */
export interface Word {
  /** Without case and accents; numbers in digits, without separators of thousands. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly number: boolean;
  /** Begins with a capital where no sentence begins: a name (in German any noun, which does no harm). */
  readonly name: boolean;
}

/** Numbers first: with separators of thousands, which may be spaces, then any other. */
const WORD =
  /\p{N}{1,3}(?:[ \u00a0\u202f]\p{N}{3})+(?!\p{N})|\p{N}+(?:[.,]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}]*/gu;
const CAPITAL = /^\p{Lu}/u;
/** After this a capital says nothing. */
const OPENING = /(?:^|[.!?:…]\s|[.!?]?[“"„«‘(])\s*$/;

/** English numbers in words, which newspapers mix with digits. “One” is left out: it is a pronoun too. */
const IN_WORDS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  thirteen: '13',
  fourteen: '14',
  fifteen: '15',
  sixteen: '16',
  seventeen: '17',
  eighteen: '18',
  nineteen: '19',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
};

/** The words of a text, in order. */
export function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), (match): Word => {
    const [written] = match;
    const start = match.index;
    const folded = fold(written);
    const digits = /^\p{N}/u.test(written) ? plainNumber(written) : IN_WORDS[folded];
    const name = CAPITAL.test(written) && !OPENING.test(text.slice(Math.max(0, start - 4), start));
    return { text: digits ?? folded, start, end: start + written.length, number: digits !== undefined, name };
  });
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "1,200" and "1.200" are 1200; "3,5" is 3.5. */
function plainNumber(written: string): string {
  return written.replace(/[.,\s](?=\d{3}(?!\d))/g, '').replace(',', '.');
}

/**
 * How alike two folded words are, 0 to 1: the Dice coefficient of their character trigrams, ends marked. Forms
 * of one word ("warned", "warnings") reach INFLECTED and more; words shorter than four characters are alike
 * only when equal.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length < 4 || b.length < 4 || a[0] !== b[0]) return 0;
  const [x, y] = [trigrams(a), trigrams(b)];
  let common = 0;
  for (const trigram of x) if (y.has(trigram)) common++;
  return (2 * common) / (x.size + y.size);
}

/** Words that carry no claim, in English and German; those of one to three letters are taken for such anyway. */
export const LITTLE: ReadonlySet<string> = new Set(
  (
    'that this these those with from have been were they them their there what when which while will would ' +
    'than then into also only about after before because could should said says ' +
    'dass eine einen einer eines nicht haben wird wurde sind auch oder aber nach beim sich werden habe'
  ).split(' '),
);

/** From here on two words are taken for forms of one. */
export const INFLECTED = 0.4;

const known = new Map<string, ReadonlySet<string>>();

function trigrams(word: string): ReadonlySet<string> {
  let found = known.get(word);
  if (!found) {
    const marked = `^${word}$`;
    found = new Set(Array.from({ length: marked.length - 2 }, (_, at) => marked.slice(at, at + 3)));
    if (known.size > 100_000) known.clear();
    known.set(word, found);
  }
  return found;
}
