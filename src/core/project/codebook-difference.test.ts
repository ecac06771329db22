import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '../change/change';
import { deleteAttribute } from '../commands/codebook-attributes';
import { addLayer, deleteLayer, editLayer } from '../commands/codebook-layers';
import { deleteRole } from '../commands/codebook-roles';
import { addValue, deleteValue, editValue } from '../commands/codebook-values';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import { differences } from './codebook-difference';
import { DEFAULT_CODEBOOK } from './default-codebook';
import type { Project } from './model';
import { arbitraryProject } from './project.arbitrary';

const at = '2030-01-02T03:04:05.000Z';
const article = articleOf('ferry', 'The ferry had no brakes.');
const project = projectOf(
  [article],
  [
    claimOn(article, 'a', [[0, 9]], { attributes: { kind: 'denial', verdict: 'refuted' } }),
    claimOn(article, 'b', [[0, 9]], {
      attributes: { kind: 'denial' },
      roles: { 'made-by': [{ author: true }] },
    }),
  ],
);
const kind = { layer: 'claim', attribute: 'kind', at };

/** What would differ under the codebook that the commands make, in a line each. */
function lines(...commands: readonly ((project: Project) => Parameters<typeof apply>[1])[]): string[] {
  const after = commands.reduce((now, command) => apply(now, command(now)), project);
  return differences(project, after.codebook).map(({ part, change, label, before, place, used }) =>
    [change, part, ...place, before, label, used > 0 ? `used ${used}` : ''].filter(Boolean).join(' '),
  );
}

describe('the differences to another codebook', () => {
  it('are none to itself', () => {
    fc.assert(
      fc.property(arbitraryProject(), (any) => {
        expect(differences(any, any.codebook)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('tell what is added, renamed, edited and gone, and how much carries it', () => {
    expect(
      lines(
        (of) => editLayer(of, { layer: 'quote', fields: { label: 'Citation' }, at }),
        (of) => editLayer(of, { layer: 'speaker', fields: { rules: 'None' }, at }),
        (of) => addLayer(of, { label: 'Irony', key: 'z', at }),
        (of) => editValue(of, { ...kind, value: 'denial', fields: { label: 'rebuttal' } }),
        (of) => addValue(of, { ...kind, label: 'rumour' }),
        (of) => deleteAttribute(of, { ...kind, attribute: 'verdict', keep: true }),
        (of) => deleteRole(of, { layer: 'claim', role: 'made-by', keep: true, at }),
      ),
    ).toEqual([
      'renamed value Claim Kind denial rebuttal used 2',
      'added value Claim Kind rumour',
      'gone attribute Claim Verdict used 1',
      'gone role Claim made by used 1',
      'renamed layer Quote Citation',
      'changed layer Speaker',
      'added layer Irony',
    ]);
    expect(lines((of) => deleteLayer(of, { layer: 'claim', fate: 'keep', at }))).toContain(
      'gone layer Claim used 2',
    );
    expect(lines((of) => deleteValue(of, { ...kind, value: 'denial', to: null }))).toEqual([
      'gone value Claim Kind denial used 2',
    ]);
  });

  it('tell what annotations carry and neither of the two has', () => {
    const lost = { ...project, codebook: { ...DEFAULT_CODEBOOK, layers: [] } };
    expect(differences(lost, lost.codebook)).toMatchObject([
      { part: 'layer', change: 'gone', label: 'claim', used: 2 },
    ]);
  });
});
