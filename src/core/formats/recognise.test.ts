import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../project/project.arbitrary';
import type { FormatFile } from './format';
import { recognise } from './recognise';
import { FORMATS, READERS } from './registry';

const folder = (path: string): readonly FormatFile[] =>
  readdirSync(new URL(path, import.meta.url), { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const url = new URL(`${path}/${name}`, import.meta.url);
    return statSync(url).isFile() ? [{ path: name, data: readFileSync(url, 'utf8') }] : [];
  });
const file = (path: string): FormatFile => ({
  path: path.replace(/^.*\//, ''),
  data: readFileSync(new URL(path, import.meta.url), 'utf8'),
});

describe.each(READERS.filter(({ id }) => FORMATS.some((format) => format.id === id)))('$id', (reader) => {
  const format = FORMATS.find(({ id }) => id === reader.id)!;

  it('recognises what it writes, and no reader of another kind does', () => {
    fc.assert(
      fc.property(
        arbitraryProject().filter(({ articles }) => articles.size > 0),
        (project) => {
          const { files } = format.serialize(project);
          // Formats that share a reader may write the very same file when nothing is marked.
          const twins = READERS.filter(({ parse }) => parse === reader.parse);
          expect(twins.some(({ recognises }) => recognises(files))).toBe(true);
          for (const other of READERS) {
            if (!twins.includes(other))
              expect([other.id, other.recognises(files)]).toEqual([other.id, false]);
          }
          expect(recognise(files)?.parse).toBe(reader.parse);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never throws, whatever is cut off or put in', () => {
    fc.assert(
      fc.property(
        arbitraryProject({ articles: 2, annotations: 2 }),
        fc.nat(),
        fc.string(),
        (project, at, junk) => {
          for (const { path, data } of format.serialize(project).files) {
            const cut = at % (data.length + 1);
            for (const spoilt of [data.slice(0, cut), data.slice(0, cut) + junk + data.slice(cut), junk]) {
              recognise([{ path, data: spoilt }]);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
    expect(recognise([])).toBeNull();
  });
});

it.each([
  ['brat/fixtures/good', 'brat'],
  ['doccano/fixtures/good/spans.jsonl', 'doccano'],
  ['doccano/fixtures/good/codepoints.jsonl', 'doccano'],
  ['doccano/fixtures/good/relations.jsonl', 'doccano'],
  ['label-studio/fixtures/good/tasks.json', 'label-studio'],
  ['label-studio/fixtures/good/min.json', 'label-studio'],
  ['prodigy/fixtures/good/prodigy.jsonl', 'prodigy'],
  ['prodigy/fixtures/good/spacy.jsonl', 'spacy'],
  ['uima/fixtures/good/harbour.json', 'uima-json'],
  ['uima/fixtures/good/harbour.xmi', 'uima-xmi'],
  ['webanno-tsv/fixtures/good/harbour.tsv', 'webanno-tsv'],
  ['conll/fixtures/good/bare.conll', 'conll-2002'],
  ['conll/fixtures/good/biluo.tsv', 'conll-2002'],
  ['conll/fixtures/good/eng.conll', 'conll-2003'],
])('knows %s, which another tool wrote, as %s', (path, id) => {
  const files = /\.\w+$/.test(path) ? [file(path)] : folder(path);
  expect(recognise(files)?.id).toBe(id);
});

it.each([
  ['brat/fixtures/bad/no-brat.ann', 'brat'],
  ['doccano/fixtures/bad/cut-off.jsonl', 'doccano'],
  ['label-studio/fixtures/bad/cut-off.json', 'label-studio'],
  ['uima/fixtures/bad/cut-off.json', 'uima-json'],
  ['uima/fixtures/bad/cut-off.xmi', 'uima-xmi'],
  ['webanno-tsv/fixtures/bad/cells.tsv', 'webanno-tsv'],
  ['webanno-tsv/fixtures/bad/version.tsv', 'webanno-tsv'],
])('knows %s, so that its own reader can say what is wrong with it', (path, id) => {
  expect(recognise([file(path)])?.id).toBe(id);
});

it.each([
  ['an article', 'crane.txt', 'The crane\n\nIt fell on Friday. Nobody was hurt.\n'],
  ['words in two columns that are no tags', 'list.txt', 'Holm Ida\nLie Arne\n'],
  ['a table of articles', 'corpus.csv', 'title,text\nThe crane,It fell.\n'],
  ['a list of articles', 'corpus.jsonl', '{"title":"The crane","text":"It fell."}\n'],
  ['articles with a label each', 'corpus.jsonl', '{"text":"It fell.","label":"harbour"}\n'],
  ['any JSON', 'package.json', '{"name":"x","data":{"a":1}}'],
  ['any XML', 'feed.xml', '<rss version="2.0"><channel/></rss>'],
  ['a table with tabs', 'corpus.tsv', 'title\ttext\nThe crane\tIt fell.\n'],
])('does not take %s for annotations', (_, path, data) => {
  expect(recognise([{ path, data }])).toBeNull();
});
