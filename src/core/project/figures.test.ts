import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains } from '../text/span';
import { NOBODY } from './feelings';
import { figuresOf } from './figures';
import type { Annotation, Project } from './model';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations, enclosing, resolveRole, speakerIdOf } from './query';
import { NO_TALLY, registerOf } from './register';
import { AUTHOR } from './select';
import { voiceOf } from './statements';
import { tellersOf } from './tellers';

/** Projects coded with the built-in codebook, whose layers and roles the slow definitions call by name. */
const project = arbitraryProject({ articles: 3, annotations: 12 }).filter(
  ({ codebook, speakers }) => codebook.id === 'news-close-reading' && speakers.size > 0,
);
const runs = { numRuns: 1000 };

/** Who stands in a role: speakers, AUTHOR, or nobody at all. */
function whoIn(made: Project, annotation: Annotation, role: string): ReadonlySet<string> {
  const found = made.codebook.layers
    .find(({ id }) => id === annotation.layer)
    ?.roles.find(({ id }) => id === role);
  if (!found) return new Set();
  return new Set(
    resolveRole(made, annotation, found).targets.flatMap((target) =>
      'author' in target ? AUTHOR : (speakerIdOf(made, target, annotation.articleId) ?? []),
    ),
  );
}

const isSpeaker = (who: string) => who !== AUTHOR;
const sum = (list: readonly number[]) => list.reduce((all, next) => all + next, 0);

function slowFelt(made: Project, feelings: readonly Annotation[], side: string) {
  const polarity = ({ attributes }: Annotation) => attributes.polarity as number | undefined;
  const mean = (list: readonly Annotation[]) => {
    const values = list.map(polarity).filter((value) => value !== undefined);
    return values.length === 0 ? null : sum(values) / values.length;
  };
  const sides = (feeling: Annotation) => {
    const who = [...whoIn(made, feeling, side)];
    return who.length > 0 ? who : [NOBODY];
  };
  const steps = [-3, -2, -1, 0, 1, 2, 3].map((value) => ({
    value,
    count: feelings.filter((next) => polarity(next) === value).length,
  }));
  return {
    count: feelings.length,
    mean: mean(feelings),
    steps: steps.filter(({ count }) => count > 0),
    parties: new Map(
      [...new Set(feelings.flatMap(sides))].map((who) => {
        const own = feelings.filter((next) => sides(next).includes(who));
        return [who, { count: own.length, mean: mean(own) }];
      }),
    ),
  };
}

/** The figures by asking every annotation of the project for each of them. */
function slowFigures(made: Project, speaker: string) {
  const all = [...allAnnotations(made)];
  const of = (layer: string) => all.filter((next) => next.layer === layer);
  const quotes = of('quote').filter((next) => whoIn(made, next, 'source').has(speaker));
  const claims = of('claim').filter((next) => whoIn(made, next, 'made-by').has(speaker));
  const alone = claims.filter((next) => {
    const outer = enclosing(made, next, 'quote');
    return !(outer && whoIn(made, outer, 'source').has(speaker));
  });
  const register = (claim: Annotation) =>
    (claim.roles['same-claim'] ?? []).flatMap((target) => ('claim' in target ? target.claim : []));
  const entries = new Set(claims.flatMap(register));
  const forms = ['direct', 'indirect', 'mixed', 'free-indirect', undefined].map((form) => ({
    id: form ?? '',
    count: quotes.filter(({ attributes }) => attributes.form === form).length,
  }));
  const isShared = (entry: string) =>
    of('claim').some(
      (other) =>
        register(other).includes(entry) && [...whoIn(made, other, 'made-by')].some((who) => who !== speaker),
    );
  const standsIn = (annotation: Annotation) =>
    made.codebook.layers
      .find(({ id }) => id === annotation.layer)!
      .roles.some(({ id }) => whoIn(made, annotation, id).has(speaker));
  const counts = [...made.articles.values()]
    .sort((a, b) => a.order - b.order)
    .map(({ id }) => ({ id, count: all.filter((next) => next.articleId === id && standsIn(next)).length }));
  return {
    statements: quotes.length + alone.length,
    forms: forms.filter(({ count }) => count > 0),
    claims: entries.size + claims.filter((claim) => register(claim).length === 0).length,
    made: claims.length,
    shared: [...entries].filter(isShared).length,
    held: slowFelt(
      made,
      of('sentiment').filter((next) => whoIn(made, next, 'holder').has(speaker)),
      'target',
    ),
    toward: slowFelt(
      made,
      of('sentiment').filter((next) => whoIn(made, next, 'target').has(speaker)),
      'holder',
    ),
    articles: counts.filter(({ count }) => count > 0),
  };
}

