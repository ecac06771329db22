import fc from 'fast-check';
import { annotationFrom, arbitrarySeed, placeFrom } from './annotation.arbitrary';
import { arbitraryArticle } from './article.arbitrary';
import { arbitraryCodebook } from './codebook.arbitrary';
import { emptyProject } from './empty';
import type { SavedMapping } from './mapping';
import type { Annotation, Annotator, Claim, Project, Reading, Speaker } from './model';
import { READING_STATUSES, SPEAKER_KINDS, VERDICTS } from './model';
import { compareAnnotations } from './order';
import { maybe, present } from './record.arbitrary';
import type { SavedQuery } from './select';
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

/** An entry of the claim register; sometimes no more than a wording. */
function arbitraryClaim(id: string): fc.Arbitrary<Claim> {
  return fc
    .record({
      wording: arbitraryField(),
      verdict: fc.constantFrom(...VERDICTS, undefined),
      evidence: maybe(arbitraryField()),
      contradicts: fc.constantFrom(undefined, ['claim-1']),
      note: fc.constantFrom('', 'a note'),
      bare: fc.boolean(),
    })
    .map(({ bare, ...row }) =>
      bare ? { id, wording: row.wording, note: '' } : present<Claim>({ id, ...row }),
    );
}

function arbitraryReading(): fc.Arbitrary<Omit<Reading, 'id'>> {
  return fc.record({
    status: fc.constantFrom(...READING_STATUSES),
    rejected: fc.array(fc.constantFrom('quote:3-19', 'speaker:0-4'), { maxLength: 2 }),
  });
}

/** Filters that were saved, with every kind of condition. */
export const QUERIES: readonly SavedQuery[] = [
  { id: 'q1', name: 'Denials', selection: { attributes: { kind: ['denial', null, 3] }, speakers: [null] } },
  { id: 'q2', name: 'Ünsure?', selection: { certainties: ['very uncertain'], text: '“a', noted: true } },
];

/** How layers of other tools' files were mapped, in every way there is. */
export const MAPPINGS: readonly SavedMapping[] = [
  {
    format: 'brat',
    layer: 'Person',
    to: { layer: 'speaker' },
    attributes: {
      'a: b\\': { to: { attribute: 'kind' }, values: { '': 'out', Ünsure: { value: 'other' } } },
    },
    roles: { knows: { role: 'is' }, 'is, too': 'out' },
  },
  { format: 'webanno-tsv', layer: 'Cue', to: { role: 'cue', of: 'quote' }, attributes: {}, roles: {} },
  { format: 'brat', layer: 'LOC', to: 'out', attributes: {}, roles: {} },
];

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
      queries: fc.subarray([...QUERIES]),
      mappings: fc.subarray([...MAPPINGS]),
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
      claims: fc.nat(2).chain((count) => fc.tuple(...ids('claim-', count).map(arbitraryClaim))),
      readings: fc.array(fc.option(arbitraryReading(), { nil: null }), { minLength: most, maxLength: most }),
      annotators: fc.array(arbitraryName(), { minLength: 1, maxLength: 2 }),
    })
    .map(
      ({ codebook, prefix, name, note, queries, mappings, articles, seeds, speakers, claims, ...rest }) => {
        const annotators = rest.annotators.map((name, at): Annotator => ({ id: `annotator-${at}`, name }));
        const places = articles.flatMap((article, at) =>
          seeds[at]!.map((seed, index) => ({ seed, article, id: `${prefix}${at}-${index}` })),
        );
        const known = places.map(({ seed, article, id }) => ({
          id,
          layer: placeFrom(seed, article, codebook).layer.id,
        }));
        const project = emptyProject(
          {
            id: 'project-1',
            name,
            note,
            createdAt: '2024-01-01T00:00:00.000Z',
            ...(queries.length === 0 ? {} : { queries }),
            ...(mappings.length === 0 ? {} : { mappings }),
          },
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
          readings: mapOf(
            articles.flatMap(({ id }, at): Reading[] =>
              rest.readings[at] ? [{ id, ...rest.readings[at] }] : [],
            ),
          ),
        };
      },
    );
}

function mapOf<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
