import { offsetsOf } from '../../text/offsets';
import { overlaps } from '../../text/span';
import { type Coding, groupsOf, pieceOf } from '../codes/groups';
import { type Scheme, schemeOf } from '../codes/scheme';
import { counted } from '../counted';
import type { FormatFile, Parsed, Reader } from '../format';
import { FormatError } from '../format';
import { append } from '../marks/append';
import { type Database, databasesWith, type Row, textCell, timeCell } from '../marks/databases';
import { Gathering } from '../marks/gather';
import type { Piece, PieceLink } from '../marks/piece';
import { converted } from '../marks/plausible';
import { type CasePassage, casesIn, valuesIn } from './cases';
import { codeKey, codesIn } from './codes';

const TABLES = ['source', 'code_text', 'code_name'];

/** The layer of passages that have a memo and no code, and the role that says whose case a passage is. */
const MEMO = 'Memo';
const CASE = 'case';

/**
 * Projects of QualCoder (qualcoder.org): the SQLite database data.qda in a project’s folder. Positions are code points of
 * the text. Categories are layers or attributes, codes their values; cases are speakers. Only read.
 */
export const qualcoder: Reader = {
  id: 'qualcoder',
  label: 'QualCoder project',
  hint: 'the database data.qda of a project folder',
  extensions: ['qda'],
  unit: 'codepoint',
  recognises: (files) => databasesWith(files, TABLES).length > 0,
  parse,
};

function parse(files: readonly FormatFile[]): Parsed {
  const databases = databasesWith(files, TABLES);
  const [database] = databases;
  if (!database) throw new FormatError('this is no project of QualCoder', files[0]?.path ?? '', 1, 1);
  const warnings =
    databases.length > 1
      ? [counted(databases.length - 1, 'further database is left out', 'further databases are left out')]
      : [];
  const parsed = readDatabase(database);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}

function readDatabase(database: Database): Parsed {
  const [about] = database.rows('project').map(({ cells }) => cells);
  const folder = /([^/]+)\.qda\/data\.qda$/.exec(database.path)?.[1];
  const name = folder ?? 'Imported';
  const scheme = schemeOf(codesIn(database), name);
  const { speakers, passages } = casesIn(database);
  const values = valuesIn(database, 'file');
  const [coded, noted] = [byFile(database, 'code_text'), byFile(database, 'annotation')];
  const sources = database.needed('source', ['id', 'name', 'fulltext']);
  const texts = sources.flatMap((row) => {
    const { id, fulltext } = row.cells;
    if (typeof fulltext !== 'string' || fulltext === '') return [];
    const rows = { coded: coded.get(textCell(id)) ?? [], noted: noted.get(textCell(id)) ?? [] };
    const cases = passages.get(textCell(id)) ?? [];
    return [{ row, text: fulltext, cases, ...marksOf(fulltext, rows, cases, scheme) }];
  });
  const { codebook, settled } = scheme.settle(texts.flatMap(({ pieces }) => pieces));
  const gathering = new Gathering(codebook);
  const tell = (count: number, one: string, many: string) => {
    if (count > 0) gathering.warnings.push(`${database.path}: ${counted(count, one, many)}`);
  };
  tell(sources.length - texts.length, 'file without a text is left out', 'files without a text are left out');
  tell(
    database.rows('code_image').length,
    'coded part of a picture or a page is left out',
    'coded parts of pictures and pages are left out',
  );
  tell(
    database.rows('code_av').length,
    'coded part of a recording is left out',
    'coded parts of recordings are left out',
  );
  tell(
    database.rows('journal').length,
    'entry of the journal is left out',
    'entries of the journal are left out',
  );
  for (const { row, text, cases, pieces, links, untaken } of texts) {
    const { cells } = row;
    const called = textCell(cells.name);
    const place = `${database.path}, ${called}`;
    if (untaken.nowhere > 0)
      gathering.warnings.push(
        `${place}: ${counted(untaken.nowhere, 'coding is nowhere in the text and is left out', 'codings are nowhere in the text and are left out')}`,
      );
    if (untaken.misquoted > 0)
      gathering.warnings.push(
        `${place}: ${counted(untaken.misquoted, 'coding does not mark the words that it says', 'codings do not mark the words that they say')}`,
      );
    if (untaken.codeless > 0)
      gathering.warnings.push(
        `${place}: ${counted(untaken.codeless, 'coding has a code that is not there and is left out', 'codings have a code that is not there and are left out')}`,
      );
    const title = called.replace(/\.(?:txt|docx?|odt|rtf|pdf|html?|md|epub)$/i, '').trim();
    const whole = cases.filter(
      ({ start, end }) => start <= 0 && end >= offsetsOf(text, 'codepoint').length - 1,
    );
    const remark = [
      textCell(cells.memo).trim(),
      ...(values.get(textCell(cells.id)) ?? []),
      ...new Set(whole.map(({ speaker }) => `Case: ${speaker.name}`)),
    ];
    try {
      gathering.add({
        place,
        fileName: called,
        name: title,
        ...(title === '' ? {} : { title }),
        text,
        pieces: pieces.map(settled),
        links,
        show: () => ({ pieces: [], links: [], owners: new Map() }),
        recognise: 'key',
        remark: remark.filter((line) => line !== '').join('\n'),
      });
    } catch (error) {
      throw row.fault(error instanceof Error ? error.message : String(error));
    }
  }
  const { project, warnings } = gathering.finish(name);
  const createdAt = timeCell(about?.date) ?? project.info.createdAt;
  const known = new Map([...project.speakers, ...speakers.map((speaker) => [speaker.id, speaker] as const)]);
  const info = { ...project.info, name, note: textCell(about?.memo).trim(), createdAt };
  return { project: { ...project, info, speakers: known }, warnings };
}

