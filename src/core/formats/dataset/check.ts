import type { Annotation, Article } from '../../project/model';
import type { DifferenceKind, ReadBack } from '../difference';
import { differencesOf } from '../difference';
import type { WrittenFiles } from '../format';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import { linesOf } from '../written-files';
import { Characters } from './characters';
import { checkAnnotation, checkLinks, checkSpans, checkValues } from './check-annotations';
import { checkTokens } from './check-tokens';
import { CHECKSUMS } from './paths';
import type { ReadRow } from './read-rows';
import { rowsOf, runsOf } from './read-rows';
import type { DatasetValues } from './settings';

/** Where differences are counted. */
export type Count = (kind: DifferenceKind, many?: number) => void;

/** An article with its characters; the tables stand in the order of the articles, so that the last is mostly meant. */
export type TextOf = (articleId: string) => Characters | null;

/**
 * Compares a dataset on the disk with the part of the project that was meant, table by table and row by row: is every
 * annotation there once, in its place and with its words, values and links; do the words of every row stand where it
 * says; does every file have its checksum. The tables are read as they stand, not held.
 */
export function checkDataset(part: Part, values: DatasetValues, files: WrittenFiles): ReadBack {
  const counts: Partial<Record<DifferenceKind, number>> = {};
  const count: Count = (kind, many = 1) => {
    counts[kind] = (counts[kind] ?? 0) + many;
  };
  let rows = 0;
  function* read(table: string): Generator<ReadRow> {
    for (const row of rowsOf(files, table)) {
      rows++;
      yield row;
    }
  }
  const articles = new Map(part.articles.map((article) => [article.id, article]));
  const textOf = lastText(articles);
  const annotations = new Map([...annotationsIn(part)].map((each) => [each.id, each]));

  checkArticles(articles, read('articles'), count);
  const missing = new Set(annotations.keys());
  for (const row of read('annotations')) {
    const annotation = annotations.get(String(row.annotation_id));
    if (!annotation || !missing.delete(annotation.id)) count('added');
    else checkAnnotation(annotation, row, textOf, count);
  }
  count('missing', missing.size);
  checkEach(annotations, read('spans'), checkSpans(textOf), count, 'place');
  checkEach(annotations, read('values'), checkValues, count, 'attributes');
  checkEach(annotations, read('links'), checkLinks(textOf), count, 'roles');
  for (const row of read('attributions')) {
    const annotation = annotations.get(String(row.annotation_id));
    if (!annotation || row.article_id !== annotation.articleId) count('row');
    else if (row.content_parts === 1) {
      const text = textOf(annotation.articleId);
      if (text?.slice(row.content_start, row.content_end) !== row.content) count('row');
    }
  }
  for (const [id, run] of runsOf(read('tokens'), 'article_id')) {
    const article = articles.get(id);
    if (article) checkTokens(part, article, run, textOf(id)!, count);
    else count('row', run.length);
  }
  const told = (name: string, id: string) => (values.pseudonyms ? id : name);
  const speakers = [...part.whole.speakers.values()].map(({ id, name }) => [id, told(name, id)] as const);
  checkRegister(
    new Map(speakers),
    read('speakers'),
    'speaker_id',
    values.pseudonyms ? 'speaker_id' : 'name',
    count,
  );
  const claims = [...part.whole.claims.values()].map(({ id, wording }) => [id, wording] as const);
  checkRegister(new Map(claims), read('claims'), 'claim_id', 'wording', count);
  checkSums(files, count);
  return { annotations: annotations.size, differences: differencesOf(counts), rows };
}

function checkArticles(articles: ReadonlyMap<string, Article>, rows: Iterable<ReadRow>, count: Count): void {
  const left = new Set(articles.keys());
  for (const row of rows) {
    const article = articles.get(String(row.article_id));
    const same =
      article !== undefined &&
      left.delete(article.id) &&
      row.text === article.text &&
      row.title === article.title &&
      row.sha256 === article.sha256 &&
      row.language === article.language;
    if (!same) count('article');
  }
  count('article', left.size);
}

/** Rows about annotations, all about one together; `kind` is told of those that should have rows and have none. */
function checkEach(
  annotations: ReadonlyMap<string, Annotation>,
  rows: Iterable<ReadRow>,
  check: (annotation: Annotation, rows: readonly ReadRow[], count: Count) => void,
  count: Count,
  kind: DifferenceKind,
): void {
  const seen = new Set<string>();
  for (const [id, run] of runsOf(rows, 'annotation_id')) {
    const annotation = annotations.get(id);
    if (!annotation || seen.has(id)) count(kind);
    else check(annotation, run, count);
    seen.add(id);
  }
  for (const [id, annotation] of annotations) if (!seen.has(id)) check(annotation, [], count);
}

function checkRegister(
  names: ReadonlyMap<string, string>,
  rows: Iterable<ReadRow>,
  id: string,
  name: string,
  count: Count,
): void {
  let same = 0;
  let all = 0;
  for (const row of rows) {
    all++;
    if (names.get(String(row[id])) === row[name]) same++;
  }
  count('register', Math.max(all, names.size) - same);
}

function checkSums(files: WrittenFiles, count: Count): void {
  const told = new Map<string, string>();
  for (const [line] of linesOf(files, CHECKSUMS)) told.set(line.slice(66), line.slice(0, 64));
  const present = new Set(files.paths);
  for (const [path, sum] of told) if (!present.has(path) || files.sha256(path) !== sum) count('file');
  for (const path of files.paths) if (path !== CHECKSUMS && !told.has(path)) count('file');
}

function lastText(articles: ReadonlyMap<string, Article>): TextOf {
  let last: { readonly id: string; readonly characters: Characters } | undefined;
  return (id) => {
    if (last?.id === id) return last.characters;
    const article = articles.get(id);
    if (!article) return null;
    last = { id, characters: new Characters(article.text) };
    return last.characters;
  };
}
