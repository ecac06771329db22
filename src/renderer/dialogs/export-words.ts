import type { Format, LossReport } from '../../core/formats/format';
import { plural } from '../ui/words';
import type { Extent } from './export-scope';

/** "3 claim register links, 2 notes", or an empty string when nothing is lost. */
export function lossInWords({ losses }: LossReport): string {
  return losses
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count.toLocaleString()} ${label}`)
    .join(', ');
}

const UNITS: Readonly<Record<Format['unit'], string>> = {
  utf16: 'UTF-16 code units',
  codepoint: 'Unicode code points',
  byte: 'UTF-8 bytes',
  grapheme: 'grapheme clusters (characters as they are read)',
  token: 'words, without offsets',
};

/** The unit of a format's offsets in words. */
export const unitInWords = (format: Format): string => UNITS[format.unit];

/** "63 annotations", or the articles where there are none. */
export function amountInWords({ articles, annotations }: Extent): string {
  return annotations > 0 ? plural(annotations, 'annotation') : plural(articles, 'article');
}
