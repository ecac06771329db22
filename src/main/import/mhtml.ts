import { leftOutOf, readHtml } from '../../core/import/html/document';
import { mainPartOf, unquotePrintable } from '../../core/import/mhtml/parts';
import { normaliseText } from '../../core/import/normalise-text';
import { Refusal } from '../../core/import/problem';
import type { Decoded } from './decode';
import { decode, recode } from './decode';
import type { FoundText } from './readers';

/** A saved web page: the article in its main part; nothing is fetched. Throws a Refusal. */
export async function mhtmlBytes(
  bytes: Uint8Array,
  { whole }: { readonly whole: boolean },
): Promise<readonly FoundText[]> {
  const { encoding, body, charset, url } = mainPartOf(Buffer.from(bytes).toString('latin1'));
  const page =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(encoding === 'quoted-printable' ? unquotePrintable(body) : body, 'latin1');
  const decoded = decodedPage(page, charset);
  const html = normaliseText(decoded.text).text;
  const text = readHtml(html, { whole });
  const facts = { ...(url === undefined ? {} : { url }), ...text.facts };
  const leftOut = whole ? 0 : leftOutOf(html, text.text);
  return [{ text: { ...text, facts }, encoding: decoded.encoding, leftOut }];
}

/** In the encoding that the part states, if that is known and fits; else by the page itself. */
function decodedPage(page: Uint8Array, charset: string | undefined): Decoded {
  if (charset !== undefined) {
    const stated = recode(page, charset, '');
    if (!('code' in stated) && stated.certain) return stated;
  }
  const decoded = decode(page, '');
  if ('code' in decoded) throw new Refusal(decoded.code, decoded.message);
  return decoded;
}

/** Is it a saved page (.mhtml), whatever its name says? Browsers and mail programs save them as .html too. */
export function isMhtml(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  return /^(?:(?!content-type:)[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*content-type:\s*multipart\/related/iu.test(
    head,
  );
}
