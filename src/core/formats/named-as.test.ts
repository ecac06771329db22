import { describe, expect, it } from 'vitest';
import type { FormatFile } from './format';
import { FormatError } from './format';
import { parseNamedAs } from './named-as';
import { READERS } from './registry';

const reader = (id: string) => READERS.find((known) => known.id === id)!;
const read = (id: string, ...files: readonly (readonly [path: string, data: string])[]) => {
  const given = files.map(([path, data]) => ({ path, data }));
  return parseNamedAs(reader(id), given, (named) => reader(id).parse(named));
};
const ROW = JSON.stringify({ text: 'The ferry is late.', label: [[4, 9, 'Thing']] });

describe('files that a person says the format of', () => {
  it('are read whatever their names end in', () => {
    for (const name of ['rows.jsonl', 'rows.txt', 'rows', 'in/rows.v2.JSON']) {
      const { project } = read('doccano', [name, ROW]);
      expect([...project.annotations.values()].flat().map(({ quote }) => quote)).toEqual(['ferry']);
    }
  });
  it('are several, also of one name but for the ending', () => {
    const { project } = read('doccano', ['a.1', ROW], ['a.2', ROW.replace('late', 'early')]);
    expect(project.articles.size).toBe(2);
  });
  it('are refused under the name they have, with the place of the fault', () => {
    expect(() => read('doccano', ['rows.txt', `${ROW}\n{"text": oh}`])).toThrow(/^rows\.txt:2:\d+: /);
    expect(() => read('uima-xmi', ['a.json', 'ferry'])).toThrow(/^a\.json:1:\d+: /);
    expect(() => read('uima-xmi', ['a.json', 'ferry'])).toThrow(FormatError);
  });
  it('are looked for among others by their endings, as ever', () => {
    expect(() => read('doccano', ['a.txt', ROW], ['b.jsonl', '{'])).toThrow(/^b\.jsonl:1:/);
  });
  it('are databases, whose tables have names of their own', () => {
    const read: string[] = [];
    const parse = (files: readonly FormatFile[]) => {
      read.push(...files.map(({ path }) => path));
      return reader('doccano').parse([{ path: 'a.jsonl', data: ROW }]);
    };
    parseNamedAs(reader('taguette'), [{ path: 'project.sqlite/tags.json', data: '[]' }], parse);
    expect(read).toEqual(['project.sqlite/tags.json']);
  });
  it('are none', () => {
    expect(() => read('uima-xmi')).toThrow(FormatError);
  });
});
