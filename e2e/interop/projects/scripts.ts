import { GOLDEN_STRINGS } from '../../../src/core/formats/fixtures/golden-strings';
import { builder } from './build';

/** The strings whose places were measured outside this program, one article each. */
export function golden() {
  const { article, mark, proof } = builder('golden');
  for (const { text, utf16, name } of GOLDEN_STRINGS) mark(article(text, { title: name }), [utf16]);
  return proof('golden');
}

const TEXTS: readonly (readonly [name: string, language: string, text: string, ...marks: string[]])[] = [
  ['Arabic', 'ar', 'قال الوزير: «لم يكن أحدٌ يعلم» 😀، ثم سكت.', 'الوزير', '«لم يكن أحدٌ يعلم»', 'سكت'],
  [
    'Hebrew with quotes',
    'he',
    "צה״ל אמר: ״לא ידענו״ 😀 — ד״ר כהן ענה 'כן'.",
    'צה״ל',
    '״לא ידענו״',
    'ד״ר כהן',
    "'כן'",
  ],
  [
    'both directions',
    'he',
    'The שר \u200fאמר\u200e “ABC שלום 12” \u2067and\u2069 😀 left.',
    'שר',
    'ABC שלום 12',
    'left',
  ],
  [
    'NFC beside NFD',
    'fr',
    'Café est Cafe\u0301, éte\u0301 et e\u0301té 😀 fin.',
    'Café',
    'Cafe\u0301',
    'éte\u0301',
    'e\u0301té',
    'fin',
  ],
  [
    'Hangul, both forms',
    'ko',
    '한국 \u1112\u1161\u11ab\u1100\u116e\u11a8 😀 끝.',
    '한국',
    '\u1112\u1161\u11ab\u1100\u116e\u11a8',
    '끝',
  ],
  ['Devanagari', 'hi', 'मंत्री ने कहा, “क्षमा करें” 😀 और चले गए।', 'मंत्री', '“क्षमा करें”', 'गए'],
  ['Thai, no spaces', 'th', 'รัฐมนตรีกล่าวว่าไม่รู้😀จบ', 'กล่าวว่า', 'ไม่รู้', 'จบ'],
  ['Chinese beyond the first plane', 'zh', '𠮷野家說：「沒有。」😀結束。', '𠮷野家', '「沒有。」', '結束'],
  [
    'emoji of many parts',
    'en',
    '👨🏻‍🚒🏳️‍🌈🇩🇪🇫🇷 1️⃣ ❤️‍🔥 said 👩‍👩‍👧‍👦 ok',
    '🏳️‍🌈',
    '🇫🇷',
    '1️⃣',
    '❤️‍🔥',
    '👩‍👩‍👧‍👦',
    'ok',
  ],
  [
    'ends of lines of other kinds',
    'en',
    'one\u2028two\u2029three\u0085four 😀\tfive\n\tsix',
    'two',
    'three',
    'four',
    'five',
    'six',
    'two\u2029three',
    '😀\tfive',
  ],
  [
    'spaces of other kinds',
    'en',
    'a\u00a0b\u200bc\u3000d\u202fe\ufefff \u00adg 😀 h',
    'b\u200bc',
    'd',
    'e',
    'f',
    'h',
  ],
  ['returns kept', 'en', 'first 😀\r\nsecond\rthird\r\n\r\nlast', 'second', 'third', 'last', 'second\rthird'],
  [
    'markup in words',
    'en',
    '<b>&amp; "x" \'y\' ]]> <!-- 😀 --> {{z}} \\n \\u0041 %00 &#9; end',
    '&amp;',
    '"x"',
    ']]>',
    '{{z}}',
    '\\n',
    '&#9;',
    'end',
  ],
  [
    'grammars in words',
    'en',
    '-DOCSTART- T1\tclaim 0 5\n#Text=x\n1-1\t0-3\tB-x|_[1];* O 😀 end',
    'claim',
    '#Text=x',
    '_[1];*',
    '-DOCSTART-',
    'end',
  ],
  ['formulas', 'en', '=1+1\n@SUM(A1)\n-3 😀, "q", \'r\'\n+4', '=1+1', '@SUM(A1)', '-3', '"q"', "'r'", '+4'],
];

/** Scripts, directions and white space that programs count or cut differently. */
export function scripts() {
  const { article, mark, proof } = builder('script');
  for (const [title, language, text, ...marks] of TEXTS) {
    const made = article(text, { title, language });
    for (const words of marks) mark(made, [words]);
  }
  return proof('scripts');
}

/** Control characters, which XML and some others cannot hold. */
export function controls() {
  const { article, mark, proof } = builder('control');
  const made = article('one\x0btwo\x0cthree\x1bfour 😀 \x1cfive\x1f\x7f\x80six');
  for (const words of ['two', 'three', 'four', 'five', 'six', 'two\x0cthree']) mark(made, [words]);
  return proof('controls');
}
