import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { SplitRule } from '../../core/import/split/rule';
import { readBytes } from './read-bytes';

const rule: SplitRule = { pattern: '^=+$', line: 'between', cover: false, fields: {} };
const way = { kind: 'parts' as const, rule };

async function parts(bytes: Uint8Array, encoding?: string) {
  const read = await readBytes(bytes, {
    fileName: 'a.txt',
    format: 'txt',
    way,
    ...(encoding ? { encoding } : {}),
  });
  if ('code' in read) throw new Error(read.message);
  return read;
}

describe('a file that is cut', () => {
  it.each([
    'utf-8',
    'windows-1252',
    'windows-1250',
    'utf-16le',
    'utf-16be',
    'shift_jis',
    'gb18030',
    'macintosh',
  ])('in %s gives each article its very bytes', async (encoding) => {
    const words = encoding === 'shift_jis' || encoding === 'gb18030' ? '港の記録' : 'Zürich – na“iv';
    const texts = [`${words} one`, `two ${words}`, `three ${words} words`];
    const bytes = iconv.encode(texts.join('\r\n=====\r\n'), encoding, {
      addBOM: encoding.startsWith('utf-16'),
    });
    const { articles } = await parts(bytes, encoding);
    expect(articles).toHaveLength(3);
    for (const [index, { bytes: own, draft, record }] of articles.entries()) {
      expect(Buffer.from(bytes).includes(Buffer.from(own))).toBe(true);
      expect(iconv.decode(Buffer.from(own), encoding)).toContain(texts[index]);
      expect(draft.origin.bytes).toBe(own.length);
      // Read by itself it is the same article.
      const again = await readBytes(own, {
        fileName: 'a.txt',
        format: 'txt',
        way,
        encoding,
        record: record!,
      });
      expect('code' in again ? again : again.articles.map((one) => one.draft)).toEqual([draft]);
    }
  });

  it('gives bytes that were misread as they are, so that another encoding can still be chosen', async () => {
    const bytes = iconv.encode('Paměť přístavu\n====\nMěsto', 'windows-1250');
    const { articles } = await parts(bytes, 'windows-1252');
    expect(iconv.decode(Buffer.from(articles[1]!.bytes), 'windows-1250')).toBe('Město');
  });

  it('of any bytes gives bytes of the file', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 2, maxLength: 4 }),
        fc.constantFrom('utf-8', 'windows-1252', 'shift_jis', 'utf-16le'),
        async (list, encoding) => {
          const line = iconv.encode('\n====\n', encoding);
          const bytes = Buffer.concat(
            list.flatMap((one, index) => (index === 0 ? [Buffer.from(one)] : [line, Buffer.from(one)])),
          );
          const read = await readBytes(bytes, { fileName: 'a.txt', format: 'txt', way, encoding });
          if ('code' in read) return;
          for (const { bytes: own, draft } of read.articles) {
            expect(draft.origin.bytes).toBe(own.length);
            if (encoding === 'windows-1252') expect(bytes.includes(Buffer.from(own))).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says what is wrong with a pattern, and that nothing fits it', async () => {
    const wrong = { kind: 'parts' as const, rule: { ...rule, pattern: '(' } };
    const read = await readBytes(Buffer.from('words'), { fileName: 'a.txt', format: 'txt', way: wrong });
    expect(read).toMatchObject({
      code: 'unsupported',
      message: 'The pattern cannot be read: unterminated group.',
    });
    const none = { kind: 'parts' as const, rule: { ...rule, cover: true } };
    expect(
      await readBytes(Buffer.from('words'), { fileName: 'a.txt', format: 'txt', way: none }),
    ).toMatchObject({
      articles: [],
      seen: { count: 0, cover: 'words' },
    });
  });
});

describe('a web page', () => {
  const page = `<body><nav><a href="/">Home</a></nav><article><h1>Crane</h1>${'<p>It had not been looked at for a year, a log shows.</p>'.repeat(6)}</article><aside><p>Said aside.</p></aside></body>`;
  const read = async (whole?: boolean) => {
    const found = await readBytes(Buffer.from(page), {
      fileName: 'a.html',
      format: 'html',
      ...(whole === undefined ? {} : { whole }),
    });
    if ('code' in found) throw new Error(found.message);
    return found.articles[0]!;
  };

  it('gives its main text and says how much is left out, or all of it', async () => {
    const main = await read();
    expect(main.draft.text).not.toContain('Said aside.');
    expect(main.page).toEqual({ whole: false, leftOut: 'HomeSaidaside.'.length });
    const whole = await read(true);
    expect(whole.draft.text).toContain('Said aside.');
    expect(whole.draft.note).toBe('The whole page was taken.');
    expect(whole.page).toEqual({ whole: true, leftOut: 0 });
    expect(Buffer.from(whole.bytes).toString()).toBe(page);
  });
});
