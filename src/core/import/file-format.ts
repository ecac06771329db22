import type { Origin } from '../project/model';

/** The kinds of files that can be read. */
export type FileFormat = Exclude<Origin['format'], 'pasted'>;

const BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  txt: 'txt',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  mhtml: 'mhtml',
  mht: 'mhtml',
  rtf: 'rtf',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'json',
  csv: 'csv',
  tsv: 'tsv',
  parquet: 'parquet',
  pdf: 'pdf',
};

/** What can be brought in: a file that is read, or one in which such files are packed. */
export type SourceKind = FileFormat | 'zip';

/** Every extension that can be brought in, without the dot, for file dialogs. */
export const READABLE_EXTENSIONS: readonly string[] = [...Object.keys(BY_EXTENSION), 'zip'];

/** The same in words, for what is said when a file is of another kind. */
export const READABLE_WORDS =
  'text, Markdown, web pages, Word (.docx), OpenDocument, RTF, EPUB, PDF, tables (.csv, .tsv, .json, .jsonl, .parquet), and any of these packed in a .zip';

/** Is the encoding of such a file open to question? The others state their own. */
export function hasOpenEncoding(format: Origin['format']): boolean {
  return OPEN_ENCODING.has(format);
}

const OPEN_ENCODING: ReadonlySet<Origin['format']> = new Set([
  'txt',
  'md',
  'html',
  'jsonl',
  'json',
  'csv',
  'tsv',
]);

/** What a file's name promises, or null when it is of a kind that cannot be brought in. */
export function sourceKindOf(fileName: string): SourceKind | null {
  return /\.zip$/iu.test(fileName) ? 'zip' : fileFormatOf(fileName);
}

/** The format that a file's name promises, or null when it is of a kind that cannot be read. */
export function fileFormatOf(fileName: string): FileFormat | null {
  const dot = fileName.lastIndexOf('.');
  const extension = dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase();
  return Object.hasOwn(BY_EXTENSION, extension) ? BY_EXTENSION[extension]! : null;
}
