import type { FromMarkup } from '../../core/import/html/document';
import type { Origin } from '../../core/project/model';
import { epubBytes } from './epub';
import { mhtmlBytes } from './mhtml';
import { docxBytes, odtBytes } from './office';
import { pdfBytes } from './pdf';
import { rtfBytes } from './rtf';

/** What one article of a file was found to say. */
export interface FoundText {
  readonly text: FromMarkup;
  /** iconv-lite's name; absent: UTF-8. */
  readonly encoding?: string;
  /** Where the file holds several articles: which this is, from 1, and its own bytes. */
  readonly part?: { readonly number: number; readonly bytes: Uint8Array };
  /** Of a web page: how many characters of it are not in the text. */
  readonly leftOut?: number;
}

/** Reads the bytes of one kind of file. Throws a Refusal for what is damaged, locked or hostile. */
type Reader = (bytes: Uint8Array, how: { readonly whole: boolean }) => Promise<readonly FoundText[]>;

/** The kinds of files that are more than a text in some encoding. */
export const READERS: Readonly<Partial<Record<Origin['format'], Reader>>> = {
  docx: async (bytes) => [{ text: await docxBytes(bytes) }],
  odt: async (bytes) => [{ text: await odtBytes(bytes) }],
  epub: epubBytes,
  mhtml: mhtmlBytes,
  rtf: rtfBytes,
  pdf: pdfBytes,
};
