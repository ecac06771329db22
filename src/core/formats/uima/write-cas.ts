import type { Annotation, AttributeValue, Target } from '../../project/model';
import { textsOfValue } from '../attribute-values';
import { CONTINUES } from '../marks/piece';
import { showPassages } from '../marks/show-passages';
import { orderedEntries } from '../ordered-entries';
import { type FeatureValue, KEY, PASSAGE, type Structure } from './cas';
import type { CasNames } from './names';
import { linkType, placeOf } from './type-system';

/** Names of register entries by id. */
export interface EntryNames {
  readonly speakers: ReadonlyMap<string, { readonly name: string }>;
  readonly claims: ReadonlyMap<string, { readonly wording: string }>;
}

/** Structures, which of them are in the index, and which annotation a piece belongs to. */
export interface WrittenMarks {
  readonly structures: readonly Structure[];
  readonly members: readonly number[];
  /** Key of a piece -> id of the annotation. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * Annotations of one article as structures: one for each passage, the further ones with a slot `continues` that
 * leads to the first; roles are slots that lead to other annotations or to passages, and entries of the registers are
 * named in a list beside the slot. `next` gives ids.
 */
export function writeMarks(
  annotations: readonly Annotation[],
  names: CasNames,
  entries: EntryNames,
  next: () => number,
): WrittenMarks {
  const structures: Structure[] = [];
  const members: number[] = [];
  const shown = showPassages(annotations, {});
  const owners = new Map(shown.owners);
  const ids = new Map<string, number>(shown.pieces.map(({ key }) => [key, next()]));
  for (const { id, spans } of annotations) {
    if (spans.length > 0) continue;
    ids.set(id, next());
    owners.set(id, id);
  }
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const put = (id: number, type: string, features: ReadonlyMap<string, FeatureValue>, member = true) => {
    structures.push({ id, type, features });
    if (member) members.push(id);
    return id;
  };
  const linkTo = (type: string, feature: string, role: string, target: number) =>
    put(
      next(),
      linkType(type, feature),
      new Map<string, FeatureValue>([
        ['role', role],
        ['target', { ref: target }],
      ]),
      false,
    );

  const about = (annotation: Annotation): readonly [string, FeatureValue][] => {
    const { id, layer, attributes, roles, note } = annotation;
    const type = names.typeOf(layer);
    const values = orderedEntries(attributes).flatMap(([name, value]): [string, FeatureValue][] => {
      const [feature, range] = placeOf(names, layer, name, names.attributeOf(layer, name), value);
      const fits = fitting(value, range);
      return fits === undefined ? [] : [[feature, fits]];
    });
    const slots = orderedEntries(roles).flatMap(([role, targets]): [string, FeatureValue][] => {
      const feature = names.featureOf(layer, 'role', role);
      const seen = new Set<number>();
      const refs = targets
        .flatMap((target, at) => ends(target, `${id} ${role} ${at}`, role))
        .filter((end) => {
          const again = seen.has(end) || end === ids.get(id);
          seen.add(end);
          return !again;
        });
      const texts = targets.flatMap((target) => entryOf(target, entries));
      return [
        ...(refs.length > 0
          ? [
              [feature, { refs: refs.map((end) => linkTo(type, feature, role, end)) }] as [
                string,
                FeatureValue,
              ],
            ]
          : []),
        ...(texts.length > 0
          ? [[names.featureOf(layer, 'entry', role), { texts }] as [string, FeatureValue]]
          : []),
      ];
    });
    return [...values, ...slots, ...(note === '' ? [] : [['note', note] as [string, FeatureValue]])];
  };
  const ends = (target: Target, of: string, role: string): readonly number[] => {
    if ('annotation' in target) {
      const end = ids.get(target.annotation);
      // A slot leads to annotations of the text, not to what is said of all of it.
      const placed = (byId.get(target.annotation)?.spans.length ?? 0) > 0;
      return end === undefined || !placed ? [] : [end];
    }
    if (!('spans' in target)) return [];
    return target.spans.map(({ start, end }) =>
      put(
        next(),
        PASSAGE,
        new Map<string, FeatureValue>([
          ['begin', start],
          ['end', end],
          ['role', role],
          ['of', of],
        ]),
      ),
    );
  };
  for (const { key, label, spans } of shown.pieces) {
    const owner = byId.get(owners.get(key)!)!;
    const type = names.typeOf(label);
    const more: readonly [string, FeatureValue][] =
      key === owner.id
        ? about(owner)
        : [['continues', { refs: [linkTo(type, 'continues', CONTINUES, ids.get(owner.id)!)] }]];
    const [span] = spans;
    put(
      ids.get(key)!,
      type,
      new Map<string, FeatureValue>([['begin', span!.start], ['end', span!.end], [KEY, key], ...more]),
    );
  }
  for (const annotation of annotations) {
    if (annotation.spans.length > 0) continue;
    const features = new Map<string, FeatureValue>([[KEY, annotation.id], ...about(annotation)]);
    put(ids.get(annotation.id)!, names.typeOf(annotation.layer, true), features);
  }
  return { structures, members, owners };
}

/** The value as the range can hold it; undefined when it cannot, or when there is nothing to say. */
function fitting(value: AttributeValue, range: string): FeatureValue | undefined {
  const texts = textsOfValue(value);
  if (range.endsWith('StringArray')) return texts.length > 0 ? { texts } : undefined;
  if (range === 'uima.cas.Integer')
    return Number.isInteger(value) && value === ((value as number) | 0) ? (value as number) : undefined;
  if (range === 'uima.cas.Double')
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  return typeof value === 'object' || value === '' ? undefined : String(value);
}

function entryOf(target: Target, { speakers, claims }: EntryNames): readonly string[] {
  const named = (kind: string, id: string, name = '') => [
    name === '' ? `${kind}:${id}` : `${kind}:${id} ${name}`,
  ];
  if ('speaker' in target) return named('speaker', target.speaker, speakers.get(target.speaker)?.name);
  if ('claim' in target) return named('claim', target.claim, claims.get(target.claim)?.wording);
  return 'author' in target ? ['author'] : [];
}
