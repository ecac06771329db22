import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personsIn, selected } from './matching';
import type { Annotation, Project } from './model';
import { CERTAINTIES, STATUSES } from './model';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations, articlesInOrder, resolveRole, speakerIdOf } from './query';
import type { Selection } from './select';
import { AUTHOR } from './select';
import { speakingRoles } from './standing';

/** Whom a role says to be behind an annotation, as the codebook's other readers see it: no index, no memory. */
function persons(project: Project, annotation: Annotation): { behind: string[]; about: string[] } {
  const { codebook } = project;
  const behind: string[] = [];
  const about: string[] = [];
  for (const role of codebook.layers.find(({ id }) => id === annotation.layer)?.roles ?? []) {
    const speaks = speakingRoles(codebook).has(`${annotation.layer}/${role.id}`);
    const mayBeAuthor = role.expected && role.targets.includes('author');
    const isBehind = role.id === 'is' || role.inherits !== undefined || speaks || mayBeAuthor;
    if (!isBehind && !role.expected) continue;
    for (const target of resolveRole(project, annotation, role).targets) {
      const id = 'author' in target ? AUTHOR : speakerIdOf(project, target, annotation.articleId);
      if (id !== undefined) (isBehind ? behind : about).push(id);
    }
  }
  return { behind, about };
}

const straight = (text: string) =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”„«»]/g, '"');

/** Is one annotation meant? Condition by condition, in the words of select.ts. */
function isMeant(project: Project, annotation: Annotation, selection: Selection): boolean {
  const article = project.articles.get(annotation.articleId)!;
  const { behind, about } = persons(project, annotation);
  const words = straight(selection.text ?? '').trim();
  const claims = (annotation.roles['same-claim'] ?? []).map((next) => ('claim' in next ? next.claim : ''));
  const holds: Readonly<Record<keyof Selection, () => boolean>> = {
    layers: () => selection.layers!.includes(annotation.layer),
    attributes: () =>
      Object.entries(selection.attributes!).every(([id, wanted]) => {
        const value = annotation.attributes[id];
        const values: readonly unknown[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
        const own = project.codebook.layers.find((layer) => layer.id === annotation.layer)?.attributes;
        if (values.length === 0) return wanted.includes(null) && (own ?? []).some((next) => next.id === id);
        return values.some((each) => wanted.includes(each as string));
      }),
    speakers: () =>
      selection.speakers!.some((id) => (id === null ? behind.length === 0 : behind.includes(id))),
    about: () => selection.about!.some((id) => about.includes(id)),
    claims: () => selection.claims!.some((id) => claims.includes(id)),
    articles: () => selection.articles!.includes(article.id),
    outlets: () => selection.outlets!.includes(article.outlet ?? ''),
    annotators: () => selection.annotators!.includes(annotation.annotatorId),
    statuses: () => selection.statuses!.includes(annotation.status),
    certainties: () => selection.certainties!.includes(annotation.certainty),
    text: () => straight(annotation.quote).includes(words) || straight(annotation.note).includes(words),
    noted: () => selection.noted === annotation.note.length > 0,
    from: () => article.publishedAt !== undefined && article.publishedAt >= selection.from!,
    to: () => article.publishedAt !== undefined && article.publishedAt <= selection.to!,
  };
  return Object.entries(holds).every(
    ([key, hold]) => selection[key as keyof Selection] === undefined || hold(),
  );
}

/** A question that may well have an answer in the project: its parts are picked from what there is. */
function arbitrarySelection(project: Project): fc.Arbitrary<Selection> {
  const all = [...allAnnotations(project)];
  const some = <Value>(values: readonly Value[]) =>
    values.length === 0 ? fc.constant([]) : fc.subarray([...new Set(values)], { minLength: 1 });
  const values = all.flatMap(({ attributes }) => Object.entries(attributes));
  const attributes = fc
    .tuple(some(values), fc.boolean(), fc.constantFrom('kind', 'polarity', 'issue'))
    .map(([chosen, unset, extra]) => {
      const wanted: Record<string, (string | number | boolean | null)[]> = unset ? { [extra]: [null] } : {};
      for (const [id, value] of chosen.slice(0, 2))
        wanted[id] = [...[value].flat(), ...(unset ? [null] : [])];
      return wanted;
    });
  const words = all.flatMap(({ quote, note }) => [quote.slice(1, 4), note.slice(0, 2), quote.toUpperCase()]);
  const dates = [...project.articles.values()].flatMap(({ publishedAt }) => publishedAt ?? []);
  const parts: { [K in keyof Selection]-?: fc.Arbitrary<Selection[K]> } = {
    layers: some(all.map(({ layer }) => layer)),
    attributes,
    speakers: some([...project.speakers.keys(), null, AUTHOR]),
    about: some([...project.speakers.keys()]),
    claims: some([...project.claims.keys()]),
    articles: some([...project.articles.keys()]),
    outlets: some([...project.articles.values()].map(({ outlet }) => outlet ?? '')),
    annotators: some([...project.annotators.keys()]),
    statuses: some(STATUSES),
    certainties: some(CERTAINTIES),
    text: fc.constantFrom('', ' ', '"', ...words),
    noted: fc.boolean(),
    from: fc.constantFrom('2000-01-01', ...dates),
    to: fc.constantFrom('2030-01-01', ...dates),
  };
  const keys = Object.keys(parts) as (keyof Selection)[];
  return fc
    .subarray(keys, { maxLength: 3 })
    .chain(
      (chosen) =>
        fc.record(Object.fromEntries(chosen.map((key) => [key, parts[key]]))) as fc.Arbitrary<Selection>,
    );
}

const asked = arbitraryProject({ articles: 3, annotations: 6 }).chain((project) =>
  fc.tuple(fc.constant(project), arbitrarySelection(project)),
);

describe('a selection', () => {
  it('means exactly the annotations that meet every condition, in the order of the articles', () => {
    let found = 0;
    fc.assert(
      fc.property(asked, ([project, selection]) => {
        const expected = articlesInOrder(project)
          .flatMap(({ id }) => project.annotations.get(id) ?? [])
          .filter((annotation) => isMeant(project, annotation, selection));
        expect(selected(project, selection)).toEqual(expected);
        found += expected.length;
      }),
      { numRuns: 1000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('means fewer, never others, with one condition more', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), ([project, selection], noted) => {
        const fewer = new Set(selected(project, { ...selection, noted }));
        const { noted: _, ...wider } = selection;
        const more = new Set(selected(project, wider));
        expect([...fewer].every((one) => more.has(one))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the persons of an annotation', () => {
  it('are those that its roles resolve to', () => {
    fc.assert(
      fc.property(arbitraryProject({ articles: 3, annotations: 8 }), (project) => {
        for (const list of project.annotations.values()) {
          const of = personsIn(project, list);
          for (const annotation of list) {
            const { behind, about } = persons(project, annotation);
            expect(new Set(of(annotation).behind)).toEqual(new Set(behind));
            expect(new Set(of(annotation).about)).toEqual(new Set(about));
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
