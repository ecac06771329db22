import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import { sharedWords } from './claim-likeness';
import { entryOf } from './claim-links';
import { arbitraryClaimWeb } from './claim-web.arbitrary';
import { likelyClaims, likelyForEntry } from './likely-claims';
import type { Annotation, Claim, Project } from './model';
import { allAnnotations, findAnnotation } from './query';

/** The same claim as two newspapers might put it: written for this test. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['the crane had not been inspected for fourteen months', 'Nobody had inspected the crane in 14 months'],
  [
    'managers were warned twice about failing brakes',
    'the warnings about brake failure reached management two times',
  ],
  ['the ferry carried 412 passengers, 90 more than allowed', 'There were 412 people on board the ferry'],
  [
    'Linden Transit will cut 300 jobs by spring',
    'Three hundred posts are to go at Linden Transit before the spring, 300 in all',
  ],
  ['the bridge is closing for repairs in May', 'repairs will close the bridge from May'],
  [
    'the council knew of the asbestos in the school roof',
    'Councillors had known that there was asbestos in the roof of the school',
  ],
  ['rents in Eastbrook rose by 12 percent last year', 'Eastbrook rents went up 12% in a year'],
  ['rents in Westbrook rose by 7 percent last year', 'In Westbrook the rent has risen 7 percent'],
  ['the mayor took a gift from the developer', 'A developer’s gifts were accepted by the mayor'],
  [
    'the hospital turned away eleven patients on Sunday night',
    'On Sunday 11 patients were turned away by the hospital',
  ],
  ['the vaccine was tested on 30,000 volunteers', '30 000 volunteers took part in the test of the vaccine'],
  ['Marta Ruiz leaked the report to the press', 'the report was leaked by Ruiz'],
  ['Jon Ask leaked the minutes to the press', 'the leak of the minutes came from Ask'],
  ['the new stadium cost twice as much as planned', 'Costs of the stadium doubled against the plan'],
  ['wolves killed nine sheep near Ardal', 'Nine sheep were killed by a wolf at Ardal'],
  ['the river is cleaner than at any time since 1950', 'Not since 1950 has the river been so clean'],
  ['the union will strike on Thursday', 'a strike by the union is called for Thursday'],
  ['die Brücke war seit Jahren baufällig', 'Seit Jahren galt die Brücke als baufällig'],
  ['farmers sprayed a banned pesticide', 'banned pesticides were sprayed by a farmer'],
  [
    'trains between Holm and Lund are late every second day',
    'Every second day trains from Holm to Lund run late',
  ],
  ['they knew and sent her out anyway', 'the managers knew, and let the Marta sail all the same'],
  ['the gear passed every inspection the law asks for', 'All inspections required by law had been passed'],
  ['somebody took pages out of the log', 'the missing pages were removed from the logbook'],
  [
    'the minister has not read the report',
    'He hadn’t even read it, the report of the commission, the minister',
  ],
];

/** Claims that share many words with one of those above and are not the same. */
const OTHERS = [
  'the crane had been inspected in March',
  'the ferry carried 120 passengers and a dog',
  'the union will not strike on Friday',
  'the council knew nothing of the roof of the swimming pool',
  'the hospital turned away 40 visitors on Monday night',
  'rents in Northbrook rose by 12 percent last year',
  'wolves killed three calves near Lund',
  'the mayor took a train to the school',
  'a banned pesticide was found in honey',
  'the bridge cost more than planned',
  'the developer leaked a report on the stadium',
  'trains between Holm and Ardal are never late',
  'the river rose by two metres last year',
  'managers were warned about asbestos',
  'the minister read a book',
  'a law on inspections was passed',
];

const ids = (pair: number) => [`left-${pair}`, `right-${pair}`] as const;

/** Every sentence in an article of its own paragraph, as a claim that is in no entry. */
function newspaper(
  sentences: readonly (readonly [id: string, text: string])[],
  more: Partial<Annotation> = {},
): Project {
  const text = sentences.map(([, sentence]) => sentence).join('\n\n');
  const article = articleOf('paper', text);
  let at = 0;
  const claims = sentences.map(([id, sentence]) => {
    const annotation = claimOn(article, id, [[at, at + sentence.length]], more);
    at += sentence.length + 2;
    return annotation;
  });
  return { ...projectOf([article], claims), claims: new Map() };
}

const nameOf = ({ of }: { of: { claim: Claim } | { annotation: Annotation } | object }) =>
  'claim' in of ? of.claim.id : 'annotation' in of ? of.annotation.id : '';

