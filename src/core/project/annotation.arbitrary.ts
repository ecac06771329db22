import fc from 'fast-check';
import { contextOf } from '../text/context';
import type { Attribute, Codebook, Layer, Role } from './codebook';
import type { Annotation, Article, AttributeValue, Certainty, Status, Target } from './model';
import { CERTAINTIES, STATUSES } from './model';
import { arbitraryTime } from './record.arbitrary';
import { arbitraryField, spansFrom } from './text.arbitrary';

/** What an annotation may be of and point at. `annotations` are those that roles may name. */
export interface Surroundings {
  readonly annotatorIds: readonly string[];
  readonly speakerIds: readonly string[];
  readonly claimIds: readonly string[];
  readonly annotations: readonly Pick<Annotation, 'id' | 'layer'>[];
}

/** Plain numbers and strings from which an annotation is made; cheap to generate and to shrink. */
export interface Seed {
  readonly layer: number;
  readonly cuts: readonly number[];
  readonly picks: readonly number[];
  readonly words: string;
  readonly number: number;
  readonly note: string;
  readonly certainty: Certainty;
  readonly status: Status;
  readonly version: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** See Seed. */
export function arbitrarySeed(): fc.Arbitrary<Seed> {
  return fc.record({
    layer: fc.nat(99),
    cuts: fc.oneof(
      { weight: 3, arbitrary: fc.array(fc.nat(9999), { minLength: 2, maxLength: 2 }) },
      { weight: 2, arbitrary: fc.array(fc.nat(9999), { maxLength: 8, size: 'max' }) },
    ),
    picks: fc.array(fc.nat(99), { maxLength: 24, size: 'max' }),
    words: arbitraryField(),
    number: fc.double({ noNaN: true, noDefaultInfinity: true }),
    note: arbitraryField(),
    certainty: fc.constantFrom(...CERTAINTIES),
    status: fc.constantFrom(...STATUSES),
    version: fc.constantFrom('1.0', '0.9'),
    createdAt: arbitraryTime(),
    updatedAt: arbitraryTime(),
  });
}

/** Takes the numbers of a seed one after the other; 0 when they are used up. */
function taker(picks: readonly number[]): (below: number) => number {
  let at = 0;
  return (below) => (below > 0 ? (picks[at++] ?? 0) % below : 0);
}

function valueFor(attribute: Attribute, seed: Seed, take: (below: number) => number): AttributeValue {
  switch (attribute.kind) {
    case 'choice':
      return attribute.values[take(attribute.values.length)]!.id;
    case 'multiple':
      return attribute.values.filter(() => take(2) === 1).map(({ id }) => id);
    case 'scale':
      return attribute.min + take(attribute.max - attribute.min + 1);
    case 'number':
      return seed.number + 0; // -0 is 0
    case 'date':
      return '2023-05-17';
    default:
      return seed.words;
  }
}

function targetOf(
  role: Role,
  text: string,
  around: Surroundings,
  take: (below: number) => number,
): Target | null {
  const kind = role.targets[take(role.targets.length)]!;
  const pick = <T>(list: readonly T[]) => (list.length > 0 ? list[take(list.length)]! : null);
  if (kind === 'author') return { author: true };
  if (kind === 'spans') {
    const cuts = [take(97), take(97), ...(role.contiguous ? [] : [take(97), take(97)])];
    const spans = spansFrom(text, cuts);
    return spans.length > 0 ? { spans } : null;
  }
  if (kind === 'annotation') {
    const of = around.annotations.filter(({ layer }) => !role.layers || role.layers.includes(layer));
    const annotation = pick(of);
    return annotation && { annotation: annotation.id };
  }
  const id = pick(kind === 'speaker' ? around.speakerIds : around.claimIds);
  return id === null ? null : kind === 'speaker' ? { speaker: id } : { claim: id };
}

/** The layer and place of an annotation; separate from its roles, which may name annotations yet to come. */
export function placeFrom(
  seed: Seed,
  article: Article,
  codebook: Codebook,
): { layer: Layer; spans: Annotation['spans'] } {
  const spans = spansFrom(article.text, seed.cuts);
  const possible = codebook.layers.filter((layer) => spans.length > 0 || layer.wholeArticle);
  return { layer: possible[seed.layer % possible.length]!, spans };
}

/** The annotation that a seed stands for. */
export function annotationFrom(
  seed: Seed,
  id: string,
  article: Article,
  codebook: Codebook,
  around: Surroundings,
): Annotation {
  const { layer, spans } = placeFrom(seed, article, codebook);
  const take = taker(seed.picks);
  const attributes: Record<string, AttributeValue> = {};
  for (const attribute of layer.attributes) {
    if (take(3) !== 1) attributes[attribute.id] = valueFor(attribute, seed, take);
  }
  const roles: Record<string, readonly Target[]> = {};
  for (const role of layer.roles) {
    const wanted = take(Math.min(role.max ?? 3, 3) + 1);
    const targets = Array.from({ length: wanted }, () => targetOf(role, article.text, around, take));
    const found = targets.filter((target) => target !== null);
    if (found.length > 0 || (wanted === 0 && take(5) === 1)) roles[role.id] = found;
  }
  return {
    id,
    articleId: article.id,
    annotatorId: around.annotatorIds[take(around.annotatorIds.length)]!,
    layer: layer.id,
    spans,
    ...contextOf(article.text, spans),
    attributes,
    roles,
    note: seed.note,
    certainty: seed.certainty,
    status: seed.status,
    codebookVersion: seed.version,
    createdAt: seed.createdAt,
    updatedAt: seed.updatedAt,
  };
}

/** An annotation that is valid in `article`: spans on code points, values and targets as the codebook says. */
export function arbitraryAnnotation(
  article: Article,
  codebook: Codebook,
  around: Surroundings,
  id = 'annotation-new',
): fc.Arbitrary<Annotation> {
  return arbitrarySeed().map((seed) => annotationFrom(seed, id, article, codebook, around));
}
