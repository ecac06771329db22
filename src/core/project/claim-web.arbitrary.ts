import fc from 'fast-check';
import { DEFAULT_CODEBOOK } from './default-codebook';
import type { Annotation, Claim, Project, Target } from './model';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations } from './query';

const DAYS = ['2024-03-01', '2024-03-12', '2024-03-12', '2023-12-31', undefined] as const;
const OUTLETS = ['The Post', 'Coast Wire', undefined] as const;
const KINDS = ['factual', 'allegation', 'denial', 'denial', undefined] as const;

/** A project full of claims: several entries, and claim annotations that make, deny, support and contradict. */
export function arbitraryClaimWeb(): fc.Arbitrary<Project> {
  const dense = arbitraryProject({ articles: 3, annotations: 7 }).filter(
    ({ codebook }) => codebook === DEFAULT_CODEBOOK,
  );
  return fc
    .tuple(dense, fc.array(fc.nat(9999), { minLength: 40, maxLength: 40 }), fc.nat(4))
    .map(([project, numbers, count]) => {
      let at = 0;
      const pick = <T>(list: readonly T[]) => list[numbers[at++ % numbers.length]! % list.length]!;
      const ids = Array.from({ length: count }, (_, index) => `claim-${index + 1}`);
      const others = (id: string) => ids.filter((other) => other !== id && pick([true, false, false]));
      const claims = new Map(
        ids.map((id): [string, Claim] => [
          id,
          { id, wording: `claim ${id}`, note: '', supports: others(id), contradicts: others(id) },
        ]),
      );
      const annotations = [...allAnnotations(project)].map(({ id }) => id);
      const targets = (): Target[] => [
        ...(count > 0 && pick([true, false]) ? [{ claim: pick(ids) }] : []),
        ...(annotations.length > 0 && pick([true, false]) ? [{ annotation: pick(annotations) }] : []),
      ];
      const spun = (annotation: Annotation): Annotation => {
        const layer = pick(['claim', 'claim', annotation.layer]);
        if (layer !== 'claim') return annotation;
        const { 'same-claim': _, ...own } = annotation.roles;
        const makers = Object.values(own)
          .flat()
          .filter((target) => 'speaker' in target || 'author' in target);
        const roles = layer === annotation.layer ? own : pick([{ 'made-by': makers }, {}]);
        const { kind: __, ...attributes } = annotation.attributes;
        const kind = pick(KINDS);
        const entry = count > 0 && pick([true, true, false]) ? [{ claim: pick(ids) }] : undefined;
        return {
          ...annotation,
          layer,
          attributes: kind ? { ...attributes, kind } : attributes,
          roles: {
            ...roles,
            ...(entry ? { 'same-claim': entry } : {}),
            supports: targets(),
            contradicts: targets(),
          },
        };
      };
      const lists = [...project.annotations].map(([id, list]): [string, Annotation[]] => [
        id,
        list.map((annotation) => (annotation.spans.length > 0 ? spun(annotation) : annotation)),
      ]);
      const articles = [...project.articles].map(([id, article]) => {
        const { outlet: _, publishedAt: __, ...rest } = article;
        const [outlet, publishedAt] = [pick(OUTLETS), pick(DAYS)];
        return [
          id,
          { ...rest, ...(outlet ? { outlet } : {}), ...(publishedAt ? { publishedAt } : {}) },
        ] as const;
      });
      return { ...project, claims, annotations: new Map(lists), articles: new Map(articles) };
    });
}
