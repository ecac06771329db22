import type { Article, Block } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import { sha256 } from '../../text/sha256';
import { textProblem } from '../carriable';

/** The longest first line that is taken for a title, in UTF-16 code units. */
const LONGEST_TITLE = 150;

/** When nothing says when something was made. */
export const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z';

/**
 * An article of a text that another tool's file holds: its paragraphs are its lines, its title is its first line
 * if that is short and not all there is, else `name`. Throws an Error when no file could carry the text.
 */
export function foreignArticle(
  id: string,
  text: string,
  { name, title, fileName, order }: { name: string; title?: string; fileName: string; order: number },
): Article {
  const problem = textProblem(text);
  if (problem) throw new Error(problem);
  const blocks = Array.from(
    text.matchAll(/\S(?:[^\n]*\S)?/g),
    ({ 0: line, index }): Block => ({ kind: 'paragraph', start: index, end: index + line.length }),
  );
  const [first, second] = blocks;
  const titled = title === undefined && first && second && first.end - first.start <= LONGEST_TITLE;
  if (titled) blocks[0] = { ...first, kind: 'title' };
  const digest = sha256(text);
  return {
    id,
    title: title ?? (titled ? text.slice(first.start, first.end) : name),
    language: 'en',
    text,
    blocks,
    sha256: digest,
    origin: {
      fileName,
      format: 'txt',
      encoding: 'utf-8',
      lineEnds: lineEndsOf(text),
      bytes: offsetsOf(text, 'byte').length,
      bytesSha256: digest,
    },
    order,
    addedAt: UNKNOWN_TIME,
  };
}

function lineEndsOf(text: string): Article['origin']['lineEnds'] {
  const kinds = new Set(text.match(/\r\n|\r|\n/g) ?? []);
  if (kinds.size > 1) return 'mixed';
  const [kind] = kinds;
  return kind === undefined ? 'none' : kind === '\n' ? 'lf' : kind === '\r' ? 'cr' : 'crlf';
}
