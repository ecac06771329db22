import { sameValue } from '../change/same-value';
import type { Attribute, Codebook, CodebookValue, Layer } from './codebook';
import { UNUSED, usageOf } from './codebook-use';
import type { Project } from './model';

/** One thing that would differ under another codebook. */
export interface Difference {
  readonly part: 'layer' | 'attribute' | 'value' | 'role';
  /** 'gone' is also what annotations carry and neither of the two names. */
  readonly change: 'added' | 'renamed' | 'changed' | 'gone';
  readonly label: string;
  /** The label it had, where it is renamed. */
  readonly before?: string;
  /** Where it belongs: ["Claim", "Kind"]; none for layers. */
  readonly place: readonly string[];
  /** Annotations that carry it. */
  readonly used: number;
}

interface Part {
  readonly id: string;
  readonly label: string;
}

/**
 * What would differ if `after` took the place of the project's codebook, layer by layer in its order, then
 * what it does not have. What is inside an added or lost layer is not told on its own.
 */
export function differences(project: Project, after: Codebook): readonly Difference[] {
  const before = project.codebook;
  const use = usageOf(project);
  const found: Difference[] = [];

  const compare = <P extends Part>(
    part: Difference['part'],
    place: readonly string[],
    old: readonly P[],
    now: readonly P[],
    counts: (id: string) => number,
    usedIds: Iterable<string>,
    own: (part: P) => unknown,
    inside?: (old: P, now: P) => void,
  ) => {
    const add = (change: Difference['change'], { id, label }: Part, earlier?: string) =>
      found.push({
        part,
        change,
        label,
        place,
        used: counts(id),
        ...(earlier === undefined ? {} : { before: earlier }),
      });
    const olds = new Map(old.map((next) => [next.id, next]));
    for (const next of now) {
      const earlier = olds.get(next.id);
      if (!earlier) add('added', next);
      else {
        if (earlier.label !== next.label) add('renamed', next, earlier.label);
        else if (!sameValue(own(earlier), own(next))) add('changed', next);
        inside?.(earlier, next);
      }
    }
    const known = new Set(now.map(({ id }) => id));
    for (const id of new Set([...olds.keys(), ...usedIds])) {
      if (!known.has(id)) add('gone', olds.get(id) ?? { id, label: id });
    }
  };

  compare(
    'layer',
    [],
    before.layers,
    after.layers,
    (id) => use.get(id)?.annotations ?? 0,
    use.keys(),
    ({ attributes: _, roles: __, ...own }) => own,
    (old: Layer, now: Layer) => {
      const { attributes, values, roles } = use.get(now.id) ?? UNUSED;
      const count = (map: ReadonlyMap<string, number> | undefined) => (id: string) => map?.get(id) ?? 0;
      compare(
        'attribute',
        [now.label],
        old.attributes,
        now.attributes,
        count(attributes),
        attributes.keys(),
        withoutValues,
        (oldOne: Attribute, nowOne: Attribute) => {
          if (!('values' in nowOne)) return;
          const used = values.get(nowOne.id);
          const place = [now.label, nowOne.label];
          const ids = used?.keys() ?? [];
          compare('value', place, valuesOf(oldOne), nowOne.values, count(used), ids, (value) => value);
        },
      );
      compare('role', [now.label], old.roles, now.roles, count(roles), roles.keys(), (role) => role);
    },
  );
  return found;
}

const valuesOf = (attribute: Attribute): readonly CodebookValue[] =>
  'values' in attribute ? attribute.values : [];

function withoutValues(attribute: Attribute): unknown {
  if (!('values' in attribute)) return attribute;
  const { values: _, ...own } = attribute;
  return own;
}
