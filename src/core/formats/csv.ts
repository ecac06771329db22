import Papa from 'papaparse';
import type { Annotation, Article, Project } from '../project/model';
import type { Scope } from '../project/scope';
import type { Offsets } from '../text/offsets';
import { offsetsOf } from '../text/offsets';
import { countUntyped, textsOfValue } from './attribute-values';
import { codebookFile } from './codebook-file';
import { safeCell } from './csv-cells';
import type { CodebookColumn } from './csv-columns';
import { codebookColumns, columnName, FIRST_COLUMNS, LAST_COLUMNS } from './csv-columns';
import { readCsv } from './csv-read';
import { passagesCell, targetsCell } from './csv-targets';
import { joinEscaped } from './escaped-list';
import { fileNameOf } from './file-name';
import type { Format, FormatFile, LossReport, Progress, Writing } from './format';
import { lossReport } from './loss';
import type { Part } from './part';
import { annotationsIn, partOf } from './part';
import { partLosses } from './part-losses';
import { inheritedRoles, type PlainTarget, plainTarget } from './targets';
import { streamed } from './writing';

/**
 * Comma-separated values (RFC 4180, UTF-8, CRLF): one annotation per row, for spreadsheets and statistics.
 * Cells that a spreadsheet could take for a formula are escaped reversibly (csv-cells.ts). The texts are not
 * in it: reading places the rows in the articles given.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV table',
  hint: 'one annotation per row, for spreadsheets and statistics',
  group: 'own',
  extensions: ['csv'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) => files.some(isOurs),
  parse: readCsv,
};

/** Has the file the header that we write, whatever a spreadsheet separates cells with now? */
function isOurs({ path, data }: FormatFile): boolean {
  const [header = ''] = data.slice(0, 10_000).split(/[\r\n]/, 1);
  const names = header.split(/[,;\t]/).map((name) => name.replace(/^[\ufeff"]+|"$/g, ''));
  return (
    /\.csv$/i.test(path) && ['article_id', 'annotation_id', 'passages'].every((name) => names.includes(name))
  );
}

function losses(part: Part): LossReport {
  const { articles, annotations, whole } = part;
  let untyped = 0;
  for (const annotation of annotationsIn(part)) untyped += countUntyped(whole, annotation);
  return lossReport('codepoint', {
    ...partLosses(part),
    'article-text': articles.length,
    'article-note': articles.filter(({ note }) => note !== undefined && note !== '').length,
    'article-without-annotations': articles.length - annotations.size,
    'untyped-value': untyped,
  });
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const columns = codebookColumns(part);
  const path = `${fileNameOf(project.info.name)}.csv`;
  yield { path, data: lines([[...FIRST_COLUMNS, ...columns.map(columnName), ...LAST_COLUMNS]]) };
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const list = part.annotations.get(article.id) ?? [];
    if (list.length === 0) continue;
    const offsets = offsetsOf(article.text, 'codepoint');
    yield { path, data: lines(list.map((each) => rowOf(part, article, each, columns, offsets))) };
  }
  yield codebookFile(project);
  return losses(part);
}

function lines(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((row) => row.map(safeCell));
  return `${Papa.unparse(safe, { newline: '\r\n' })}\r\n`;
}

function rowOf(
  part: Part,
  article: Article,
  annotation: Annotation,
  columns: readonly CodebookColumn[],
  offsets: Offsets,
): readonly string[] {
  const [first] = annotation.spans;
  const inherited = inheritedRoles(part, annotation);
  return [
    article.id,
    article.title,
    article.standfirst ?? '',
    article.byline ?? '',
    article.outlet ?? '',
    article.url ?? '',
    article.publishedAt ?? '',
    article.language,
    article.sha256,
    annotation.id,
    annotation.layer,
    annotation.quote,
    annotation.prefix,
    annotation.suffix,
    first ? String(offsets.fromUtf16(first.start)) : '',
    first ? String(offsets.fromUtf16(first.end)) : '',
    passagesCell(annotation.spans, offsets),
    'codepoint',
    ...columns.map((column) => {
      if (column.layer !== annotation.layer) return '';
      if ('attribute' in column) return valueCell(annotation, column.attribute);
      const targets = annotation.roles[column.role] ?? [];
      if (column.part === 'id') return targetsCell(targets, offsets);
      if (column.part === 'name')
        return namesCell(targets.map((target) => plainTarget(part, article.id, target)));
      return namesCell(inherited.find(({ role }) => role === column.role)?.targets ?? []);
    }),
    annotation.note,
    annotation.certainty,
    annotation.status,
    annotation.annotatorId,
    part.whole.annotators.get(annotation.annotatorId)?.name ?? '',
    annotation.codebookVersion,
    annotation.createdAt,
    annotation.updatedAt,
  ];
}

function valueCell({ attributes }: Annotation, id: string): string {
  const value = Object.hasOwn(attributes, id) ? attributes[id]! : '';
  return typeof value === 'object' ? joinEscaped(value, '; ') : textsOfValue(value).join('');
}

/** Names of targets; a mention goes by the speaker it is linked to, an author without a byline by "author". */
function namesCell(targets: readonly PlainTarget[]): string {
  const names = targets.map(
    ({ kind, name, speakerName }) => speakerName || name || (kind === 'author' ? 'author' : ''),
  );
  return joinEscaped(names, '; ');
}
