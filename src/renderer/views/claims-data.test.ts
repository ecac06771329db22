import { describe, expect, it } from 'vitest';
import { apply } from '../../core/change/change';
import { registerClaims } from '../../core/commands/same-claim';
import { articleOf, claimOn, projectOf } from '../../core/formats/fixtures/small-project';
import { claimRegister } from '../../core/project/claim-register';
import { claimsListed } from './claims-data';

/** Three claims: one in two articles, one made last, one nobody makes. */
function project() {
  const first = articleOf('first', 'The crane was unsafe', { publishedAt: '2024-03-01', order: 1 });
  const second = articleOf('second', 'The crane was unsafe. Nobody paid for the Café', {
    publishedAt: '2024-03-09',
    order: 2,
  });
  const before = projectOf(
    [first, second],
    [claimOn(first, 'a1', [[0, 20]]), claimOn(second, 'a2', [[0, 20]]), claimOn(second, 'a3', [[22, 46]])],
  );
  const items = ['a1', 'a2', 'a3'].map((id) => ({ id, newId: `entry-${id}` }));
  return apply(before, registerClaims(before, { items, at: '2024-05-01T08:00:00.000Z' }));
}

describe('the list of claims', () => {
  const { claims } = project();
  const list = (query: string, sorting: 'articles' | 'newest' | 'wording') =>
    claimsListed(claims, claimRegister(project()), query, sorting).map(({ id }) => id);

  it('begins with those in most articles, the newest, or by wording', () => {
    expect(list('', 'articles')).toEqual(['entry-a1', 'entry-a3', 'c1']);
    expect(list('', 'newest')).toEqual(['entry-a1', 'entry-a3', 'c1']);
    expect(list('', 'wording')).toEqual(['entry-a3', 'c1', 'entry-a1']);
  });

  it('holds every word of what is asked, whatever its case and accents', () => {
    expect(list('cafe NOBODY', 'articles')).toEqual(['entry-a3']);
    expect(list('the crane', 'articles')).toEqual(['entry-a1']);
    expect(list('crane brakes', 'articles')).toEqual([]);
  });
});
