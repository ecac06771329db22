import type { FromMarkup } from '../../core/import/html/document';
import type { Origin } from '../../core/project/model';
import { docxBytes } from './office';

/** What one article of a file was found to say. */
export interface FoundText {
  readonly text: FromMarkup;
  /** iconv-lite's name; absent: UTF-8. */
  readonly encoding?: string;
}

/** Reads the bytes of one kind of file. Throws a Refusal for what is damaged, locked or hostile. */
type Reader = (bytes: Uint8Array) => Promise<FoundText>;

/** The kinds of files that are more than a text in some encoding. */
export const READERS: Readonly<Partial<Record<Origin['format'], Reader>>> = {
  docx: async (bytes) => ({ text: await docxBytes(bytes) }),
};
