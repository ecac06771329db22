import iconv from 'iconv-lite';
import type { ImportProblem } from '../../core/import/draft';
import { readHtml } from '../../core/import/html/document';
import { importProblem } from '../../core/import/problem';
import { readParts } from '../../core/import/split/read-parts';
import type { SplitFormat, SplitRule } from '../../core/import/split/rule';
import type { SplitPiece } from '../../core/import/split/split';
import type { Span } from '../../core/text/span';
import type { Decoded } from './decode';
import type { ByteSource, ReadFile } from './read-bytes';
import { problemsOf } from './read-corpus-file';
import { recordOf } from './record';
import { seenFile } from './seen-file';

/** Every article of a file that is cut by a rule, each with its own bytes of the file. */
export function readSplitFile(
  decoded: Decoded,
  bytes: Uint8Array,
  { fileName, format, record: of }: ByteSource & { readonly format: SplitFormat },
  rule: SplitRule,
): ReadFile | ImportProblem {
  const { text, encoding, certain } = decoded;
  const name = fileName ?? 'Pasted text';
  try {
    const parts = readParts(text, format, rule, { fileName, encoding, record: of });
    const ownBytes = of === undefined ? bytesOfPieces(bytes, text, encoding, parts.pieces) : () => bytes;
    const articles = parts.articles.map(({ draft, piece, number }) =>
      recordOf(draft, ownBytes(piece), { certain, number }),
    );
    const drafts = parts.articles.map(({ draft }) => draft);
    const seen = seenFile(decoded, format, { kind: 'parts', rule }, { drafts, problems: parts.problems });
    const cover = parts.pieces.find(({ kind }) => kind === 'cover');
    return {
      articles,
      problems: problemsOf(name, parts.problems, articles.length),
      seen: {
        ...seen,
        fields: parts.fields,
        ...(cover ? { cover: beginningOf(text.slice(cover.start, cover.end), format) } : {}),
      },
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return importProblem(name, 'unsupported', `The pattern cannot be read: ${error.message}.`);
  }
}

/** The first words of what stands before the first article. */
function beginningOf(source: string, format: SplitFormat): string {
  const beginning = source.slice(0, 4000);
  const words = format === 'html' ? readHtml(beginning, { whole: true }).text : beginning;
  return words.trim().slice(0, 200);
}

/**
 * The very bytes of each piece. Where writing a piece again would not give them (a wrong guess of the
 * encoding), they are told by how long the pieces before it are.
 */
function bytesOfPieces(bytes: Uint8Array, text: string, encoding: string, pieces: readonly SplitPiece[]) {
  const starts = new Map<number, Uint8Array>();
  const lengths = pieces.map(({ start, end }) => iconv.encode(text.slice(start, end), encoding).length);
  const mark = bytes.length - lengths.reduce((sum, length) => sum + length, 0);
  // What is more than a byte order mark was misread, and the lengths tell nothing.
  let at = mark >= 0 && mark <= 4 ? mark : Number.NaN;
  pieces.forEach(({ start }, index) => {
    starts.set(start, bytes.subarray(at, at + lengths[index]!));
    at += lengths[index]!;
  });
  return ({ start, end }: Span): Uint8Array => {
    const words = text.slice(start, end);
    const exact = Number.isNaN(at) ? undefined : starts.get(start);
    const same = exact && iconv.decode(Buffer.from(exact), encoding, { stripBOM: false }) === words;
    return same ? exact : iconv.encode(words, encoding);
  };
}