const paper = newspaper([
  ...OTHERS.map((text, at) => [`other-${at}`, text] as const),
  ...PAIRS.flatMap(([left, right], pair) => [[ids(pair)[0], left] as const, [ids(pair)[1], right] as const]),
]);

describe('the likeliest claim', () => {
  it('is the other way of saying it for 43 of 48 wordings, and among the first three for 46', () => {
    const notFirst: string[] = [];
    const notFound: string[] = [];
    for (const pair of PAIRS.keys()) {
      const [left, right] = ids(pair);
      for (const [asked, wanted] of [
        [left, right],
        [right, left],
      ] as const) {
        const found = likelyClaims(paper, findAnnotation(paper, asked)!, 3).map(nameOf);
        if (found[0] !== wanted) notFirst.push(asked);
        if (!found.includes(wanted)) notFound.push(asked);
      }
    }
    expect(PAIRS).toHaveLength(24);
    expect(notFirst).toHaveLength(5);
    expect(notFound).toHaveLength(2);
  });

  const ask = (text: string, others: readonly string[], more?: (project: Project) => Project) => {
    const made = newspaper([['asked', text], ...others.map((other, at) => [`other-${at}`, other] as const)]);
    const project = more ? more(made) : made;
    return likelyClaims(project, findAnnotation(project, 'asked')!, 9);
  };

  it('agrees in its numbers and names, however many other words are shared', () => {
    const [first, second] = ask('the fire in Holm destroyed 40 houses', [
      'the fire in Holm destroyed 70 houses',
      'the fire at Lund destroyed 40 houses',
      'Forty houses burned in Holm',
    ]);
    expect(first!.text).toBe('Forty houses burned in Holm');
    expect(first!.likeness - second!.likeness).toBeGreaterThan(0.05);
  });

  it('is preferred when the same person says it', () => {
    const by = (speaker: string, id: string) => (project: Project) => {
      const lists = [...project.annotations].map(([article, list]): [string, readonly Annotation[]] => [
        article,
        list.map((next) =>
          [id, 'asked'].includes(next.id) ? { ...next, roles: { 'made-by': [{ speaker }] } } : next,
        ),
      ]);
      return { ...project, annotations: new Map(lists) };
    };
    const same = ['the gear was failing', 'the gear was failing'];
    expect(nameOf(ask('the gear failed', same, by('ek', 'other-1'))[0]!)).toBe('other-1');
    expect(nameOf(ask('the gear failed', same, by('ek', 'other-0'))[0]!)).toBe('other-0');
  });

  it('is not offered for want of a better one', () => {
    expect(ask('the gear failed', ['the mayor took the train', 'of the', '…'])).toEqual([]);
  });

  it('may be an entry, found by any of its variants, and is never the one it belongs to already', () => {
    fc.assert(
      fc.property(arbitraryClaimWeb(), fc.nat(5), (project, limit) => {
        for (const annotation of allAnnotations(project)) {
          if (annotation.layer !== 'claim') continue;
          const found = likelyClaims(project, annotation, limit);
          expect(found.length).toBeLessThanOrEqual(limit);
          const alike = found.map(({ likeness }) => likeness);
          expect(alike).toEqual([...alike].sort((a, b) => b - a));
          expect(new Set(found.map(nameOf)).size).toBe(found.length);
          expect(found.map(nameOf)).not.toContain(annotation.id);
          expect(found.map(nameOf)).not.toContain(entryOf(project, annotation));
          for (const target of annotation.roles.contradicts ?? []) {
            if ('claim' in target) expect(found.map(nameOf)).not.toContain(target.claim);
          }
          for (const { of, text, shared } of found) {
            const quotes = [...allAnnotations(project)]
              .filter((next) => 'claim' in of && entryOf(project, next) === of.claim.id)
              .map(({ quote }) => quote);
            expect('claim' in of ? [of.claim.wording, ...quotes] : [of.annotation.quote]).toContain(text);
            for (const { start, end } of shared) expect(text.slice(start, end)).toMatch(/^[\p{L}\p{N}]/u);
          }
        }
        for (const { id, supports } of project.claims.values()) {
          const found = likelyForEntry(project, id, limit).map(nameOf);
          for (const other of [id, ...(supports ?? [])]) expect(found).not.toContain(other);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows which words are shared, in whatever form', () => {
    const text = 'the warnings about brakes came in 2 letters, Ruiz said';
    const shared = sharedWords(text, 'Ruiz warned two managers of the brake');
    expect(shared.map(({ start, end }) => text.slice(start, end))).toEqual([
      'warnings',
      'brakes',
      '2',
      'Ruiz',
    ]);
  });
});
