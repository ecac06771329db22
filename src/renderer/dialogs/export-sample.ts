import type { Format, FormatFile } from '../../core/formats/format';
import type { Annotation, Article, Project } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';
import type { Scope } from '../../core/project/scope';
import type { Extent } from './export-scope';
import { insideOf } from './export-scope';

export interface Sample {
  /** The file shown, the rows of it that hold annotations, and whether rows before them are left out. */
  readonly path: string;
  readonly rows: readonly string[];
  readonly cut: boolean;
  /** The files that will be written, in words: "12 × .txt, 12 × .ann, annotation.conf". */
  readonly files: string;
}

const ROWS = 12;
const LONGEST_ROW = 1200;
/** An article with more annotations than this is too long for a sample, unless all are. */
const MANY = 400;

/** What an export will look like, tried on at most two articles of the scope. */
export function sampleOf(format: Format, project: Project, scope: Scope, articles: number): Sample | null {
  const { articles: _, ...rest } = scope;
  const [first, second] = firstTwo(project, scope);
  if (!first) return null;
  const one = format.serialize(part(project, [first]), rest).files;
  const bare = format.serialize(part(project, [first]), { ...rest, layers: [] }).files;
  const two = second ? format.serialize(part(project, [first, second]), rest).files : one;
  // Where the annotations are is where the two differ.
  const before = new Map(bare.map(({ path, data }) => [path, data]));
  const shown = one.find(({ path, data }) => before.get(path) !== data) ?? one[0];
  if (!shown) return null;
  const rows = shown.data.split('\n');
  const old = before.get(shown.path)?.split('\n') ?? [];
  const differs = Math.max(
    0,
    rows.findIndex((row, at) => row !== old[at]),
  );
  const from = differs < ROWS / 2 ? 0 : differs;
  return {
    path: shown.path,
    rows: rows.slice(from, from + ROWS).map((row) => row.slice(0, LONGEST_ROW)),
    cut: from > 0,
    files: filesInWords(one, two, articles),
  };
}

/** The first article of the scope that has annotations in it, though not too many, and one more. */
function firstTwo(project: Project, scope: Scope): readonly Article[] {
  const wanted = scope.articles && new Set(scope.articles);
  const inside = insideOf(scope);
  const all = articlesInOrder(project).filter(({ id }) => !wanted || wanted.has(id));
  const tagged = all.filter(({ id }) => project.annotations.get(id)?.some(inside));
  const first = tagged.find(({ id }) => project.annotations.get(id)!.length <= MANY) ?? tagged[0] ?? all[0];
  const others = all.filter((article) => article !== first);
  const second = others.find(({ id }) => (project.annotations.get(id)?.length ?? 0) <= MANY) ?? others[0];
  return [first, second].filter((article) => article !== undefined);
}

/** A project of these articles only. Their annotations stay together: some take their speaker from others. */
function part(project: Project, articles: readonly Article[]): Project {
  const annotations = new Map<string, readonly Annotation[]>();
  for (const { id } of articles) {
    const list = project.annotations.get(id);
    if (list) annotations.set(id, list.slice(0, MANY));
  }
  return { ...project, articles: new Map(articles.map((article) => [article.id, article])), annotations };
}

/** From the files of one article and of two: which are written once, and which for each article. */
export function filesInWords(
  one: readonly FormatFile[],
  two: readonly FormatFile[],
  articles: number,
): string {
  if (articles === 1) return one.map(({ path }) => path).join(', ');
  const once = one.filter(({ path }) => articles === 0 || two.some((file) => file.path === path));
  const added = two
    .filter(({ path }) => !one.some((file) => file.path === path))
    .map(({ path }) => endOf(path));
  const fixed = once.filter(({ path }) => !added.includes(endOf(path)));
  const each = [...new Set(added)].map((end) => `${articles.toLocaleString()} × ${end}`);
  return [...each, ...fixed.map(({ path }) => path)].join(', ');
}

const endOf = (path: string) => path.slice(path.lastIndexOf('.'));

/** Up to here what is lost is counted while the person looks; beyond, the worker counts it while exporting. */
const MOST = { annotations: 20_000, text: 5_000_000 };

/** Can what is lost be counted at once? */
export function isSmall({ annotations, text }: Extent): boolean {
  return annotations < MOST.annotations && text < MOST.text;
}
