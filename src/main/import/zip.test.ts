import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx, packed, STORY, wordParagraph } from './fixtures/documents';
import { article, refusal } from './fixtures/reading';

const good = () => Buffer.from(docx(wordParagraph(STORY.first)));

/** Overwrites every occurrence of a name or number in a packed file, the way a hostile maker would. */
function forged(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [a, b] = [Buffer.from(from), Buffer.from(to)];
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(a); at >= 0; at = copy.indexOf(a, at + b.length)) b.copy(copy, at);
  return copy;
}

/** Sets a little-endian field in each central directory entry of `name`. */
function withCentral(bytes: Buffer, name: string, offset: number, value: number, size: 2 | 4): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4)) {
    if (copy.subarray(at + 46, at + 46 + name.length).toString() === name)
      copy.writeUIntLE(value, at + offset, size);
  }
  return copy;
}

const DOCUMENT = 'word/document.xml';

describe('openZip', () => {
  it('reads what is sound', async () => {
    expect((await article(good(), 'a.docx')).text).toBe(STORY.first);
  });

  it('refuses a bomb within a second or two, whether it tells its size or lies about it', async () => {
    const bomb = Buffer.from(zipSync({ [DOCUMENT]: new Uint8Array(64 * 1024 * 1024).fill(32) }));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await refusal(bomb, 'a.docx')).toContain('unpacks to far more');
    const lying = withCentral(bomb, DOCUMENT, 24, 1000, 4);
    expect(await refusal(lying, 'a.docx')).toContain('damaged');
  });

  it('refuses sizes beyond the file, and parts that do not unpack', async () => {
    expect(await refusal(withCentral(good(), DOCUMENT, 20, 0x7fffffff, 4), 'a.docx')).toContain('damaged');
    expect(await refusal(withCentral(good(), DOCUMENT, 42, 0x7fffffff, 4), 'a.docx')).toContain('damaged');
    expect(await refusal(withCentral(good(), DOCUMENT, 10, 99, 2), 'a.docx')).toContain('damaged');
    expect(await refusal(good().subarray(0, good().length - 30), 'a.docx')).toContain('damaged');
    expect(await refusal(good().subarray(0, 200), 'a.docx')).toContain('damaged');
  });

  it('says that a locked file is locked', async () => {
    expect(await refusal(withCentral(good(), DOCUMENT, 8, 1, 2), 'a.docx')).toContain('password');
  });

  it.each(['../../etc/passwd', '/etc/passwd...', 'C:\\windows\\a.txt', 'a\\..\\..\\b.txt.'])(
    'refuses a file that names %s',
    async (name) => {
      const bytes = packed({ [DOCUMENT]: 'x', ['n'.repeat(name.length)]: 'x' });
      const hostile = forged(Buffer.from(bytes), 'n'.repeat(name.length), name);
      expect(await refusal(hostile, 'a.docx')).toContain('outside itself');
    },
  );

  it('refuses two parts of one name', async () => {
    const twice = forged(
      Buffer.from(packed({ [DOCUMENT]: 'x', 'word/document.xmk': 'y' })),
      'document.xmk',
      'document.xml',
    );
    expect(await refusal(twice, 'a.docx')).toContain('the same name');
  });

  it('never throws or hangs on damaged files', async () => {
    const bytes = good();
    for (let at = 0; at < bytes.length; at += 7) {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ 0xff;
      await article(copy, 'a.docx').catch((error: Error) =>
        expect(error.message).toMatch(/^[a-z-]+: [A-Z]/u),
      );
    }
  });
});
