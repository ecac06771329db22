import { describe, expect, it } from 'vitest';
import { STORY } from './fixtures/documents';
import { article, refusal } from './fixtures/reading';

const { title, first } = STORY;
const rtf = (body: string) => Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0 ${body}}`, 'latin1');
const textOf = async (body: string) => (await article(rtf(body), 'a.rtf')).text;

describe('.rtf', () => {
  it('reads paragraphs, headings by style, breaks and signs', async () => {
    const draft = await article(
      rtf(
        `{\\fonttbl{\\f0\\froman Times;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}` +
          `{\\info{\\title Not this}{\\author Nobody}}\\pard\\s1\\b ${title}\\par\r\n` +
          `\\pard\\plain ${first}\\par \\ldblquote Nobody asked me\\rdblquote\\line she said \\emdash  \\{so\\}.\\par`,
      ),
      'a.rtf',
    );
    expect(draft.text).toBe(`${title}\n\n${first}\n\n“Nobody asked me”\nshe said — {so}.`);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph']);
    expect(draft).toMatchObject({ title, origin: { format: 'rtf', encoding: 'windows-1252' } });
  });

  it.each([
    ['bytes of the document’s code page', "caf\\'e9 \\'93yes\\'94", 'café “yes”'],
    ['raw bytes', 'caf\xe9', 'café'],
    ['Unicode with what stands for it', "a\\u8211\\'96b \\u8212?c", 'a–b —c'],
    ['Unicode in two halves', '\\u-10179?\\u-9186?', String.fromCharCode(0xd83d, 0xdc1e)],
    ['Unicode without a stand-in', '\\uc0\\u8364 5', '€5'],
    [
      'another font’s code page',
      "{\\fonttbl{\\f1\\fcharset204 Arial;}}{\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec} goes",
      'Паром goes',
    ],
    [
      'a code page of two bytes',
      "{\\fonttbl{\\f1\\fcharset128 Gothic;}}\\f1 \\'93\\'fa\\'96{{\\'7b}}",
      '日本',
    ],
    [
      'what is hidden or no text',
      'a{\\v b}{\\*\\x b}{\\header b}{\\footnote b}{\\pict 00ff}\\bin3 {{{c',
      'ac',
    ],
    ['fields', '{\\field{\\*\\fldinst HYPERLINK "http://localhost/"}{\\fldrslt the link}}', 'the link'],
    ['signs', 'a\\~b\\_c\\-d', 'a\u00a0b\u2011cd'],
  ])('reads %s', async (_what, body, text) => {
    expect(await textOf(body)).toBe(text);
  });

  it.each([
    ['that is no RTF', Buffer.from(first), 'does not begin'],
    ['that breaks off', rtf(first).subarray(0, 60), 'breaks off'],
    ['without text', rtf('{\\pict 00}'), 'No text'],
  ])('refuses one %s', async (_what, bytes, said) => {
    expect(await refusal(bytes, 'a.rtf')).toContain(said);
  });

  it('refuses groups 200,000 deep, and reads a long run of escapes', async () => {
    expect(await refusal(rtf('{'.repeat(200_000)), 'a.rtf')).toContain('nested');
    expect((await textOf("\\'41".repeat(300_000))).length).toBe(300_000);
  });
});
