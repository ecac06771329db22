import fc from 'fast-check';
import type { Codebook } from './codebook';
import { layerOf } from './codebook';
import { DEFAULT_CODEBOOK } from './default-codebook';

/** A codebook with every kind of attribute and role target, and names that formats stumble over. */
export const ODD_CODEBOOK: Codebook = {
  id: 'odd',
  name: 'Every kind of thing',
  version: '2.0-β',
  univocal: true,
  history: [{ version: '2.0-β', at: '2024-02-03T04:05:06.000Z', what: 'added the layer “Odd”' }],
  layers: [
    {
      ...layerOf(DEFAULT_CODEBOOK, 'quote')!,
      attributes: [{ id: 'source', label: 'named like a role', kind: 'text' }],
    },
    { ...layerOf(DEFAULT_CODEBOOK, 'speaker')!, wholeArticle: true },
    {
      id: '=odd.layer',
      label: 'Odd',
      colour: 'neutral',
      form: 'edge',
      key: 'o',
      on: true,
      wholeArticle: true,
      attributes: [
        { id: 'a.b', label: 'Text', kind: 'text' },
        { id: 'a: b\\', label: 'Number', kind: 'number' },
        { id: 'day', label: 'Date', kind: 'date' },
        { id: '7', label: 'Scale', kind: 'scale', min: -3, max: 3, diverging: true },
        {
          id: 'many',
          label: 'Multiple',
          kind: 'multiple',
          values: ['x', 'y; z', '=w'].map((id) => ({ id, label: id })),
        },
      ],
      roles: [
        { id: 'any', label: 'any', targets: ['spans', 'speaker', 'claim', 'annotation', 'author'] },
        { id: 'a.b', label: 'like the attribute', noun: 'thing', targets: ['speaker', 'author'], max: 1 },
      ],
    },
  ],
};

/** The built-in codebook or the odd one. */
export function arbitraryCodebook(): fc.Arbitrary<Codebook> {
  return fc.constantFrom(DEFAULT_CODEBOOK, ODD_CODEBOOK);
}
