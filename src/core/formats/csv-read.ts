import type { Codebook } from '../project/codebook';
import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import type { Article, AttributeValue, Target } from '../project/model';
import { parseAnnotation } from '../project/validate';
import { type Offsets, offsetsOf } from '../text/offsets';
import { attributeOf, valueOfTexts } from './attribute-values';
import { readCodebookFile } from './codebook-file';
import { plainCell } from './csv-cells';
import type { CodebookColumn } from './csv-columns';
import { columnNamed, type FIRST_COLUMNS, type LAST_COLUMNS } from './csv-columns';
import { linesOf, readTable } from './csv-table';
import { passagesOfCell, targetsOfCell } from './csv-targets';
import { splitEscaped } from './escaped-list';
import { fileWith } from './file-name';
import type { FormatFile, Parsed } from './format';
import { FormatError } from './format';
import { Recovered } from './recovered';

/** The cells of a row by column; '' where there is none. */
type Cells = (column: (typeof FIRST_COLUMNS)[number] | (typeof LAST_COLUMNS)[number]) => string;

/**
 * Reads a table that csv.ts wrote, also after a spreadsheet saved it with semicolons or LF. Rows are placed
 * in `articles` by id; those of articles that are not there are left out with a warning. Types of values come
 * from the codebook file beside it, or else from the built-in codebook.
 */
export function readCsv(
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article> = new Map(),
): Parsed {
  const { path, data } = fileWith(files, '.csv');
  const codebook = readCodebookFile(files) ?? DEFAULT_CODEBOOK;
  const [header = [], ...rows] = readTable(path, data);
  const names = header.map(plainCell);
  for (const needed of ['article_id', 'annotation_id', 'layer', 'passages', 'offset_unit']) {
    if (!names.includes(needed)) throw new FormatError(`the column ${needed} is missing`, path, 1, 1);
  }
  const index = new Map(names.map((name, at) => [name, at]));
  const columns = names.map(columnNamed);
  const recovered = new Recovered();
  const known = new Map<string, Offsets>();
  const counted = (article: Article) => {
    const found = known.get(article.id) ?? offsetsOf(article.text, 'codepoint');
    known.set(article.id, found);
    return found;
  };
  let unplaced = 0;
  let line = 1 + linesOf(header);
  for (const row of rows) {
    const cells = row.map(plainCell);
    const cell: Cells = (name) => cells[index.get(name) ?? -1] ?? '';
    const article = articles.get(cell('article_id'));
    try {
      if (article) readRow({ article, offsets: counted(article), cell, cells, columns, codebook }, recovered);
      else unplaced++;
    } catch (error) {
      throw new FormatError(error instanceof Error ? error.message : String(error), path, line, 1);
    }
    line += linesOf(row);
  }
  const told =
    unplaced === 1
      ? '1 row belongs to an article that is not in this project'
      : `${unplaced} rows belong to articles that are not in this project`;
  return { project: recovered.project({}, codebook), warnings: unplaced > 0 ? [told] : [] };
}

interface Row {
  readonly article: Article;
  readonly offsets: Offsets;
  readonly cell: Cells;
  readonly cells: readonly string[];
  readonly columns: readonly (CodebookColumn | undefined)[];
  readonly codebook: Codebook;
}

function readRow({ article, offsets, cell, cells, columns, codebook }: Row, recovered: Recovered): void {
  if (cell('offset_unit') !== 'codepoint') throw new Error('offset_unit is not "codepoint"');
  const layer = cell('layer');
  const attributes = new Map<string, AttributeValue>();
  const roles = new Map<string, readonly Target[]>();
  columns.forEach((column, at) => {
    const text = cells[at] ?? '';
    if (column?.layer !== layer || text === '') return;
    if ('attribute' in column) {
      const attribute = attributeOf(codebook, layer, column.attribute);
      const value = valueOfTexts(
        attribute?.kind === 'multiple' ? splitEscaped(text, '; ') : [text],
        attribute,
      );
      if (value !== undefined) attributes.set(column.attribute, value);
    } else if (column.part === 'id') {
      roles.set(column.role, targetsOfCell(text, offsets));
    }
  });
  columns.forEach((column, at) => {
    if (!column || !('role' in column) || column.part !== 'name' || column.layer !== layer) return;
    const names = splitEscaped(cells[at] ?? '', '; ');
    (roles.get(column.role) ?? []).forEach((target, place) => {
      if ('speaker' in target) recovered.nameSpeaker(target.speaker, names[place] ?? '');
      if ('claim' in target) recovered.wordClaim(target.claim, names[place] ?? '');
    });
  });
  recovered.nameAnnotator(cell('annotator_id'), cell('annotator'));
  if (!recovered.articles.has(article.id)) recovered.addArticle(article);
  recovered.addAnnotation(
    parseAnnotation({
      id: cell('annotation_id'),
      articleId: article.id,
      annotatorId: cell('annotator_id'),
      layer,
      spans: passagesOfCell(cell('passages'), offsets),
      quote: cell('quote'),
      prefix: cell('prefix'),
      suffix: cell('suffix'),
      attributes: Object.fromEntries(attributes),
      roles: Object.fromEntries(roles),
      note: cell('note'),
      certainty: cell('certainty'),
      status: cell('status'),
      codebookVersion: cell('codebook_version'),
      createdAt: cell('created_at'),
      updatedAt: cell('updated_at'),
    }),
  );
}
