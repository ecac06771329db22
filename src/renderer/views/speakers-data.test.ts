import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../core/project/default-codebook';
import { emptyProject } from '../../core/project/empty';
import type { Annotation, Article, Project, Speaker, Target } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import { articlesInOrder, resolveRole, speakerIdOf } from '../../core/project/query';
import { registerOf } from '../../core/project/register';
import { speakersListed } from './speakers-data';

const speaker = (id: string, name: string, rest: Partial<Speaker> = {}): Speaker => ({
  id,
  name,
  aliases: [],
  kind: 'person',
  note: '',
  ...rest,
});

function project(byArticle: Readonly<Record<string, readonly Partial<Annotation>[]>>): Project {
  const annotations = Object.entries(byArticle).map(([articleId, list]) => [
    articleId,
    list.map((next, at) => ({ id: `${articleId}-${at}`, articleId, roles: {}, ...next }) as Annotation),
  ]);
  return {
    ...emptyProject({ id: 'p', name: '', note: '', createdAt: '' }, { id: 'me', name: 'Me' }),
    codebook: DEFAULT_CODEBOOK,
    articles: new Map(Object.keys(byArticle).map((id, order) => [id, { id, order } as Article])),
    annotations: new Map(annotations as [string, Annotation[]][]),
    speakers: new Map([speaker('rosa', 'Rosa'), speaker('mo', 'Mo')].map((next) => [next.id, next])),
  };
}

const at = (start: number, end: number) => [{ start, end }];
const rosa: readonly Target[] = [{ speaker: 'rosa' }];
const tallyOf = (made: Project) => registerOf(made).tallies.get('rosa')!;

describe('the speaker register', () => {
  it('counts mentions, statements and articles', () => {
    const tally = tallyOf(
      project({
        one: [
          { layer: 'speaker', spans: at(0, 4), roles: { is: rosa } },
          { layer: 'quote', spans: at(5, 30), roles: { source: rosa } },
          { layer: 'sentiment', spans: at(40, 50), roles: { target: rosa } },
        ],
        two: [{ layer: 'claim', spans: at(0, 9), roles: { 'made-by': rosa } }],
      }),
    );
    expect(tally).toMatchObject({ mentions: 1, statements: 2, articles: 2, named: 4 });
    expect(tally.standings.map(({ annotation }) => annotation.id)).toEqual([
      'one-0',
      'one-1',
      'one-2',
      'two-0',
    ]);
  });

  it('gives a claim to the source of its quote, as the same statement', () => {
    const tally = tallyOf(
      project({
        one: [
          { layer: 'quote', spans: at(0, 30), roles: { source: rosa } },
          { layer: 'claim', spans: at(5, 20) },
          { layer: 'claim', spans: at(8, 12), roles: { 'made-by': rosa } },
        ],
      }),
    );
    expect(tally.standings.map(({ ways }) => ways)).toEqual([
      [{ role: 'source', inherited: false }],
      [{ role: 'made-by', inherited: true }],
      [{ role: 'made-by', inherited: false }],
    ]);
    expect(tally).toMatchObject({ statements: 1, named: 2 });
  });

  it('follows a source that is a mention, and lists mentions of nobody', () => {
    const made = project({
      one: [
        { id: 'she', layer: 'speaker', spans: at(0, 3), roles: { is: rosa } },
        { layer: 'quote', spans: at(5, 30), roles: { source: [{ annotation: 'she' }] } },
        { id: 'who', layer: 'speaker', spans: at(31, 33) },
      ],
    });
    expect(tallyOf(made)).toMatchObject({ mentions: 1, statements: 1, named: 1 });
    expect(registerOf(made).unlinked.map(({ id }) => id)).toEqual(['who']);
  });

  it('is not made again for a change of names', () => {
    const made = project({ one: [{ layer: 'speaker', spans: at(0, 4), roles: { is: rosa } }] });
    expect(registerOf({ ...made, speakers: new Map() })).toBe(registerOf(made));
  });

  it('says of every annotation what following its roles one by one says', () => {
    const sorted = (list: readonly (readonly [string, string, string])[]) => list.map(String).sort();
    fc.assert(
      fc.property(arbitraryProject({ annotations: 8 }), (made) => {
        const expected: [string, string, string][] = [];
        for (const { id } of articlesInOrder(made)) {
          for (const annotation of made.annotations.get(id) ?? []) {
            const layer = made.codebook.layers.find((next) => next.id === annotation.layer);
            for (const role of layer?.roles ?? []) {
              const found = resolveRole(made, annotation, role).targets.map((target) =>
                speakerIdOf(made, target, id),
              );
              for (const who of new Set(found)) if (who) expected.push([who, annotation.id, role.id]);
            }
          }
        }
        const { tallies } = registerOf(made);
        const actual = [...tallies].flatMap(([who, { standings }]) =>
          standings.flatMap(({ annotation, ways }) =>
            ways.map(({ role }) => [who, annotation.id, role] as const),
          ),
        );
        expect(sorted(actual)).toEqual(sorted(expected));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the list of speakers', () => {
  const emile = speaker('emile', 'Émile Roy', { aliases: ['the minister'], role: 'minister' });
  const register = registerOf(project({ one: [{ layer: 'speaker', spans: at(0, 4), roles: { is: rosa } }] }));
  const speakers = new Map(
    [speaker('z', 'Zoë'), emile, speaker('rosa', 'Rosa')].map((next) => [next.id, next]),
  );
  const names = (query: string, sorting: 'name' | 'most' = 'name') =>
    speakersListed(speakers, register, query, sorting).map(({ name }) => name);

  it('sorts by name or by how often', () => {
    expect(names('')).toEqual(['Émile Roy', 'Rosa', 'Zoë']);
    expect(names('', 'most')).toEqual(['Rosa', 'Émile Roy', 'Zoë']);
  });

  it('finds by name, other name and role, without case and accents', () => {
    expect(names('emile')).toEqual(['Émile Roy']);
    expect(names('MINISTER roy')).toEqual(['Émile Roy']);
    expect(names('zoe')).toEqual(['Zoë']);
    expect(names('nobody')).toEqual([]);
  });
});
