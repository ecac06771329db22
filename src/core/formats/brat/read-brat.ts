import type { Codebook } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { articleNamed } from '../marks/article-named';
import type { Carried } from '../marks/carried';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Shown } from '../marks/piece';
import { readJson } from '../read-json';
import { readScheme } from './config-read';
import { documentsIn } from './documents';
import { type ParsedLines, parseLines } from './lines-parse';
import { oddLinesOf, remarkOf } from './odd-lines';
import { readPieces } from './read-pieces';
import { writeLines } from './write-lines';

/**
 * Reads a folder of brat: every .txt is an article, every .ann beside it its annotations; texts that are not there
 * are looked for among `articles`, by id or file name. Without a codebook of ours the types become layers, as
 * annotation.conf and visual.conf have them. Throws FormatError for an .ann file that is none, or is about another
 * text; single lines that cannot be read are kept in the article's note, and named in the warnings.
 */
export function* readBrat(
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article> = new Map(),
): Reading {
  const conf = (name: string) => files.find(({ path }) => path.split('/').at(-1) === name)?.data;
  const documents = documentsIn(files);
  if (documents.length === 0 && conf('annotation.conf') === undefined) {
    throw new FormatError('a file that ends in .ann was expected', files[0]?.path ?? '', 1, 1);
  }
  const given = readCodebookFile(files);
  const gathering = new Gathering(given);
  for (const { stem, text, annotations } of documents) {
    const name = stem.split('/').at(-1)!;
    const article = text ? undefined : articleNamed(articles, name);
    if (!text && !article)
      throw new FormatError(`the text ${stem}.txt is missing`, annotations[0]!.path, 1, 1);
    readDocument(gathering, { name, text, article, annotations }, given ?? DEFAULT_CODEBOOK);
    yield gathering.letGo();
  }
  return gathering.finish(
    'Types of brat',
    readScheme(conf('annotation.conf') ?? '', conf('visual.conf') ?? ''),
  );
}

function readDocument(
  gathering: Gathering,
  {
    name,
    text: file,
    article,
    annotations,
  }: {
    name: string;
    text: FormatFile | undefined;
    article: Article | undefined;
    annotations: readonly FormatFile[];
  },
  codebook: Codebook,
): void {
  const fileName = file?.path ?? annotations[0]!.path;
  const text = file?.data ?? article!.text;
  for (const each of [...(file ? [file] : []), ...annotations]) checkFile(each);
  const path = annotations[0]?.path ?? fileName;
  const lines = parseLines(annotations.map(({ data }) => data.replace(/^\ufeff|\n?$/g, '')).join('\n'), text);
  refuse(path, lines, text);
  const pieces = readPieces(lines, text, codebook);
  const carried = carriedIn(gathering, path, lines);
  const known = new Set(oddLinesOf((carried as { note?: string } | undefined)?.note));
  const odd = lines.odd.filter((line) => !known.has(line));
  warn(gathering, path, lines, pieces.renamed, odd);
  gathering.add({
    ...pieces,
    place: path,
    fileName,
    name,
    text,
    ...(article ? { article } : {}),
    ...(carried === undefined ? {} : { carried }),
    ...(odd.length > 0 ? { remark: remarkOf(odd) } : {}),
    show: (ours) => showInBrat(ours, codebook),
    recognise: 'key',
  });
}

/** What the lines that we would write of carried annotations say when they are read. */
function showInBrat({ article, annotations, registers }: Carried, codebook: Codebook): Shown {
  const { lines, owners } = writeLines(article, annotations, codebook, registers, oddLinesOf(article.note));
  return { ...readPieces(lines, article.text, codebook), owners };
}

function refuse(path: string, { odd, oddLines, misplaced, ...lines }: ParsedLines, text: string): void {
  if (misplaced !== null) {
    const why = `no passage is in the text where the file says (a text of ${[...text].length} characters)`;
    throw new FormatError(`the file is about another text: ${why}`, path, misplaced, 1);
  }
  const read = lines.textBounds.length > 0 || lines.carried !== undefined;
  if (!read && odd.length > 0 && odd.every((line) => !/^(?:[A-Za-z]+\d|#[A-Za-z]*\d|\*\t)/.test(line))) {
    throw new FormatError(
      'this is no brat standoff: no line begins with an id and a tab',
      path,
      oddLines[0]!,
      1,
    );
  }
}

function carriedIn(gathering: Gathering, path: string, { carried }: ParsedLines): unknown {
  if (carried === undefined) return undefined;
  try {
    return readJson(path, carried).value;
  } catch {
    gathering.warnings.push(`${path}: what Marginalia had written for itself cannot be read`);
    return undefined;
  }
}

function warn(
  { warnings }: Gathering,
  path: string,
  { counting, oddLines, odd: all }: ParsedLines,
  renamed: ReadonlyMap<string, string>,
  odd: readonly string[],
): void {
  if (counting.name !== 'code points')
    warnings.push(`${path}: offsets count ${counting.name}, against brat’s rule`);
  for (const [type, layer] of renamed)
    warnings.push(`${path}: events of the type ${type} are read as ${layer}`);
  if (odd.length === 0) return;
  const numbers = oddLines.filter((_, at) => odd.includes(all[at]!));
  const told = numbers.slice(0, 5).join(', ') + (numbers.length > 5 ? ' …' : '');
  warnings.push(
    odd.length === 1
      ? `${path}: line ${told} cannot be read and is kept in the article’s note`
      : `${path}: ${odd.length} lines cannot be read and are kept in the article’s note (lines ${told})`,
  );
}
