import { readPdf } from '../../core/import/pdf/document';
import type { PdfRun } from '../../core/import/pdf/lines';
import { damaged, locked, Refusal } from '../../core/import/problem';
import type { FoundText } from './readers';

/** Of a longer file the researcher wants a part, not an article of a book's length. */
const MOST_PAGES = 500;

/** A PDF file: its text only. Scripts, links, forms and attachments in it are never looked at. Throws a Refusal. */
export async function pdfBytes(bytes: Uint8Array): Promise<readonly FoundText[]> {
  process.on('unhandledRejection', passOver);
  try {
    return await pagesOf(bytes);
  } finally {
    // What was left behind is told when the work at hand is done.
    setImmediate(() => process.off('unhandledRejection', passOver));
  }
}

/**
 * When its tables are damaged pdf.js reads a file a second time, and leaves promises of the first time behind that
 * nobody waits for: Node would end the process for them, although the text was found.
 */
function passOver(): void {}

async function pagesOf(bytes: Uint8Array): Promise<readonly FoundText[]> {
  const { getDocumentProxy } = await import('unpdf');
  // A copy, since pdf.js may take the memory for itself.
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false }).catch(
    refuse,
  );
  try {
    if (document.numPages > MOST_PAGES) {
      throw new Refusal(
        'too-large',
        `This PDF has ${document.numPages} pages, more than ${MOST_PAGES}. Split it into articles and import those.`,
      );
    }
    const pages: PdfRun[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.flatMap((item) => ('str' in item ? [runOf(item)] : [])));
      page.cleanup();
    }
    const { info } = await document.getMetadata();
    const stated = (info as { readonly Title?: unknown }).Title;
    const text = readPdf(pages, typeof stated === 'string' ? stated : '');
    if (text.text === '') throw scanned();
    return [{ text }];
  } catch (error) {
    return refuse(error);
  } finally {
    await document.destroy();
  }
}

function runOf(item: {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}): PdfRun {
  const [, , c = 0, d = 0, x = 0, y = 0] = item.transform;
  // Sizes come out as 11.999998 and the like.
  const size = Math.round(Math.hypot(c, d) * 10) / 10;
  return { text: item.str, x, y, width: item.width, size, ends: item.hasEOL };
}

function scanned(): Refusal {
  return new Refusal(
    'no-text',
    'There is no text in this PDF: its pages are pictures. Run text recognition (OCR) over it, then import it again.',
  );
}

function refuse(error: unknown): never {
  if (error instanceof Refusal) throw error;
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === 'PasswordException') throw locked();
  throw damaged(`it cannot be read as a PDF (${message.replace(/\.$/u, '').slice(0, 120)})`);
}
