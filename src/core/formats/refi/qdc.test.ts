import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryCodebook, ODD_CODEBOOK } from '../../project/codebook.arbitrary';
import { differences } from '../../project/codebook-difference';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { printQdc, readQdc } from './qdc';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const file = (data: string): FormatFile => ({ path: 'ours.qdc', data });
const withoutNotes = (data: string) => data.replace(/<\?marginalia .*?\?>/g, '');

describe('a codebook as .qdc', () => {
  it('comes back as it was, whatever is in it, with or without the one we know', () => {
    const words = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r', 'a', '😀', '<', '\u0007', '–') });
    fc.assert(
      fc.property(arbitraryCodebook(), words, words, fc.boolean(), (codebook, label, description, known) => {
        const [first, ...others] = codebook.layers;
        const odd = { ...codebook, layers: [{ ...first!, label, description }, ...others] };
        const { codebook: back, warnings } = readQdc(
          file(printQdc(odd)),
          known ? DEFAULT_CODEBOOK : undefined,
        );
        expect(back).toEqual(odd);
        expect(warnings).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is known again after another program has left out what we wrote for ourselves', () => {
    for (const codebook of [DEFAULT_CODEBOOK, ODD_CODEBOOK]) {
      expect(readQdc(file(withoutNotes(printQdc(codebook))), codebook).codebook).toEqual(codebook);
    }
  });

  it('shows what another program has changed, and nothing else', () => {
    const article = articleOf('a1', 'We knew.');
    const project = projectOf([article], [claimOn(article, 'c1', [[0, 2]])]);
    const written = withoutNotes(printQdc(DEFAULT_CODEBOOK))
      .replace('name="Claim"', 'name="Assertion"')
      .replace('name="factual"', 'name="of fact"')
      .replace(/<Code guid="[^"]*" name="Frame"[\s\S]*?(?=<Code guid="[^"]*" name="Article")/, '')
      .replace(/<Codes>\n/, '<Codes>\n<Code guid="new" name="Irony" isCodable="true"/>\n');
    const { codebook } = readQdc(file(written), DEFAULT_CODEBOOK);
    expect(
      differences(project, codebook).map(({ part, change, label, before }) => [part, change, label, before]),
    ).toEqual([
      ['layer', 'added', 'Irony', undefined],
      ['layer', 'renamed', 'Assertion', 'Claim'],
      ['value', 'renamed', 'of fact', 'factual'],
      ['layer', 'gone', 'Frame', undefined],
    ]);
    expect(new Set(codebook.layers.map(({ key }) => key)).size).toBe(codebook.layers.length);
  });
});

describe('a codebook of another program', () => {
  it('has the parts that we know by their names, and the others as new ones', () => {
    const { codebook, warnings } = readQdc(fixture('good/nvivo.qdc'), DEFAULT_CODEBOOK);
    const [claim, irony] = codebook.layers;
    expect(codebook).toMatchObject({ id: DEFAULT_CODEBOOK.id, layers: { length: 2 } });
    expect(claim).toMatchObject({
      id: 'claim',
      key: 'c',
      description: 'What is said to be so',
      colour: 'stance',
    });
    expect(claim!.attributes).toHaveLength(1);
    expect(claim!.attributes[0]).toMatchObject({
      id: 'kind',
      values: [
        { id: 'factual', label: 'Factual' },
        { id: 'rumour', label: 'rumour' },
      ],
    });
    expect(irony).toMatchObject({ id: 'Irony', label: 'Irony', on: true, attributes: [], roles: [] });
    expect(warnings).toEqual(['1 set of codes is left out']);
  });

  it('stands by itself where nothing is known', () => {
    const { codebook } = readQdc(fixture('good/nvivo.qdc'));
    expect(codebook).toMatchObject({ id: 'imported', name: 'nvivo', version: '1.0' });
    expect(codebook.layers.map(({ id }) => id)).toEqual(['Claim', 'Irony']);
  });

  it('of Taguette is divided at the dots', () => {
    const { codebook, warnings } = readQdc(fixture('good/taguette.qdc'), DEFAULT_CODEBOOK);
    expect(codebook.layers.map(({ id, attributes }) => [id, attributes])).toEqual([
      ['people', []],
      [
        'place',
        [
          {
            id: 'code',
            label: 'Code',
            kind: 'choice',
            values: [
              { id: 'city', label: 'city' },
              { id: 'city / harbour', label: 'city / harbour' },
            ],
          },
        ],
      ],
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['no codes', fixture('bad/no-codes.qdc'), /^bad\/no-codes\.qdc:2:\d+: there are no codes/],
    ['one id twice', fixture('bad/twice.qdc'), /^bad\/twice\.qdc:2:\d+: the id “a” is given twice/],
    [
      'a project in it',
      fixture('good/project.qde'),
      /^good\/project\.qde:2:\d+: this is not a REFI-QDA codebook/,
    ],
    ['JSON in it', { path: 'x.qdc', data: '{}' }, /^x\.qdc:1:\d+: /],
  ])('is refused with %s', (_, bad, message) => {
    expect(() => readQdc(bad)).toThrow(FormatError);
    expect(() => readQdc(bad)).toThrow(message);
  });
});
