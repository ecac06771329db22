import { FormatError } from '../format';
import { begins, readTag, type Tag } from './tags';

/** A word of a file, with its line. */
export interface Word {
  readonly form: string;
  readonly line: number;
}

/** One text of a file: its words by sentences, and what is marked, by numbers of words counted through. */
export interface ConllDocument {
  readonly sentences: readonly (readonly Word[])[];
  readonly chunks: readonly { readonly type: string; readonly first: number; readonly last: number }[];
}

/**
 * Reads columns with the word first and the tag last, between them spaces or tabs; an empty line ends a sentence,
 * `-DOCSTART-` a text. Lines that begin with "#" and end in no tag are comments. Throws FormatError with line and
 * column for a line that has fewer columns than the first or a tag that is none.
 */
export function readColumns(path: string, data: string): readonly ConllDocument[] {
  const documents: { sentences: Word[][]; chunks: { type: string; first: number; last: number }[] }[] = [];
  const lines = data.split('\n').map((line) => line.replace(/\r$/, ''));
  const bare = !lines.some((line) => /[ \t][BILUESM]-\S+[ \t]*$/.test(line));
  let columns = 0;
  let sentence: Word[] | null = null;
  let count = 0;
  let before: Tag | null = null;
  for (const [index, line] of lines.entries()) {
    const fields = line
      .split(line.includes('\t') ? '\t' : /[ \t]+/)
      .map((field) => field.replace(/^ +| +$/g, ''));
    while (fields.at(-1) === '') fields.pop();
    const [form = ''] = fields;
    if (fields.length === 0 || form === '-DOCSTART-') {
      sentence = null;
      before = null;
      if (form !== '') {
        documents.push({ sentences: [], chunks: [] });
        count = 0;
      }
      continue;
    }
    const said = fields.at(-1)!;
    const tag = fields.length > 1 ? readTag(said, bare) : undefined;
    const comment = tag === undefined || (bare && tag !== null && fields.length !== columns);
    if (comment && form.startsWith('#')) continue;
    if (columns === 0) columns = fields.length;
    if (fields.length < 2 || form === '') {
      throw new FormatError('a word and a tag were expected', path, index + 1, 1);
    }
    if (fields.length < columns) {
      const why = `${columns} columns were expected, and there are ${fields.length}`;
      throw new FormatError(why, path, index + 1, line.length + 1);
    }
    if (tag === undefined) {
      const column = line.lastIndexOf(said) + 1;
      throw new FormatError(`“${said.slice(0, 40)}” is no tag like O, B-X or I-X`, path, index + 1, column);
    }
    if (documents.length === 0) documents.push({ sentences: [], chunks: [] });
    const document = documents.at(-1)!;
    if (sentence === null) {
      sentence = [];
      document.sentences.push(sentence);
    }
    sentence.push({ form, line: index + 1 });
    if (tag) {
      const last = document.chunks.at(-1);
      if (begins(tag, before) || !last) document.chunks.push({ type: tag.type, first: count, last: count });
      else last.last = count;
    }
    before = tag;
    count++;
  }
  return documents.filter(({ sentences }, at) => at === 0 || sentences.length > 0);
}
