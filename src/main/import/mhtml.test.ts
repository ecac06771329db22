import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { mhtml, STORY } from './fixtures/documents';
import { article, refusal } from './fixtures/reading';

const { title, first, second } = STORY;
const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav>Home</nav><article><h1>${title}</h1>${body}</article></body></html>`;
const paragraphs = `<p>${first}</p><p>${second}</p>`;

describe('.mhtml', () => {
  it.each(['quoted-printable', 'base64', '8bit'] as const)('reads the page written in %s', async (how) => {
    const bytes = mhtml(Buffer.from(page(paragraphs)), how);
    const draft = await article(bytes, 'a.mhtml');
    expect(draft.text).toBe(`${title}\n\n${first}\n\n${second}`);
    expect(draft).toMatchObject({
      title,
      url: 'https://quaypost.example/light',
      origin: { format: 'mhtml', encoding: 'utf-8', bytes: bytes.length },
    });
  });

  it('reads the page in the encoding its part states', async () => {
    const bytes = mhtml(
      iconv.encode(page('<p>Zażółć gęślą jaźń – said the keeper of the light.</p>'), 'iso-8859-2'),
      'quoted-printable',
      'iso-8859-2',
    );
    const draft = await article(bytes, 'a.mht');
    expect(draft.text).toContain('Zażółć gęślą jaźń');
    expect(draft.origin.encoding).toBe('iso-8859-2');
  });

  it('reads a saved page that is called .html', async () => {
    expect(await article(mhtml(Buffer.from(page(paragraphs)), 'base64'), 'a.html')).toMatchObject({
      title,
      origin: { format: 'mhtml' },
    });
  });

  it('does not take long over a page that begins like a mail', async () => {
    expect(
      (await article(Buffer.from(`${'a: b\r\n'.repeat(1000)}<p>${first}</p>`), 'a.html')).origin.format,
    ).toBe('html');
  });

  it.each([
    ['that breaks off', mhtml(Buffer.from(page(paragraphs)), 'base64').subarray(0, 150), 'damaged'],
    ['without a page', Buffer.from('MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nxx'), 'no page'],
    ['without a boundary', Buffer.from('Content-Type: multipart/related\r\n\r\nxx'), 'told apart'],
    [
      'that holds itself without end',
      Buffer.from(`${'Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\n'.repeat(5000)}`),
      'damaged',
    ],
    ['of another kind', Buffer.from(first), 'no page'],
  ])('refuses one %s', async (_what, bytes, said) => {
    expect(await refusal(bytes, 'a.mhtml')).toContain(said);
  });
});

describe('a page saved as a single .html file', () => {
  it('reads the article past its embedded pictures, styles and scripts, and where it was saved from', async () => {
    const picture = `data:image/png;base64,${'iVBORw0KGgo'.repeat(50_000)}`;
    const saved = `<!DOCTYPE html> <html lang="en"><!--\n Page saved with SingleFile \n url: https://quaypost.example/light \n saved date: Tue Mar 12 2024\n--><head><title>${title}</title><style>p{background:url(${picture})}</style></head><body><img src="${picture}"><template shadowrootmode="open">no</template><article><h1>${title}</h1>${paragraphs}</article><script>document.title="no"</script></body></html>`;
    const draft = await article(Buffer.from(saved), 'a.html');
    expect(draft.text).toBe(`${title}\n\n${first}\n\n${second}`);
    expect(draft.url).toBe('https://quaypost.example/light');
  });
});
