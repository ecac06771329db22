import type { Format, FormatFile } from '../../core/formats/format';
import { preview } from '../../core/formats/preview';
import type { Article, Project } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';
import type { Scope } from '../../core/project/scope';
import { beginningOf, briefly } from './export-brief';
import type { Extent } from './export-scope';
import { insideOf } from './export-scope';

export interface Sample {
  /** The file shown, the rows of it that hold annotations, and whether rows before them are left out. */
  readonly path: string;
  readonly rows: readonly string[];
  readonly cut: boolean;
  /** So few rows, and so long, that they are better read with their lines broken. */
  readonly wrap: boolean;
  /** The files that will be written, in words: "12 × .txt, 12 × .ann, annotation.conf". */
  readonly files: string;
}

const ROWS = 12;
/** So much of a text is enough to see which files there will be (UTF-16). */
const WORDS = 200;
/** As far into the main file as the annotations are looked for. */
const LOOKED = { lines: 5000, width: 200_000 };
/** A row longer than this is cut; where there are few rows, it is cut out of the middle. */
const LONGEST = 1200;
const FEW = 3;

/** What an export will look like, tried on at most two articles of the scope. */
export function sampleOf(format: Format, project: Project, scope: Scope, articles: number): Sample | null {
  const some = firstTwo(project, scope);
  if (!some[0]) return null;
  const narrow = { ...scope, articles: [some[0].id] };
  const brief = briefly(project, some[0], insideOf(scope));
  const { path, lines } = preview(format, brief, narrow, LOOKED);
  // The rows that hold annotations are those that would not be there without any.
  const bare = preview(format, brief, { ...narrow, layers: [] }, LOOKED).lines;
  const differs = Math.max(
    0,
    lines.findIndex((line, at) => line !== bare[at]),
  );
  const from = differs < ROWS / 2 ? 0 : differs;
  const written = (count: number) => {
    const few = new Map(some.slice(0, count).map((article) => [article.id, beginningOf(article, WORDS)]));
    return format.serialize({ ...project, articles: few, annotations: new Map() }).files;
  };
  const rows = lines.slice(from, from + ROWS);
  return {
    path,
    rows: rows.map((row, at) => (rows.length > FEW ? row.slice(0, LONGEST) : around(row, bare[from + at]))),
    cut: from > 0,
    wrap: rows.length <= FEW,
    files: format.container?.(project) ?? filesInWords(written(1), written(2), articles),
  };
}

/** The beginning of a long row and, further on, where it first differs from the row without annotations. */
function around(row: string, bare = ''): string {
  let at = 0;
  while (at < row.length && row[at] === bare[at]) at++;
  return at < LONGEST / 3
    ? row.slice(0, LONGEST)
    : `${row.slice(0, 160)} … ${row.slice(at - 20, at + LONGEST - 160)}`;
}

/** The first article of the scope that has annotations in it, and one more. */
function firstTwo(project: Project, scope: Scope): readonly Article[] {
  const wanted = scope.articles && new Set(scope.articles);
  const inside = insideOf(scope);
  const all = articlesInOrder(project).filter(({ id }) => !wanted || wanted.has(id));
  const first = all.find(({ id }) => project.annotations.get(id)?.some(inside)) ?? all[0];
  return [first, all.find((article) => article !== first)].filter((article) => article !== undefined);
}

/** From the files of one article and of two: which are written once, and which for each article. */
export function filesInWords(
  one: readonly FormatFile[],
  two: readonly FormatFile[],
  articles: number,
): string {
  if (articles === 1) return named(one.map(({ path }) => path));
  const once = one.filter(({ path }) => articles === 0 || two.some((file) => file.path === path));
  const added = two
    .filter(({ path }) => !one.some((file) => file.path === path))
    .map(({ path }) => endOf(path));
  const fixed = once.filter(({ path }) => !added.includes(endOf(path)));
  const each = [...new Set(added)].map((end) => `${articles.toLocaleString()} × ${end}`);
  return [...each, named(fixed.map(({ path }) => path))].filter(Boolean).join(', ');
}

/** So many files with one ending are counted rather than named. */
const MANY = 5;

function named(paths: readonly string[]): string {
  const ends = paths.map(endOf);
  const counts = [...new Set(ends)].map(
    (end) => [end, ends.filter((other) => other === end).length] as const,
  );
  const many = counts.filter(([, count]) => count >= MANY);
  const others = paths.filter((path) => !many.some(([end]) => end === endOf(path)));
  return [...many.map(([end, count]) => `${count} × ${end}`), ...others].join(', ');
}

const endOf = (path: string) => path.slice(path.lastIndexOf('.'));

/**
 * Up to here what is lost is counted while the person looks; beyond, the worker counts it while exporting. Formats of
 * words have to find the words for it, which takes far longer than looking at annotations.
 */
const MOST = { annotations: 20_000, text: 5_000_000, textOfWords: 400_000 };

/** Can what is lost be counted at once? */
export function isSmall({ unit }: Format, { annotations, text }: Extent): boolean {
  return annotations < MOST.annotations && text < (unit === 'token' ? MOST.textOfWords : MOST.text);
}
