import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FormatFile, Reader } from '../format';
import { webannoTsv } from '../webanno-tsv/webanno-tsv';
import { inceptionPath } from './inception-path';
import { uimaJson } from './uima-json';
import { uimaXmi } from './xmi';

const fixture = (name: string, folder = 'uima') =>
  readFileSync(new URL(`../${folder}/fixtures/good/${name}`, import.meta.url), 'utf8');

describe('the path of a file in a project of INCEpTION', () => {
  it.each([
    ['annotation/ferry.txt/ada.xmi', 'ferry.txt', 'ada'],
    ['annotation/ferry.txt/ada/ada.xmi', 'ferry.txt', 'ada'],
    ['project/annotation/a b.html/ola.bye@x.no/ola.bye@x.no.tsv', 'a b.html', 'ola.bye@x.no'],
    ['curation/ferry.txt/CURATION_USER/CURATION_USER.json', 'ferry.txt', 'Curation'],
    ['annotation/ferry.txt/INITIAL_CAS/INITIAL_CAS.xmi', 'ferry.txt', null],
  ])('%s tells the document and the annotator', (path, document, annotator) => {
    expect(inceptionPath(path)).toEqual({ document, annotator });
  });
  it.each(['ferry.xmi', 'annotation/ferry.xmi', 'source/ferry.txt/ada.xmi', 'annotation/ferry.txt/ada.ser'])(
    '%s tells nothing',
    (path) => expect(inceptionPath(path)).toBeNull(),
  );
});

describe.each([
  ['XMI', uimaXmi, 'xmi', fixture('harbour.xmi'), [['TypeSystem.xml', fixture('TypeSystem.xml')]]],
  ['CAS JSON', uimaJson, 'json', fixture('harbour.json'), []],
  ['WebAnno TSV', webannoTsv, 'tsv', fixture('harbour.tsv', 'webanno-tsv'), []],
] as const)('a project of INCEpTION in %s', (_, format, extension, data, beside) => {
  const parse = (format as unknown as Reader).parse;
  const of = (...folders: string[]): FormatFile[] => [
    { path: 'exportedproject.json', data: '{"name":"Ferries"}' },
    ...folders.flatMap((folder) => [
      { path: `${folder}/${folder.replace(/^.*\//, '')}.${extension}`, data },
      ...beside.map(([name, text]) => ({ path: `${folder}/${name}`, data: text })),
    ]),
  ];
  const single = parse(of('annotation/harbour.txt/ada')).project;
  const count = [...single.annotations.values()].flat().length;

  it('says who annotated what, in one article for each document', () => {
    const { project, warnings } = parse(
      of(
        'annotation/harbour.txt/INITIAL_CAS',
        'annotation/harbour.txt/ada',
        'annotation/harbour.txt/bo',
        'curation/harbour.txt/CURATION_USER',
        'annotation/other.txt/bo',
      ),
    );
    expect([...project.annotators.values()].map(({ name }) => name).sort()).toEqual([
      'Curation',
      'ada',
      'bo',
    ]);
    expect(project.articles.size).toBe(2);
    const names = new Map([...project.annotators.values()].map(({ id, name }) => [id, name]));
    const made = [...project.annotations].map(([article, list]) => [
      article,
      Object.fromEntries(
        [...names].map(([id, name]) => [name, list.filter(({ annotatorId }) => annotatorId === id).length]),
      ),
    ]);
    expect(count).toBeGreaterThan(1);
    expect(Object.fromEntries(made)).toEqual({
      harbour: { ada: count, bo: count, Curation: count },
      other: { ada: 0, bo: count, Curation: 0 },
    });
    expect(warnings.filter((line) => line.includes('before anyone'))).toEqual([
      '1 first version of a text, before anyone annotated it, is left out',
    ]);
    const ids = [...project.annotations.values()].flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps a first version that nobody annotated', () => {
    const { project } = parse(of('annotation/harbour.txt/INITIAL_CAS'));
    expect([...project.annotators.values()].map(({ name }) => name)).toEqual(['Imported']);
    expect([...project.annotations.values()].flat()).toHaveLength(count);
  });
});
