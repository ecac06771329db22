import type { Code } from '../codes/code';
import { groupsOf, pieceOf } from '../codes/groups';
import { type Scheme, schemeOf } from '../codes/scheme';
import { treeOfPaths } from '../codes/tree-of-paths';
import { counted } from '../counted';
import type { FormatFile, Parsed, Reader } from '../format';
import { FormatError } from '../format';
import { append } from '../marks/append';
import { type Database, databasesWith, type Row, textCell, timeCell } from '../marks/databases';
import { Gathering } from '../marks/gather';
import type { Piece } from '../marks/piece';
import { record } from '../web-json';
import { type HtmlText, htmlText } from './html-text';

const TABLES = ['documents', 'highlights', 'tags', 'highlight_tags'];

/** The layer of highlights that have no tag. */
const UNTAGGED = 'Highlight';

/**
 * Projects of Taguette (taguette.org), which are SQLite databases. Documents are HTML; highlights have offsets in UTF-8
 * bytes of the text between the tags (its ARCHITECTURE.md). Tags are divided at their dots. Only read.
 */
export const taguette: Reader = {
  id: 'taguette',
  label: 'Taguette project',
  hint: 'a SQLite database of documents, tags and highlights',
  extensions: ['sqlite3', 'db'],
  unit: 'byte',
  recognises: (files) => databasesWith(files, TABLES).length > 0,
  parse,
};

function parse(files: readonly FormatFile[]): Parsed {
  const databases = databasesWith(files, TABLES);
  const [database] = databases;
  if (!database) throw new FormatError('this is no project of Taguette', files[0]?.path ?? '', 1, 1);
  const warnings =
    databases.length > 1
      ? [counted(databases.length - 1, 'further database is left out', 'further databases are left out')]
      : [];
  const parsed = readDatabase(database);
  return { ...parsed, warnings: [...warnings, ...parsed.warnings] };
}

function readDatabase(database: Database): Parsed {
  const projects = database.rows('projects').map(({ cells }) => cells);
  const name = textCell(projects[0]?.name).trim() || 'Imported';
  const scheme = schemeIn(database, name);
  const makers = makersIn(database);
  const tags = tagsIn(database);
  const highlights = new Map<string, Row[]>();
  for (const row of database.needed('highlights', ['id', 'document_id', 'start_offset', 'end_offset'])) {
    const id = textCell(row.cells.document_id);
    append(highlights, id, row);
  }
  const texts = database.needed('documents', ['id', 'name', 'contents']).map((row) => {
    if (typeof row.cells.contents !== 'string') throw row.fault('the document has no contents');
    const html = htmlText(row.cells.contents);
    const found = highlights.get(textCell(row.cells.id)) ?? [];
    return { row, html, ...piecesOf(found, html, scheme, { makers, tags }) };
  });
  const { codebook, settled } = scheme.settle(texts.flatMap(({ pieces }) => pieces));
  const gathering = new Gathering(codebook);
  if (projects.length > 1) {
    gathering.warnings.push(`${database.path}: the documents of ${projects.length} projects are read as one`);
  }
  for (const { row, html, pieces, untaken } of texts) {
    const { cells } = row;
    const title = textCell(cells.name).trim();
    const remark = textCell(cells.description).trim();
    const place = `${database.path}, ${title}`;
    if (untaken.nowhere > 0)
      gathering.warnings.push(
        `${place}: ${counted(untaken.nowhere, 'highlight is nowhere in the text and is left out', 'highlights are nowhere in the text and are left out')}`,
      );
    if (untaken.misquoted > 0)
      gathering.warnings.push(
        `${place}: ${counted(untaken.misquoted, 'highlight does not mark the words that it says', 'highlights do not mark the words that they say')}`,
      );
    try {
      gathering.add({
        place,
        fileName: textCell(cells.filename) || `${title}.html`,
        name: title,
        ...(title === '' ? {} : { title }),
        text: html.text,
        pieces: pieces.map(settled),
        links: [],
        show: () => ({ pieces: [], links: [], owners: new Map() }),
        recognise: 'key',
        ...(remark === '' ? {} : { remark }),
      });
    } catch (error) {
      throw row.fault(error instanceof Error ? error.message : String(error));
    }
  }
  const { project, warnings } = gathering.finish(name);
  const note = textCell(projects[0]?.description).trim();
  const createdAt = timeCell(projects[0]?.created) ?? project.info.createdAt;
  return { project: { ...project, info: { ...project.info, name, note, createdAt } }, warnings };
}

function schemeIn(database: Database, name: string): Scheme {
  const rows = database.needed('tags', ['id', 'path']);
  const codes = rows.map(({ cells }): Code => {
    const description = textCell(cells.description);
    const shown = { name: textCell(cells.path), codable: true, colour: '', description, children: [] };
    return { key: textCell(cells.id), ...shown };
  });
  return schemeOf(treeOfPaths(codes), name);
}

/** Who made a highlight, and when: the history of a project says it. */
function makersIn(
  database: Database,
): ReadonlyMap<string, { readonly by: string; readonly at: string | undefined }> {
  const makers = new Map<string, { by: string; at: string | undefined }>();
  for (const { cells } of database.rows('commands')) {
    let payload: unknown;
    try {
      payload = JSON.parse(textCell(cells.payload));
    } catch {
      continue;
    }
    const { type, highlight_id } = record(payload);
    const by = textCell(cells.user_login);
    if (type === 'highlight_add' && by !== '')
      makers.set(textCell(highlight_id), { by, at: timeCell(cells.date) });
  }
  return makers;
}

/** Highlight -> its tags. */
function tagsIn(database: Database): ReadonlyMap<string, readonly string[]> {
  const tags = new Map<string, string[]>();
  for (const { cells } of database.needed('highlight_tags', ['highlight_id', 'tag_id'])) {
    const id = textCell(cells.highlight_id);
    append(tags, id, textCell(cells.tag_id));
  }
  return tags;
}

function piecesOf(
  highlights: readonly Row[],
  html: HtmlText,
  { meanings, takesMany }: Scheme,
  about: {
    readonly makers: ReturnType<typeof makersIn>;
    readonly tags: ReadonlyMap<string, readonly string[]>;
  },
): { readonly pieces: readonly Piece[]; readonly untaken: { nowhere: number; misquoted: number } } {
  const untaken = { nowhere: 0, misquoted: 0 };
  const pieces = highlights.flatMap(({ cells }): readonly Piece[] => {
    const id = textCell(cells.id);
    const bytes = { start: Number(cells.start_offset), end: Number(cells.end_offset) };
    const span = html.place(bytes);
    if (!span) {
      untaken.nowhere++;
      return [];
    }
    if (typeof cells.snippet === 'string' && !isSaid(html.text.slice(span.start, span.end), cells.snippet)) {
      untaken.misquoted++;
    }
    const maker = about.makers.get(id) ?? {};
    const meant = (about.tags.get(id) ?? []).flatMap((tag) => meanings.get(tag) ?? []);
    const all = meant.length > 0 ? meant : [{ layer: UNTAGGED }];
    const codings = all.map((meaning) => ({ key: id, meaning, notes: [], ...maker }));
    return groupsOf(codings).map((group, at) =>
      pieceOf(at === 0 ? `highlight ${id}` : `highlight ${id} ${at + 1}`, group, [span], '', takesMany),
    );
  });
  return { pieces, untaken };
}

/** Are these the words of the snippet, whatever white space is between them? */
function isSaid(words: string, snippet: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, '');
  return plain(htmlText(snippet).raw) === plain(words);
}