/** Rows of a table by the file they are about. */
function byFile(database: Database, table: string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  if (!database.has(table)) return found;
  for (const row of database.needed(table, ['fid', 'pos0', 'pos1'])) {
    append(found, textCell(row.cells.fid), row);
  }
  return found;
}

/** The codings and memos of a text as pieces; those of a passage by one person with codes of one layer are one. */
function marksOf(
  text: string,
  { coded, noted }: { readonly coded: readonly Row[]; readonly noted: readonly Row[] },
  cases: readonly CasePassage[],
  { meanings, takesMany }: Scheme,
) {
  const offsets = offsetsOf(text, 'codepoint');
  const untaken = { nowhere: 0, misquoted: 0, codeless: 0 };
  const passages = new Map<string, { start: number; end: number; codings: Coding[] }>();
  const add = ({ cells }: Row, key: string, meaning: Coding['meaning'] | undefined) => {
    const span = converted(offsets, { start: Number(cells.pos0), end: Number(cells.pos1) });
    if (!meaning) untaken.codeless++;
    else if (!span) untaken.nowhere++;
    else {
      const said = cells.seltext;
      if (typeof said === 'string' && said !== text.slice(span.start, span.end)) untaken.misquoted++;
      const place = `${span.start} ${span.end}`;
      const passage = passages.get(place) ?? { ...span, codings: [] };
      passages.set(place, passage);
      const notes = [textCell(cells.memo)];
      const by = textCell(cells.owner) || undefined;
      const important =
        cells.important === 1 ? [{ layer: meaning.layer, attribute: 'important', value: 'yes' }] : [];
      for (const each of [meaning, ...important]) {
        passage.codings.push({ key, meaning: each, by, at: timeCell(cells.date), notes: notes.splice(0) });
      }
    }
  };
  for (const row of coded)
    add(row, `coding ${textCell(row.cells.ctid)}`, meanings.get(codeKey(row.cells.cid)));
  for (const row of noted) add(row, `memo ${textCell(row.cells.anid)}`, { layer: MEMO });
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  const owned = cases.flatMap(({ speaker, ...place }) => {
    const span = converted(offsets, place);
    return span ? [{ span, speaker }] : [];
  });
  for (const { start, end, codings } of passages.values()) {
    for (const group of groupsOf(codings)) {
      const { key } = group.codings[0]!;
      pieces.push(pieceOf(key, group, [{ start, end }], '', takesMany));
      const whose = owned.filter(({ span }) => overlaps(span, { start, end }));
      for (const { id, name } of new Set(whose.map(({ speaker }) => speaker))) {
        links.push({ from: key, role: CASE, to: { speaker: id, name } });
      }
    }
  }
  return { pieces, links, untaken };
}
