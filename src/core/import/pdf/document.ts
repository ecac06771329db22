import type { Facts } from '../facts';
import { oneLine } from '../facts';
import type { FromMarkup } from '../html/document';
import type { RichParagraph } from '../rich/rich-text';
import { readRich } from '../rich/rich-text';
import type { PdfRun } from './lines';
import { linesOf } from './lines';
import type { PdfParagraph } from './paragraphs';
import { paragraphsOf } from './paragraphs';
import { withoutRunningHeads } from './running-heads';

/** The longest headline, in UTF-16 units. */
const LONGEST_HEADLINE = 250;

/**
 * Reads the pages of a PDF in the order of the file: lines joined to paragraphs, running heads left out. The
 * largest type on the first page is the headline; larger type than the text's is a heading. `stated` is the
 * title the file gives itself, which programs often fill with a file's name.
 */
export function readPdf(pages: readonly (readonly PdfRun[])[], stated: string): FromMarkup {
  const paragraphs = paragraphsOf(withoutRunningHeads(pages.map(linesOf)));
  const body = bodySize(paragraphs);
  const largest = Math.max(
    0,
    ...paragraphs
      .filter(({ page, text }) => page === 0 && text.length <= LONGEST_HEADLINE)
      .map(({ size }) => size),
  );
  const facts: Facts =
    /\s/u.test(stated.trim()) && !/\.\w{2,5}$/u.test(stated) ? { title: oneLine(stated) } : {};
  return readRich(
    paragraphs.map(({ text, size, page }): RichParagraph => {
      const large = size > 1.15 * body && text.length <= LONGEST_HEADLINE;
      const isTitle = large && page === 0 && size === largest;
      return {
        text,
        bold: false,
        style: isTitle ? 'title' : large ? 'heading' : 'body',
        level: large ? 2 : 0,
      };
    }),
    facts,
  );
}

/** The height of type in which most of the text is set. */
function bodySize(paragraphs: readonly PdfParagraph[]): number {
  const weights = new Map<number, number>();
  for (const { size, text } of paragraphs) weights.set(size, (weights.get(size) ?? 0) + text.length);
  const [first] = [...weights].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? 0;
}
