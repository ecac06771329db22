import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RelationKind } from './claim-links';
import { claimRegister, tallyOf } from './claim-register';
import { relatedTo } from './claim-relations';
import { deniedOf, saidOf, sayingOf, variantsOf } from './claim-sayings';
import { arbitraryClaimWeb } from './claim-web.arbitrary';
import { personsIn } from './matching';
import type { Annotation, Project } from './model';
import { allAnnotations, annotationsOf, articlesInOrder } from './query';
import { AUTHOR } from './select';

/** What the register is by definition, read straight off the annotations, however long it takes. */
function slow(project: Project) {
  const all = articlesInOrder(project).flatMap(({ id }) =>
    annotationsOf(project, id).filter(({ layer }) => layer === 'claim'),
  );
  const find = (id: string) => all.find((annotation) => annotation.id === id);
  const entry = ({ roles }: Annotation) => {
    const [target] = roles['same-claim'] ?? [];
    return target && 'claim' in target ? target.claim : undefined;
  };
  const denies = (annotation: Annotation) => {
    if (annotation.attributes.kind !== 'denial' || entry(annotation) === undefined) return false;
    const against = (annotation.roles.contradicts ?? []).flatMap((target) => {
      if ('claim' in target) return [target.claim];
      const other = 'annotation' in target ? find(target.annotation) : undefined;
      return other ? [entry(other) ?? 'no entry'] : [];
    });
    return against.every((id) => id === entry(annotation));
  };
  /** An entry that an annotation makes, or the annotation itself. */
  const node = (annotation: Annotation) =>
    entry(annotation) !== undefined && !denies(annotation) ? entry(annotation)! : annotation.id;
  const edges = (kind: RelationKind) => [
    ...[...project.claims.values()].flatMap((claim) =>
      (claim[kind] ?? []).map((to) => ({ from: claim.id, to, by: 'the register' })),
    ),
    ...all.flatMap((annotation) =>
      (annotation.roles[kind] ?? []).flatMap((target) => {
        const other = 'annotation' in target ? find(target.annotation) : undefined;
        const to = 'claim' in target ? target.claim : other && node(other);
        return to === undefined ? [] : [{ from: node(annotation), to, by: annotation.id }];
      }),
    ),
  ];
  return { all, entry, denies, edges };
}

const idOf = ({ annotation }: { annotation: Annotation }) => annotation.id;
const sorted = <T>(list: Iterable<T>) => [...list].sort();

describe('the claim register', () => {
  it('is what the annotations say, for every entry', () => {
    let relations = 0;
    let denials = 0;
    fc.assert(
      fc.property(arbitraryClaimWeb(), (project) => {
        const register = claimRegister(project);
        const { all, entry, denies, edges } = slow(project);
        expect(register.unregistered).toEqual(all.filter((annotation) => entry(annotation) === undefined));
        for (const id of project.claims.keys()) {
          const linked = all.filter((annotation) => entry(annotation) === id);
          const tally = tallyOf(register, id);
          expect(tally.linked).toEqual(linked);
          const articles = [...project.articles.values()].filter((article) =>
            linked.some(({ articleId }) => articleId === article.id),
          );
          const days = sorted(articles.flatMap(({ publishedAt }) => publishedAt ?? []));
          expect(tally.articles).toBe(articles.length);
          expect(tally.outlets).toBe(new Set(articles.flatMap(({ outlet }) => outlet ?? [])).size);
          expect([tally.first, tally.last]).toEqual([days[0], days.at(-1)]);

          const said = saidOf(project, register, id);
          expect(sorted(said.map(idOf))).toEqual(
            sorted(linked.filter((annotation) => !denies(annotation)).map((annotation) => annotation.id)),
          );
          const dates = said.map(
            ({ annotation }) => project.articles.get(annotation.articleId)!.publishedAt ?? '9',
          );
          expect(dates).toEqual(sorted(dates));

          const against = edges('contradicts').filter(({ to, from }) => to === id && from !== id);
          const denying = new Set([
            ...linked.filter(denies).map((annotation) => annotation.id),
            ...against.map(({ by }) => by).filter((by) => by !== 'the register'),
          ]);
          expect(sorted(deniedOf(project, register, id).map(idOf))).toEqual(sorted(denying));
          denials += denying.size;

          const variants = variantsOf(register, id);
          expect(variants.map(({ quote }) => quote)).toEqual([...new Set(linked.map(({ quote }) => quote))]);
          expect(sorted(variants.flatMap(({ annotations }) => annotations.map((next) => next.id)))).toEqual(
            sorted(linked.map((next) => next.id)),
          );

          const related = relatedTo(project, register, id);
          for (const kind of ['supports', 'contradicts'] as const) {
            for (const side of ['to', 'from'] as const) {
              const far = side === 'to' ? 'to' : 'from';
              const near = side === 'to' ? 'from' : 'to';
              const wanted = edges(kind).filter((edge) => edge[near] === id && edge[far] !== id);
              const found = related[kind][side].flatMap(({ other, registered, saidIn }) => {
                const name = 'claim' in other ? other.claim.id : other.annotation.id;
                const by = [
                  ...saidIn.map((annotation) => annotation.id),
                  ...(registered ? ['the register'] : []),
                ];
                return by.map((each) => `${name} by ${each}`);
              });
              expect(sorted(found)).toEqual(
                sorted(new Set(wanted.map((edge) => `${edge[far]} by ${edge.by}`))),
              );
              relations += found.length;
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(relations).toBeGreaterThan(100);
    expect(denials).toBeGreaterThan(100);
  });

  it('names the same speakers as the rest of the app, those of the quote around it included', () => {
    let named = 0;
    fc.assert(
      fc.property(arbitraryClaimWeb(), (project) => {
        for (const annotation of allAnnotations(project)) {
          if (annotation.layer !== 'claim') continue;
          const speakers = sayingOf(project, annotation).makers.flatMap((maker) =>
            'speaker' in maker ? maker.speaker : 'author' in maker ? AUTHOR : [],
          );
          const { behind } = personsIn(project, annotationsOf(project, annotation.articleId))(annotation);
          expect(sorted(speakers)).toEqual(sorted(behind));
          named += speakers.length;
        }
      }),
      { numRuns: 1000 },
    );
    expect(named).toBeGreaterThan(100);
  });

  it('is read once as long as nothing in it changes', () => {
    const [project] = fc.sample(arbitraryClaimWeb(), { numRuns: 1, seed: 1 });
    const register = claimRegister(project!);
    expect(claimRegister({ ...project!, speakers: new Map() })).toBe(register);
    expect(claimRegister({ ...project!, claims: new Map() })).not.toBe(register);
  });
});
