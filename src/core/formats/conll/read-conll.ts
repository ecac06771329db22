import type { Codebook } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { articleNamed, stemOf } from '../marks/article-named';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import { usableName } from '../marks/usable-name';
import { type ConllDocument, readColumns } from './columns-read';
import { placeWords, textOfWords } from './place-words';
import { tagType } from './tags';

const COLUMNS = /\.(?:conll|iob|iob2|bio|biluo|tsv|txt)$/i;

/**
 * Reads columns of words and tags, whatever their number and scheme. A file's text is the article of `articles` with
 * its name, or the .txt file of that name beside it or in `texts`; the words are placed in it. Without, the text is
 * made of the words. A file may hold several texts (`-DOCSTART-`), which then are made of their words. Throws
 * FormatError with line and column for lines that are no columns and words that are not in their text.
 */
export function* readConll(
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article> = new Map(),
): Reading {
  const tagged = files.filter(({ path }) => COLUMNS.test(path) && !/\.txt$/i.test(path));
  // A lone .txt is columns too: many such files are called that.
  const tables = tagged.length > 0 ? tagged : files.filter(({ path }) => /\.txt$/i.test(path));
  if (tables.length === 0) {
    throw new FormatError('a file that ends in .conll was expected', files[0]?.path ?? '', 1, 1);
  }
  const given = readCodebookFile(files);
  const gathering = new Gathering(given);
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const file of tables) {
    checkFile(file);
    const found = readColumns(file.path, file.data);
    const beside = found.length < 2 && tagged.length > 0 ? textBeside(file, byPath, articles) : undefined;
    // An article without a word is an empty file.
    const documents = found.length === 0 && beside ? [{ sentences: [], chunks: [] }] : found;
    for (const [at, document] of documents.entries()) {
      const number = documents.length > 1 ? at + 1 : undefined;
      readDocument(gathering, { file, document, number, beside }, given ?? DEFAULT_CODEBOOK);
    }
    yield gathering.letGo();
  }
  return gathering.finish('Types of tags');
}

interface Beside {
  readonly text: string;
  readonly article?: Article;
}

function textBeside(
  { path }: FormatFile,
  files: ReadonlyMap<string, FormatFile>,
  articles: ReadonlyMap<string, Article>,
): Beside | undefined {
  const stem = stemOf(path);
  const name = stem.split('/').at(-1)!;
  const article = articleNamed(articles, name);
  if (article) return { text: article.text, article };
  const folder = stem.slice(0, stem.length - name.length);
  const file = files.get(`${stem}.txt`) ?? files.get(`${folder}texts/${name}.txt`);
  if (!file) return undefined;
  checkFile(file);
  return { text: file.data };
}

function readDocument(
  gathering: Gathering,
  {
    file: { path },
    document: { sentences, chunks },
    number,
    beside,
  }: { file: FormatFile; document: ConllDocument; number: number | undefined; beside: Beside | undefined },
  codebook: Codebook,
): void {
  const name = stemOf(path.split('/').at(-1)!);
  const made = beside ? undefined : textOfWords(sentences);
  const text = beside?.text ?? made!.text;
  const places = made?.places ?? placeWords(path, sentences.flat(), text);
  const layerOf = (type: string) =>
    codebook.layers.find(({ id }) => tagType(id) === type)?.id ?? usableName(type, 'annotation');
  gathering.add({
    place: path,
    fileName: path,
    name: number === undefined ? name : `${name}-${number}`,
    text,
    ...(beside?.article ? { article: beside.article } : {}),
    pieces: chunks.map(({ type, first, last }, at) => ({
      key: String(at + 1),
      label: layerOf(type),
      spans: [{ start: places[first]!.start, end: places[last]!.end }],
      values: [],
      note: '',
    })),
    links: [],
    show: () => ({ pieces: [], links: [], owners: new Map() }),
    recognise: 'key',
  });
}
