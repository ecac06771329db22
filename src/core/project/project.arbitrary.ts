import fc from 'fast-check';
import { annotationFrom, arbitrarySeed, placeFrom } from './annotation.arbitrary';
import { arbitraryArticle } from './article.arbitrary';
import { arbitraryCodebook } from './codebook.arbitrary';
import { emptyProject } from './empty';
import type { Annotation, Annotator, Claim, Project, Speaker } from './model';
import { SPEAKER_KINDS } from './model';
import { compareAnnotations } from './order';
import { maybe, present } from './record.arbitrary';
import { arbitraryField, arbitraryName } from './text.arbitrary';

/** A speaker of the register; sometimes no more than a name. */
export function arbitrarySpeaker(id: string): fc.Arbitrary<Speaker> {
  return fc
    .record({
      name: arbitraryName(),
      aliases: fc.array(arbitraryName(), { maxLength: 2 }),
      kind: fc.constantFrom(...SPEAKER_KINDS),
      naming: fc.constantFrom('named', 'anonymous', undefined),
      affiliation: maybe(arbitraryField()),
      role: maybe(arbitraryField()),
      externalId: maybe(fc.constant('Q42')),
      note: fc.constantFrom('', 'see page 3'),
      bare: fc.boolean(),
    })
    .map(({ bare, ...row }) =>
      bare
        ? { id, name: row.name, aliases: [], kind: 'unspecified', note: '' }
        : present<Speaker>({ id, ...row }),
    );
}

const PREFIXES = ['a', 'x-', 'con', 'n0-'] as const;
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, at) => `${prefix}${at + 1}`);

/** A whole project in which every reference holds; annotations in reading order, order of tables at random. */
export function arbitraryProject(
  options: { articles?: number; annotations?: number } = {},
): fc.Arbitrary<Project> {
  const { articles: most = 3, annotations: mostEach = 5 } = options;
  return fc
    .record({
      codebook: arbitraryCodebook(),
      prefix: fc.constantFrom(...PREFIXES),
      name: arbitraryName(),
      note: arbitraryField(),
      articles: fc
        .nat(most)
        .chain((count) =>
          fc.tuple(...ids('article-', count).map((id, order) => arbitraryArticle(id, count - order))),
        ),
      seeds: fc.array(fc.array(arbitrarySeed(), { maxLength: mostEach, size: 'max' }), {
        minLength: most,
        maxLength: most,
      }),
      speakers: fc.nat(3).chain((count) => fc.tuple(...ids('speaker-', count).map(arbitrarySpeaker))),
      claims: fc.array(fc.tuple(arbitraryField(), fc.constantFrom('', 'a note')), { maxLength: 2 }),
      annotators: fc.array(arbitraryName(), { minLength: 1, maxLength: 2 }),
    })
    .map(({ codebook, prefix, name, note, articles, seeds, speakers, ...rest }) => {
      const claims = rest.claims.map(([wording, note], at): Claim => ({ id: `claim-${at}`, wording, note }));
      const annotators = rest.annotators.map((name, at): Annotator => ({ id: `annotator-${at}`, name }));
      const places = articles.flatMap((article, at) =>
        seeds[at]!.map((seed, index) => ({ seed, article, id: `${prefix}${at}-${index}` })),
      );
      const known = places.map(({ seed, article, id }) => ({
        id,
        layer: placeFrom(seed, article, codebook).layer.id,
      }));
      const project = emptyProject(
        { id: 'project-1', name, note, createdAt: '2024-01-01T00:00:00.000Z' },
        annotators[0]!,
      );
      const annotations = new Map<string, Annotation[]>();
      places.forEach(({ seed, article, id }, at) => {
        const around = {
          annotatorIds: annotators.map((annotator) => annotator.id),
          speakerIds: speakers.map((speaker) => speaker.id),
          claimIds: claims.map((claim) => claim.id),
          annotations: known.slice(0, at), // earlier ones only: no role ever runs in a circle
        };
        const list = annotations.get(article.id) ?? [];
        annotations.set(article.id, [...list, annotationFrom(seed, id, article, codebook, around)]);
      });
      for (const list of annotations.values()) list.sort(compareAnnotations);
      return {
        ...project,
        codebook,
        annotations,
        articles: mapOf(articles),
        speakers: mapOf(speakers),
        claims: mapOf(claims),
        annotators: mapOf(annotators),
      };
    });
}

function mapOf<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
