import type { Speaker } from '../../project/model';
import type { Span } from '../../text/span';
import { append } from '../marks/append';
import type { Database } from '../marks/databases';
import { textCell } from '../marks/databases';
import { ForeignIds } from '../marks/foreign-ids';

/** A passage of a file that belongs to a case, in the unit of the file. */
export interface CasePassage extends Span {
  readonly speaker: Speaker;
}

/** Cases as speakers, with what is known of them; and the passages of each file that are theirs. */
export function casesIn(database: Database): {
  readonly speakers: readonly Speaker[];
  readonly passages: ReadonlyMap<string, readonly CasePassage[]>;
} {
  const ids = new ForeignIds();
  const speakers = new Map<string, Speaker>();
  const values = valuesIn(database, 'case');
  for (const { cells } of database.rows('cases')) {
    const name = textCell(cells.name).trim();
    if (name === '') continue;
    const caseId = textCell(cells.caseid);
    const note = [textCell(cells.memo).trim(), ...(values.get(caseId) ?? [])].filter(Boolean).join('\n');
    speakers.set(caseId, { id: ids.make(name, 'speaker'), name, aliases: [], kind: 'unspecified', note });
  }
  const passages = new Map<string, CasePassage[]>();
  for (const { cells } of database.rows('case_text')) {
    const speaker = speakers.get(textCell(cells.caseid));
    if (!speaker) continue;
    const file = textCell(cells.fid);
    const passage = { start: Number(cells.pos0), end: Number(cells.pos1), speaker };
    append(passages, file, passage);
  }
  return { speakers: [...speakers.values()], passages };
}

/** Values of the attributes of cases or files, "name: value", by what they belong to. */
export function valuesIn(database: Database, kind: 'case' | 'file'): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { cells } of database.rows('attribute')) {
    const value = textCell(cells.value).trim();
    if (cells.attr_type !== kind || value === '') continue;
    const id = textCell(cells.id);
    append(found, id, `${textCell(cells.name)}: ${value}`);
  }
  return found;
}
