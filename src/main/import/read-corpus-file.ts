import iconv from 'iconv-lite';
import type { CorpusFormat } from '../../core/import/corpus/read-corpus';
import { readCorpus, recordsOf, withoutTextColumn } from '../../core/import/corpus/read-corpus';
import type { ImportProblem } from '../../core/import/draft';
import { rememberedColumns } from '../../core/import/file-seen';
import { importProblem, withoutText } from '../../core/import/problem';
import type { Decoded } from './decode';
import type { ByteSource, ReadFile } from './read-bytes';
import { recordOf } from './record';
import { MOST_SAID, seenFile } from './seen-file';

const MEND = 'Mend it in the file and import that again, or go on without it.';
const CHOOSE = 'Say which one does.';

/** Every record of a corpus, each with the bytes of its own record in the encoding of the file. */
export function readCorpusFile(
  decoded: Decoded,
  bytes: Uint8Array,
  source: ByteSource & { readonly format: CorpusFormat },
): ReadFile {
  const { text, encoding, certain } = decoded;
  const { fileName, format, record: of, way, remembered } = source;
  const name = fileName ?? 'Pasted text';
  const corpus = readCorpus(text, format, {
    fileName,
    encoding,
    record: of,
    choose: (columns) => (way?.kind === 'columns' ? way.choice : rememberedColumns(remembered, columns)),
  });
  const whole = corpus.total === 1;
  const ownBytes = whole ? () => bytes : bytesOfRecords(bytes, format, encoding);
  const articles = corpus.articles.map(({ draft, source: own, number }) =>
    recordOf(draft, ownBytes(number, own), { certain, number: whole ? of : number }),
  );
  const drafts = corpus.articles.map(({ draft }) => draft);
  const { columns, choice, dates } = corpus;
  const seen = seenFile(decoded, format, { kind: 'columns', choice }, { drafts, problems: corpus.problems });
  return {
    articles,
    problems:
      choice.fields.text === undefined
        ? [importProblem(name, 'no-text', `${withoutTextColumn(columns)} ${CHOOSE}`)]
        : problemsOf(name, corpus.problems, articles.length),
    seen: { ...seen, columns, ...(dates ? { dates } : {}) },
  };
}

/** The first problems one by one, and how many more there are. */
export function problemsOf(
  name: string,
  problems: readonly string[],
  articles: number,
): readonly ImportProblem[] {
  const said = problems.slice(0, MOST_SAID);
  if (problems.length > MOST_SAID) said.push(`There are ${problems.length - MOST_SAID} more such problems.`);
  if (articles === 0 && said.length === 0) return [withoutText(name)];
  return said.map((what) => ({ ...importProblem(name, 'no-text', `${what} ${MEND}`), part: true }));
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
