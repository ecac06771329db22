import type { Format, FormatFile, LossReport } from '../../core/formats/format';
import type { Annotation, Article, Project } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';
import type { Scope } from '../../core/project/scope';
import { restrict } from '../../core/project/scope';
import { plural } from '../ui/words';
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
const ANNOTATIONS = 8;

/** What an export will look like, tried on at most two articles and a few annotations of the scope. */
export function sampleOf(format: Format, project: Project, scope: Scope, articles: number): Sample | null {
  const [first, second] = firstTwo(project, scope);
  if (!first) return null;
  const one = format.serialize(part(project, scope, [first], ANNOTATIONS)).files;
  const bare = format.serialize(part(project, scope, [first], 0)).files;
  const two = second ? format.serialize(part(project, scope, [first, second], ANNOTATIONS)).files : one;
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

/** The first article of the scope that has annotations in it, and one more. */
function firstTwo(project: Project, scope: Scope): readonly Article[] {
  const wanted = scope.articles && new Set(scope.articles);
  const inside = insideOf(scope);
  const all = articlesInOrder(project).filter(({ id }) => !wanted || wanted.has(id));
  const tagged = all.find(({ id }) => project.annotations.get(id)?.some(inside));
  const first = tagged ?? all[0];
  return [first, all.find((article) => article !== first)].filter((article) => article !== undefined);
}

/** A project of these articles and their first annotations, with only those speakers and claims they name. */
function part(project: Project, scope: Scope, articles: readonly Article[], most: number): Project {
  const inside = insideOf(scope);
  const annotations = new Map<string, readonly Annotation[]>();
  const named = new Set<string>();
  for (const { id } of articles) {
    const list = (project.annotations.get(id) ?? []).filter(inside).slice(0, most);
    if (list.length > 0) annotations.set(id, list);
    for (const target of list.flatMap(({ roles }) => Object.values(roles).flat())) {
      if ('speaker' in target) named.add(target.speaker);
      if ('claim' in target) named.add(target.claim);
    }
  }
  return {
    ...project,
    articles: new Map(articles.map((article) => [article.id, article])),
    annotations,
    speakers: new Map([...project.speakers].filter(([id]) => named.has(id))),
    claims: new Map([...project.claims].filter(([id]) => named.has(id))),
  };
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

/** Up to here the loss is counted in the window while the person looks; beyond, in the worker. */
const MOST = { annotations: 2000, text: 1_500_000 };

/** Can what is lost be counted at once? */
export function isSmall({ annotations, text }: Extent): boolean {
  return annotations < MOST.annotations && text < MOST.text;
}

/** What a format cannot carry of the scope. Only for small scopes: it makes the whole export. */
export function lossOf(format: Format, project: Project, scope: Scope): LossReport {
  const { articles, ...rest } = scope;
  const wanted = articles && new Set(articles);
  const inside = <Row>(rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row> =>
    wanted ? new Map([...rows].filter(([id]) => wanted.has(id))) : rows;
  const within = { ...project, articles: inside(project.articles), annotations: inside(project.annotations) };
  return format.serialize(restrict(within, rest)).loss;
}

/** "3 claim register links, 2 notes", or an empty string when nothing is lost. */
export function lossInWords({ losses }: LossReport): string {
  return losses
    .map(({ label, count }) => (/^\d/.test(label) ? label : `${count.toLocaleString()} ${label}`))
    .join(', ');
}

const UNITS: Readonly<Record<Format['unit'], string>> = {
  utf16: 'UTF-16 code units',
  codepoint: 'Unicode code points',
  byte: 'UTF-8 bytes',
  grapheme: 'grapheme clusters (characters as they are read)',
};

/** The unit of a format's offsets in words. */
export const unitInWords = (format: Format): string => UNITS[format.unit];

/** "63 annotations", or the articles where there are none. */
export function amountInWords({ articles, annotations }: Extent): string {
  return annotations > 0 ? plural(annotations, 'annotation') : plural(articles, 'article');
}
