import { ID_PATTERN } from '../../core/project/model';

/** The names in a project folder. Files are named by their path within it, with "/" on every system. */
export const JOURNAL = 'journal.jsonl';
export const LOCK = '.lock';
export const PROJECT = 'project.json';
export const CODEBOOK = 'codebook.json';

/** Folders that a project has from its first day. */
export const FOLDERS = ['articles', 'annotations', 'journal', 'backups', 'set-aside'] as const;

/** The files there is exactly one of. */
export const SINGLE_FILES = [PROJECT, CODEBOOK, 'speakers.json', 'claims.json'] as const;

/** There is at most one of it: a project in which nothing was begun has none. */
const READINGS = 'readings.json';

/** A file that holds rows of the project's tables. */
export type TableFile =
  | { readonly kind: 'project' | 'codebook' | 'speakers' | 'claims' | 'readings'; readonly path: string }
  | { readonly kind: 'article'; readonly path: string; readonly articleId: string }
  | {
      readonly kind: 'annotations';
      readonly path: string;
      readonly articleId: string;
      readonly annotatorId: string;
    };

/** `articles/<id>.json`: text, blocks and metadata. */
export function articlePath(id: string): string {
  return `articles/${checked(id)}.json`;
}

/** `articles/<id>.orig`: the bytes that were imported. */
export function originalPath(id: string): string {
  return `articles/${checked(id)}.orig`;
}

/** `annotations/<annotator>/<article>.json`: what one person marked in one article. */
export function annotationPath(annotatorId: string, articleId: string): string {
  return `annotations/${checked(annotatorId)}/${checked(articleId)}.json`;
}

/** What a path within the folder holds, or null for a file that is not one of ours and stays untouched. */
export function tableFile(path: string): TableFile | null {
  const [folder = '', ...rest] = path.split('/');
  if (path === READINGS || (SINGLE_FILES as readonly string[]).includes(path)) {
    return { kind: path.slice(0, -'.json'.length) as 'project', path };
  }
  const [first = '', second = ''] = rest;
  const articleId = rest.length === 1 ? idOf(first) : idOf(second);
  if (articleId === null) return null;
  if (folder === 'articles' && rest.length === 1) return { kind: 'article', path, articleId };
  if (folder === 'annotations' && rest.length === 2 && ID_PATTERN.test(first)) {
    return { kind: 'annotations', path, articleId, annotatorId: first };
  }
  return null;
}

/** The `format` of a file's envelope. */
export function formatOf(kind: TableFile['kind']): string {
  return `marginalia/${kind}`;
}

function idOf(name: string): string | null {
  const id = name.endsWith('.json') ? name.slice(0, -'.json'.length) : '';
  return ID_PATTERN.test(id) ? id : null;
}

/** Ids come from files and from other processes: none may lead out of the folder. */
function checked(id: string): string {
  if (!ID_PATTERN.test(id)) throw new RangeError(`${JSON.stringify(id)} is not an id`);
  return id;
}
