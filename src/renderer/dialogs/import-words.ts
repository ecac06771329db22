import { ENCODINGS } from '../../core/import/encodings';
import type { Article, Origin } from '../../core/project/model';

/** "Western European (Windows-1252)" for an encoding's id. */
function encodingName(id: string): string {
  return ENCODINGS.find((choice) => choice.id === id)?.label ?? id;
}

/** The short form: "Windows-1252". */
export function encodingShort(id: string): string {
  return /\(([^)]+)\)$/.exec(encodingName(id))?.[1] ?? id;
}

const LINE_ENDS: Readonly<Record<Origin['lineEnds'], string>> = {
  none: 'none, one line',
  lf: 'LF (Unix)',
  crlf: 'CRLF (Windows)',
  cr: 'CR (old Mac)',
  mixed: 'mixed, kept as LF',
};

const FORMATS: Readonly<Record<Origin['format'], string>> = {
  txt: 'Plain text',
  md: 'Markdown',
  html: 'Web page',
  docx: 'Word document',
  odt: 'OpenDocument text',
  epub: 'EPUB book',
  mhtml: 'Saved web page (MHTML)',
  rtf: 'Rich Text',
  jsonl: 'JSON Lines',
  json: 'JSON',
  csv: 'Table (CSV)',
  tsv: 'Table (TSV)',
  parquet: 'Table (Parquet)',
  pdf: 'PDF',
  pasted: 'Pasted text',
};

/** Where an article came from, as pairs of label and value. */
export function originFacts({ origin, sha256, addedAt }: Article): readonly (readonly [string, string])[] {
  return [
    ['File', origin.fileName ?? 'none, it was pasted'],
    ['Read as', FORMATS[origin.format]],
    ['Encoding', encodingShort(origin.encoding)],
    ['Line ends', LINE_ENDS[origin.lineEnds]],
    ['Size', size(origin.bytes)],
    ['SHA-256 of the text', sha256.slice(0, 12)],
    ['Added', moment(addedAt)],
  ];
}

function size(bytes: number): string {
  if (bytes < 10_000) return `${bytes.toLocaleString()} bytes`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return value.toLocaleString(undefined, { style: 'unit', unit, maximumFractionDigits: 1 });
}

function moment(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleString(undefined, { dateStyle: 'long', timeStyle: 'short' });
}

let all: readonly (readonly [tag: string, name: string])[] | undefined;

/** The languages of the world that have a two-letter code, by their names in the system's language. */
export function languages(): readonly (readonly [tag: string, name: string])[] {
  if (all) return all;
  const names = new Intl.DisplayNames(undefined, { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  all = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag)
    .map((tag): [string, string] => [tag, names.of(tag) ?? ''])
    .filter(([, name], at, named) => name !== '' && named.findIndex((other) => other[1] === name) === at)
    .sort(([, a], [, b]) => a.localeCompare(b));
  return all;
}

/** A language's name in the system's language, or the tag itself when it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