const asMap = (felt: ReturnType<typeof figuresOf>['held']) => ({
  ...felt,
  parties: new Map(felt.parties.map(({ who, ...rest }) => [who, rest])),
});

describe("a speaker's figures", () => {
  it('are what asking every annotation says', () => {
    let feelings = 0;
    let shared = 0;
    fc.assert(
      fc.property(project, (made) => {
        for (const speaker of made.speakers.keys()) {
          const { standings, statements } = registerOf(made).tallies.get(speaker) ?? NO_TALLY;
          const voice = voiceOf(made, speaker, standings);
          const figures = figuresOf(made, speaker, voice, standings);
          const actual = {
            ...figures,
            forms: figures.forms.map(({ id, count }) => ({ id, count })),
            held: asMap(figures.held),
            toward: asMap(figures.toward),
          };
          expect(actual).toEqual(slowFigures(made, speaker));
          expect(figures.statements).toBe(statements);
          feelings += figures.held.count * figures.toward.count;
          shared += figures.shared;
        }
      }),
      runs,
    );
    expect(Math.min(feelings, shared)).toBeGreaterThan(20); // or the law was about nothing
  });
});

describe("a speaker's voice", () => {
  it('has every annotation the speaker stands in, and each claim and feeling once', () => {
    fc.assert(
      fc.property(project, (made) => {
        for (const [speaker, { standings }] of registerOf(made).tallies) {
          const voice = voiceOf(made, speaker, standings);
          const inside = voice.statements.flatMap(({ annotation, claims, feelings }) => [
            ...new Set([annotation, ...claims, ...feelings]),
          ]);
          expect(new Set(inside).size).toBe(inside.length);
          const rest = [...voice.mentions, ...voice.toward, ...voice.other].map(
            ({ annotation }) => annotation,
          );
          const ids = (list: readonly Annotation[]) => [...new Set(list.map(({ id }) => id))].sort();
          expect(ids([...inside, ...rest])).toEqual(ids(standings.map(({ annotation }) => annotation)));
        }
      }),
      runs,
    );
  });

  it('speaks about whom it mentions and whom it feels for', () => {
    fc.assert(
      fc.property(project, (made) => {
        for (const [speaker, { standings }] of registerOf(made).tallies) {
          for (const { annotation, feelings, about } of voiceOf(made, speaker, standings).statements) {
            const mentioned = [...allAnnotations(made)].filter(
              ({ articleId, layer, spans }) =>
                layer === 'speaker' &&
                articleId === annotation.articleId &&
                spans.length > 0 &&
                spans.every((inner) => annotation.spans.some((outer) => contains(outer, inner))),
            );
            const expected = [
              ...mentioned.flatMap((next) => [...whoIn(made, next, 'is')]),
              ...feelings.flatMap((next) => [...whoIn(made, next, 'target')].filter(isSpeaker)),
            ];
            expect(new Set(about)).toEqual(new Set(expected.filter((who) => who !== speaker)));
          }
        }
      }),
      runs,
    );
  });
});

describe('who tells it', () => {
  it('is the quote it is nested in, or else the smallest larger one around it, and so on outwards', () => {
    let nested = 0;
    fc.assert(
      fc.property(project, (made) => {
        const all = [...allAnnotations(made)];
        const extent = ({ spans }: Annotation) => spans.at(-1)!.end - spans[0]!.start;
        const outerOf = (inner: Annotation) => {
          const [named] = inner.roles['nested-in'] ?? [];
          if (named && 'annotation' in named) return all.find(({ id }) => id === named.annotation);
          const around = all.filter(
            (next) =>
              next.layer === 'quote' &&
              next.articleId === inner.articleId &&
              inner.spans.length > 0 &&
              next.spans.length > 0 &&
              extent(next) > extent(inner) &&
              inner.spans.every((span) => next.spans.some((outer) => contains(outer, span))),
          );
          return around.sort((a, b) => extent(a) - extent(b))[0];
        };
        for (const annotation of all) {
          const told = tellersOf(made, annotation);
          nested += told.length;
          [annotation, ...told].forEach((inner, index) => {
            const outer = outerOf(inner);
            const next = told[index];
            if (next) expect(outer && extent(outer)).toBe(extent(next));
            else expect(outer === undefined || outer === annotation || told.includes(outer)).toBe(true);
          });
        }
      }),
      runs,
    );
    expect(nested).toBeGreaterThan(100);
  });
});
