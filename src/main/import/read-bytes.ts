import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import type { CorpusFormat } from '../../core/import/corpus/read-corpus';
import { isCorpus, readCorpus, recordsOf } from '../../core/import/corpus/read-corpus';
import type { ArticleDraft, ImportProblem, UnhashedDraft } from '../../core/import/draft';
import { emptyFile, importProblem, Refusal, withoutText } from '../../core/import/problem';
import { draftOf, partNote, readArticle } from '../../core/import/read-article';
import type { Origin } from '../../core/project/model';
import type { Decoded } from './decode';
import { decode, recode } from './decode';
import { isMhtml } from './mhtml';
import type { FoundText } from './readers';
import { READERS } from './readers';

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
}

export interface ReadBytes {
  readonly draft: ArticleDraft;
  readonly encodingCertain: boolean;
  /** The number of its record, from 1, in a file that holds many. */
  readonly record?: number;
}

/** An article with the bytes it was read from: the whole file, or its own record of one that holds many. */
export interface ReadRecord extends ReadBytes {
  readonly bytes: Uint8Array;
}

/** What one file held. Problems are of single records. */
export interface ReadFile {
  readonly articles: readonly ReadRecord[];
  readonly problems: readonly ImportProblem[];
}

/** So many problems of one file are told one by one. */
const MOST_SAID = 20;
const MEND = 'Mend it in the file and import that again, or go on without it.';

/** Bytes to articles, or what is wrong with them. The only user of hashes among the readers. */
export async function readBytes(bytes: Uint8Array, source: ByteSource): Promise<ReadFile | ImportProblem> {
  const fileName = source.fileName ?? 'Pasted text';
  if (bytes.length === 0) return emptyFile(fileName);
  try {
    const format = source.format === 'html' && isMhtml(bytes) ? 'mhtml' : source.format;
    const reader = READERS[format];
    return reader ? found(await reader(bytes), bytes, { ...source, format }) : asText(bytes, source);
  } catch (error) {
    if (error instanceof Refusal) return importProblem(fileName, error.code, error.message);
    throw error;
  }
}

/** Formats that state their own encoding. */
function found(texts: readonly FoundText[], bytes: Uint8Array, source: ByteSource): ReadFile | ImportProblem {
  const { fileName, format } = source;
  const articles: ReadRecord[] = [];
  for (const { text, encoding = 'utf-8', part } of texts) {
    const note = part && partNote(part.number);
    const draft = draftOf(text, { fileName, format, encoding, lineEnds: 'none' }, note);
    if (draft) articles.push(record(draft, part?.bytes ?? bytes, true, part?.number));
  }
  return articles.length > 0 ? { articles, problems: [] } : withoutText(fileName ?? 'Pasted text');
}

/** A format that is plain text in one encoding or another. */
function asText(bytes: Uint8Array, source: ByteSource): ReadFile | ImportProblem {
  const decoded = decodedText(bytes, source);
  if ('code' in decoded) return decoded;
  if (isCorpus(source.format)) return asCorpus(decoded, bytes, source, source.format);
  const draft = readArticle({ ...source, text: decoded.text, encoding: decoded.encoding });
  if (!draft) return withoutText(source.fileName ?? 'Pasted text');
  return { articles: [record(draft, bytes, decoded.certain)], problems: [] };
}

/** Every record of a corpus, each with the bytes of its own record in the encoding of the file. */
function asCorpus(
  { text, encoding, certain }: Decoded,
  bytes: Uint8Array,
  source: ByteSource,
  format: CorpusFormat,
): ReadFile | ImportProblem {
  const { fileName, record: of } = source;
  const name = fileName ?? 'Pasted text';
  const corpus = readCorpus(text, format, {
    fileName,
    encoding,
    ...(of === undefined ? {} : { record: of }),
  });
  const said = corpus.problems.slice(0, MOST_SAID);
  if (corpus.problems.length > MOST_SAID)
    said.push(`${corpus.problems.length - MOST_SAID} more records could not be read.`);
  const problems = said.map((what) => importProblem(name, 'no-text', `${what} ${MEND}`));
  const whole = corpus.articles.length + corpus.problems.length === 1;
  const ownBytes = whole ? () => bytes : bytesOfRecords(bytes, format, encoding);
  const articles = corpus.articles.map(({ draft, source: own, number }) =>
    record(draft, ownBytes(number, own), certain, whole ? of : number),
  );
  return articles.length > 0 ? { articles, problems } : (problems[0] ?? withoutText(name));
}

/**
 * The very bytes of single records. A guessed encoding may be wrong, and writing in it would lose what it
 * misread: in every encoding but UTF-16 and UTF-32 records can be cut without knowing it.
 */
function bytesOfRecords(bytes: Uint8Array, format: CorpusFormat, encoding: string) {
  if (/^utf-?(?:8|16|32)/u.test(encoding))
    return (_number: number, source: string): Uint8Array => iconv.encode(source, encoding);
  const { records } = recordsOf(Buffer.from(bytes).toString('latin1'), format);
  const sources = new Map(records.map(({ number, source }) => [number, source]));
  return (number: number, source: string): Uint8Array => {
    const exact = sources.get(number);
    return exact === undefined ? iconv.encode(source, encoding) : Buffer.from(exact, 'latin1');
  };
}

function decodedText(bytes: Uint8Array, { fileName, encoding }: ByteSource): Decoded | ImportProblem {
  const name = fileName ?? 'Pasted text';
  return encoding === undefined ? decode(bytes, name) : recode(bytes, encoding, name);
}

function record(
  draft: UnhashedDraft,
  bytes: Uint8Array,
  encodingCertain: boolean,
  number?: number,
): ReadRecord {
  const origin: Origin = { ...draft.origin, bytes: bytes.length, bytesSha256: sha256(bytes) };
  const hashed = { ...draft, sha256: sha256(draft.text), origin };
  return { draft: hashed, encodingCertain, bytes, ...(number === undefined ? {} : { record: number }) };
}

/** Lower-case hex; of a string the hash of its UTF-8 bytes. */
function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
