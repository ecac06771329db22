import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import type { FormatFile, Parsed, Reader } from '../format';
import { ArticleFinder } from '../marks/article-finder';
import { Gathering } from '../marks/gather';
import { jsonFiles, jsonRows } from '../marks/json-rows';
import { setDown } from '../marks/set-down';
import { recogitoItem } from './items';
import { recogitoLinks } from './links';

/**
 * Annotations of texts by Recogito and Annotorious, as their components keep them (`bodies`, selectors with quote,
 * start and end), and as older ones write them (`body` of TextualBody, W3C selectors). Offsets are UTF-16 code units.
 * A file does not hold its text: it is placed in the article in which its words are.
 */
export const recogito: Reader = {
  id: 'recogito',
  label: 'Recogito and Annotorious',
  hint: 'JSON of their text annotators, placed in the articles of the project',
  extensions: ['json', 'jsonl', 'ndjson'],
  unit: 'utf16',
  recognises: (files) =>
    files.some(({ path, data }) => {
      const head = data.slice(0, 200_000);
      return (
        /\.(?:json|jsonl|ndjson)$/i.test(path) &&
        /"selector"\s*:/.test(head) &&
        /"bodies"\s*:|"TextualBody"/.test(head) &&
        !/"user"\s*:\s*"acct:/.test(head)
      );
    }),
  parse,
};

function parse(files: readonly FormatFile[], articles: ReadonlyMap<string, Article> = new Map()): Parsed {
  const given = readCodebookFile(files);
  const gathering = new Gathering(given);
  const finder = new ArticleFinder(articles);
  for (const file of jsonFiles(files)) {
    const fits = (item: object) => 'target' in item;
    const what = 'this is no annotation of Recogito: it has no target';
    const { rows, warnings } = jsonRows(file, ['annotations', 'items'], fits, what);
    gathering.warnings.push(...warnings);
    const { links, own } = recogitoLinks(rows);
    const items = own.map(({ item, json, path }, at) =>
      json.at(path, () => recogitoItem(item, at, given ?? DEFAULT_CODEBOOK)),
    );
    setDown(gathering, finder, { path: file.path, items, links, positions: 'utf16' });
  }
  return gathering.finish('Tags of Recogito');
}
