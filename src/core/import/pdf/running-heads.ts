import type { PdfLine } from './lines';

/** So many lines at the top and the foot of a page may be the paper's. */
const EDGE = 2;
const PAGE_NUMBER = /^(?:page |seite |p\. ?)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/|von|de) ?\d{1,4})?$/iu;

/**
 * The pages without page numbers and without lines that stand at the top or foot of three pages or more, but
 * for the figures in them.
 */
export function withoutRunningHeads(pages: readonly (readonly PdfLine[])[]): readonly (readonly PdfLine[])[] {
  const seen = new Map<string, number>();
  for (const page of pages) {
    for (const words of new Set(page.filter((_, index) => isEdge(index, page)).map(wordsOf)))
      seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  return pages.map((page) =>
    page.filter((line, index) => {
      if (!isEdge(index, page)) return true;
      if (page.length > 1 && PAGE_NUMBER.test(line.text)) return false;
      return (seen.get(wordsOf(line)) ?? 0) < 3;
    }),
  );
}

function isEdge(index: number, page: readonly PdfLine[]): boolean {
  return index < EDGE || index >= page.length - EDGE;
}

function wordsOf({ text }: PdfLine): string {
  return text.replace(/\d+/gu, '0').toLowerCase();
}
