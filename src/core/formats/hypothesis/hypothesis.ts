import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Parsed, Reader } from '../format';
import { ArticleFinder } from '../marks/article-finder';
import { Gathering } from '../marks/gather';
import { jsonFiles, jsonRows } from '../marks/json-rows';
import { setDown } from '../marks/set-down';
import { type HypothesisRow, hypothesisItems, hypothesisRow } from './rows';

/**
 * Annotations of web pages by Hypothesis (h.readthedocs.io/en/latest/api), as its API and the exports of its client
 * give them. Pages go by their addresses, and passages by their quotes: positions count in a page, not in our text.
 */
export const hypothesis: Reader = {
  id: 'hypothesis',
  label: 'Hypothesis',
  hint: 'annotations of web pages, placed in the articles of the project',
  extensions: ['json', 'jsonl', 'ndjson'],
  unit: 'utf16',
  recognises: (files) =>
    files.some(
      ({ path, data }) =>
        /\.(?:json|jsonl|ndjson)$/i.test(path) &&
        /"user"\s*:\s*"acct:/.test(data.slice(0, 200_000)) &&
        /"(?:uri|target)"\s*:/.test(data.slice(0, 200_000)),
    ),
  parse,
};

function parse(files: readonly FormatFile[], articles: ReadonlyMap<string, Article> = new Map()): Parsed {
  const given = readCodebookFile(files);
  const gathering = new Gathering(given);
  const finder = new ArticleFinder(articles);
  for (const file of jsonFiles(files)) {
    const fits = (item: object) => 'uri' in item || 'target' in item;
    const what = 'this is no annotation of Hypothesis: it has neither uri nor target';
    const { rows, warnings } = jsonRows(file, ['rows', 'annotations'], fits, what);
    gathering.warnings.push(...warnings);
    const read = rows.map(({ item, json, path }): HypothesisRow => json.at(path, () => hypothesisRow(item)));
    const { items, orphans } = hypothesisItems(read, given ?? DEFAULT_CODEBOOK);
    if (orphans > 0) {
      gathering.warnings.push(
        `${file.path}: ${counted(orphans, 'reply to an annotation that is not in the file is kept as a note on the article', 'replies to annotations that are not in the file are kept as notes on the article')}`,
      );
    }
    setDown(gathering, finder, { path: file.path, items, links: [], positions: null });
  }
  return gathering.finish('Tags of Hypothesis');
}
