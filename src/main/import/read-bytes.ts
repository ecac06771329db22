import { isCorpus } from '../../core/import/corpus/read-corpus';
import type { ImportProblem } from '../../core/import/draft';
import type { FileSeen, ReadingWay, RememberedWays } from '../../core/import/file-seen';
import { leftOutOf } from '../../core/import/html/document';
import { normaliseText } from '../../core/import/normalise-text';
import { emptyFile, importProblem, Refusal, withoutText } from '../../core/import/problem';
import { draftOf, partNote, readArticle, WHOLE_PAGE } from '../../core/import/read-article';
import type { SplitFound } from '../../core/import/split/detect-split';
import { detectSplit } from '../../core/import/split/detect-split';
import { isSplittable } from '../../core/import/split/rule';
import type { Origin } from '../../core/project/model';
import type { Decoded } from './decode';
import { decode, recode } from './decode';
import { isMhtml } from './mhtml';
import { isParquet, parquetAsCsv } from './parquet';
import { readCorpusFile } from './read-corpus-file';
import { readSplitFile } from './read-split-file';
import type { FoundText } from './readers';
import { READERS } from './readers';
import type { ReadBytes, ReadRecord } from './record';
import { recordOf } from './record';
import { seenFile } from './seen-file';

/** What bytes are to be read as. */
export interface ByteSource {
  /** As the researcher has it; null for pasted text. */
  readonly fileName: string | null;
  readonly format: Origin['format'];
  /** Absent: find out. */
  readonly encoding?: string;
  /** The clipboard's HTML, for pasted text. */
  readonly html?: string;
  /** These bytes are the record of this number (from 1) of a file that holds many. */
  readonly record?: number;
  /** How a file that may hold several articles is read; absent: as it looks, or as one like it was before. */
  readonly way?: ReadingWay;
  readonly remembered?: RememberedWays;
  /** Take all of a web page's text. */
  readonly whole?: boolean;
}

/** What one file held. Problems are of single records. */
export interface ReadFile {
  readonly articles: readonly ReadRecord[];
  readonly problems: readonly ImportProblem[];
  /** How it was read, where it may be read in other ways. */
  readonly seen?: FileSeen;
}

/** Bytes to articles, or what is wrong with them. */
export async function readBytes(bytes: Uint8Array, source: ByteSource): Promise<ReadFile | ImportProblem> {
  const fileName = source.fileName ?? 'Pasted text';
  if (bytes.length === 0) return emptyFile(fileName);
  try {
    const format = source.format === 'html' && isMhtml(bytes) ? 'mhtml' : source.format;
    if (format === 'parquet') return await asTable(bytes, source);
    const reader = READERS[format];
    if (!reader) return asText(bytes, source);
    return found(await reader(bytes, { whole: source.whole ?? false }), bytes, { ...source, format });
  } catch (error) {
    if (error instanceof Refusal) return importProblem(fileName, error.code, error.message);
    throw error;
  }
}

/** Formats that state their own encoding. */
function found(texts: readonly FoundText[], bytes: Uint8Array, source: ByteSource): ReadFile | ImportProblem {
  const { fileName, format } = source;
  const articles: ReadRecord[] = [];
  for (const { text, encoding = 'utf-8', part, leftOut } of texts) {
    const note = part && partNote(part.number);
    const page: ReadBytes['page'] =
      leftOut === undefined ? undefined : { whole: source.whole ?? false, leftOut };
    const whole = page?.whole ? WHOLE_PAGE : undefined;
    const draft = draftOf(text, { fileName, format, encoding, lineEnds: 'none' }, note, whole);
    if (draft)
      articles.push(recordOf(draft, part?.bytes ?? bytes, { certain: true, number: part?.number, page }));
  }
  return articles.length > 0 ? { articles, problems: [] } : withoutText(fileName ?? 'Pasted text');
}

/** A Parquet table, read as the same table in CSV is: its articles keep their rows in that. */
async function asTable(bytes: Uint8Array, source: ByteSource): Promise<ReadFile> {
  // A row by itself is CSV already.
  const table = isParquet(bytes) || source.record === undefined ? await parquetAsCsv(bytes) : bytes;
  const text = typeof table === 'string' ? table : Buffer.from(table).toString('utf8');
  const csv = typeof table === 'string' ? Buffer.from(table, 'utf8') : table;
  const decoded: Decoded = { text, encoding: 'utf-8', certain: true };
  const { articles, problems, seen } = readCorpusFile(decoded, csv, { ...source, format: 'csv' });
  return {
    articles: articles.map((article) => {
      const { draft } = article;
      return { ...article, draft: { ...draft, origin: { ...draft.origin, format: 'parquet' } } };
    }),
    problems,
    ...(seen ? { seen: { ...seen, format: 'parquet' } } : {}),
  };
}

/** A format that is plain text in one encoding or another. */
function asText(bytes: Uint8Array, source: ByteSource): ReadFile | ImportProblem {
  const decoded = decodedText(bytes, source);
  if ('code' in decoded) return decoded;
  const { format, way, html } = source;
  if (isCorpus(format)) return readCorpusFile(decoded, bytes, { ...source, format });
  if (!isSplittable(format) || (html !== undefined && !way)) return asOne(decoded, bytes, source, null);
  if (way?.kind === 'parts') return readSplitFile(decoded, bytes, { ...source, format }, way.rule);
  const offer = detectSplit(decoded.text, format, source.remembered?.splits);
  if (offer?.sure && !way) return readSplitFile(decoded, bytes, { ...source, format }, offer.rule);
  return asOne(decoded, bytes, source, offer);
}

/** One article, which may seem to be several. */
function asOne(
  decoded: Decoded,
  bytes: Uint8Array,
  source: ByteSource,
  offer: SplitFound | null,
): ReadFile | ImportProblem {
  const { text, encoding, certain } = decoded;
  const draft = readArticle({ ...source, text, encoding });
  if (!draft) return withoutText(source.fileName ?? 'Pasted text');
  const page = source.format === 'html' ? pageOf(text, draft.text, source.whole) : undefined;
  const articles = [recordOf(draft, bytes, { certain, page })];
  if (!offer && !source.way) return { articles, problems: [] };
  const way = source.way ?? { kind: 'one' };
  const seen = seenFile(decoded, source.format, way, { drafts: [draft], problems: [] });
  return { articles, problems: [], seen: offer ? { ...seen, offer } : seen };
}

function pageOf(html: string, text: string, whole = false): ReadBytes['page'] {
  return { whole, leftOut: whole ? 0 : leftOutOf(normaliseText(html).text, text) };
}

function decodedText(bytes: Uint8Array, { fileName, encoding }: ByteSource): Decoded | ImportProblem {
  const name = fileName ?? 'Pasted text';
  return encoding === undefined ? decode(bytes, name) : recode(bytes, encoding, name);
}
