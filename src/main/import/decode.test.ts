import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ENCODINGS } from '../../core/import/encodings';
import { decode, recode } from './decode';

const english =
  'The ferry struck Pier 4, the union said. “They knew,” she said — it wasn’t news to the crew…';
const mark = '\ufeff';

/** Text, the encoding it is written in, whether with a byte order mark, and whether reading it is certain. */
const TABLE: readonly (readonly [text: string, encoding: string, marked: boolean, certain: boolean])[] = [
  ['Plain words.', 'utf-8', false, true],
  [english, 'utf-8', false, true],
  [english, 'utf-8', true, true],
  [english, 'utf-16le', true, true],
  [english, 'utf-16be', true, true],
  [english, 'utf-32le', true, true],
  [english, 'utf-16le', false, false],
  [english, 'utf-16be', false, false],
  ['Паром ударился о причал. Профсоюз обвиняет дирекцию.', 'utf-16le', false, false],
  [english, 'windows-1252', false, false],
  ['“Yes,” she said.', 'windows-1252', false, false],
  [
    'Die Fähre „Marta“ rammte den Anleger, größere Schäden wurden bestätigt. Das Unternehmen schweigt.',
    'windows-1252',
    false,
    false,
  ],
  [
    '土曜日の夜、フェリーが桟橋に衝突した。会社は声明を発表しなかった。乗客十一人がけがをした。',
    'shift_jis',
    false,
    false,
  ],
  ['土曜日の夜、フェリーが桟橋に衝突した。会社は声明を発表しなかった。', 'euc-jp', false, false],
  [
    'Паром столкнулся с причалом в субботу вечером. Одиннадцать пассажиров получили ранения.',
    'windows-1251',
    false,
    false,
  ],
  [
    'המעבורת נשארת. ״ידענו על הבלמים״, אמרה יושבת ראש הוועדה, ״אבל לא ידענו את המחיר״. התיקון יעלה שניים וחצי מיליון.',
    'windows-1255',
    false,
    false,
  ],
  [
    'Liman meclisi salı günü gece vapurunun sürmesine karar verdi. Yolcular birliği ikna olmadı: şirket mektuplara yanıt vermiyor.',
    'windows-1254',
    false,
    false,
  ],
  ['周六晚上，渡轮撞上了码头。十一名乘客受伤。公司没有发表声明。', 'gb18030', false, false],
  [`Mixed\r\nline\nends\r${english}`, 'utf-8', false, true],
];

describe('decode', () => {
  it.each(TABLE)('reads %j in %s (mark: %s)', (text, encoding, marked, certain) => {
    const bytes = iconv.encode(marked ? mark + text : text, encoding);
    expect(decode(bytes, 'a.txt')).toEqual({ text, encoding, certain });
  });

  it('reads any text in UTF-8, with certainty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(!text.startsWith(mark));
        expect(decode(Buffer.from(`Words: ${text}`), 'a.txt')).toEqual({
          text: `Words: ${text}`,
          encoding: 'utf-8',
          certain: true,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives a text or a problem for any bytes, and never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const read = decode(bytes, 'a.txt');
        if ('code' in read) expect(read.message).toMatch(/\. .+\.$/u);
        else expect(read.text.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes bytes that are almost UTF-8 for a guess, and says so', () => {
    const read = decode(
      Buffer.concat([Buffer.from('Words, “and more” '), Buffer.from([0xff, 0xc3]), Buffer.from(' words.')]),
      'a.txt',
    );
    expect(read).toMatchObject({ certain: false });
  });

  it('finds the telling bytes of a long text, wherever they are', () => {
    const bytes = Buffer.concat([
      Buffer.alloc(3_000_000, 'plain words '),
      iconv.encode(` ${english}`, 'windows-1252'),
    ]);
    expect(decode(bytes, 'a.txt')).toMatchObject({ encoding: 'windows-1252', certain: false });
  });

  it('believes what a page declares of itself, if its bytes may be that', () => {
    const page = (charset: string) => `<!doctype html><meta charset="${charset}"><p>Żółw — „tak”`;
    expect(decode(iconv.encode(page('iso-8859-2'), 'iso-8859-2'), 'a.html')).toMatchObject({
      encoding: 'iso-8859-2',
    });
    expect(decode(iconv.encode(page('latin1'), 'windows-1252'), 'a.html')).toMatchObject({
      encoding: 'windows-1252',
    });
    expect(decode(Buffer.from(page('shift_jis')), 'a.html')).toMatchObject({
      encoding: 'utf-8',
      certain: true,
    });
    expect(decode(iconv.encode(page('no-such'), 'windows-1250'), 'a.html')).toMatchObject({ certain: false });
  });

  it('lets a stray NUL through and refuses a file of them', () => {
    expect(decode(Buffer.from('some words\0and some more'), 'a.txt')).toMatchObject({
      text: 'some words\0and some more',
    });
    expect(decode(Buffer.alloc(1000), 'a.txt')).toMatchObject({ code: 'binary' });
    expect(decode(Buffer.from(Array.from({ length: 2000 }, (_, i) => (i * 7) % 256)), 'a.txt')).toMatchObject(
      { code: 'binary' },
    );
  });

  it.each([
    ['%PDF-1.7 …', 'PDF'],
    ['PK\u0003\u0004…', 'packed'],
    ['{\\rtf1 hello}', 'Rich Text'],
    ['GIF89a', 'picture'],
  ])('says what %j is', (start, said) => {
    const problem = decode(Buffer.from(start, 'latin1'), 'a.txt');
    expect(problem).toMatchObject({ code: 'binary', fileName: 'a.txt' });
    expect('message' in problem && problem.message).toContain(said);
  });

  it.each([[[]], [[0xef, 0xbb, 0xbf]], [[0xff, 0xfe]]])('calls %j empty', (bytes) => {
    expect(decode(Uint8Array.from(bytes), 'a.txt')).toMatchObject({ code: 'empty' });
  });
});

describe('recode', () => {
  it.each(ENCODINGS)('knows $label', ({ id }) => {
    expect(recode(iconv.encode('Words 123', id), id, 'a.txt')).toEqual({
      text: 'Words 123',
      encoding: id,
      certain: true,
    });
  });

  it('says when bytes mean nothing in the encoding', () => {
    expect(recode(Buffer.from([0x41, 0xff, 0xfe, 0x42]), 'utf-8', 'a.txt')).toMatchObject({ certain: false });
  });

  it('refuses an encoding that nobody knows', () => {
    expect(recode(Buffer.from('a'), 'klingon', 'a.txt')).toMatchObject({ code: 'encoding' });
  });
});
