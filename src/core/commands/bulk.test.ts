import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../change/change';
import { apply } from '../change/change';
import { layerOf } from '../project/codebook';
import type { Annotation, Project } from '../project/model';
import { isPossible } from '../project/possible-value';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import {
  changeLayerOfMany,
  setAttributeOfMany,
  setCertaintyOfMany,
  setRoleOfMany,
  setStatusOfMany,
} from './bulk';
import { changeLayer, setAttribute, setCertainty, setRole, setStatus } from './edit-annotation';
import { fits, lossOf, relayered } from './relayer';

const at = '2030-01-02T03:04:05.000Z';

/** A project, about half of its annotations, and numbers to pick with. */
const asked = fc
  .tuple(arbitraryProject({ articles: 3, annotations: 8 }), fc.infiniteStream(fc.boolean()), fc.nat(999))
  .map(([project, choices, number]) => {
    const chosen = [...allAnnotations(project)].filter(() => choices.next().value);
    return { project, chosen, ids: [...chosen.map(({ id }) => id), 'nobody'], number };
  });

/** Doing it to many is doing it to each of those it can be done to, one after the other. */
function isOneByOne(
  project: Project,
  chosen: readonly Annotation[],
  many: Change,
  one: (project: Project, annotation: Annotation) => Change | undefined,
): number {
  const after = chosen.reduce((now, annotation) => {
    const change = one(now, annotation);
    return change ? apply(now, change) : now;
  }, project);
  expect(apply(project, many)).toEqual(after);
  return Object.keys(many.annotations ?? {}).length;
}

describe('many at once are as each by itself', () => {
  const runs = { numRuns: 500 };

  it('with an attribute', () => {
    let changed = 0;
    fc.assert(
      fc.property(asked, ({ project, chosen, ids, number }) => {
        const all = project.codebook.layers.flatMap(({ attributes }) => attributes);
        const { id: attribute } = all[number % all.length]!;
        const values = ['denial', 'direct', -2, 'free text', ['x', '=w'], null];
        const value = values[number % values.length]!;
        const many = setAttributeOfMany(project, { ids, attribute, value, at });
        changed += isOneByOne(project, chosen, many, (now, { id, layer }) => {
          const own = layerOf(project.codebook, layer)!.attributes.find((next) => next.id === attribute);
          const can = own && (value === null || isPossible(own, value));
          return can ? setAttribute(now, { id, attribute, value, at }) : undefined;
        });
      }),
      runs,
    );
    expect(changed).toBeGreaterThan(100);
  });

  it('with a role, where the layer has one that may point there', () => {
    let changed = 0;
    fc.assert(
      fc.property(asked, ({ project, chosen, ids, number }) => {
        const speaker = [...project.speakers.keys()][number % 3];
        const targets = speaker === undefined ? [] : number % 2 ? [{ speaker }] : [{ author: true } as const];
        const roles = Object.fromEntries(
          project.codebook.layers.map(({ id, roles: own }) => [id, own[number % (own.length + 1)]?.id ?? '']),
        );
        const many = setRoleOfMany(project, { ids, roles, targets, at });
        changed += isOneByOne(project, chosen, many, (now, { id, layer }) => {
          const role = layerOf(project.codebook, layer)!.roles.find((next) => next.id === roles[layer]);
          const can = role && targets.every((target) => role.targets.some((kind) => kind in target));
          return can ? setRole(now, { id, role: role.id, targets, at }) : undefined;
        });
      }),
      runs,
    );
    expect(changed).toBeGreaterThan(100);
  });

  it('with a layer, status and certainty', () => {
    fc.assert(
      fc.property(asked, ({ project, chosen, ids, number }) => {
        const { layers } = project.codebook;
        const layer = layers[number % layers.length]!;
        isOneByOne(project, chosen, changeLayerOfMany(project, { ids, layer: layer.id, at }), (now, one) =>
          fits(one, layer) ? changeLayer(now, { id: one.id, layer: layer.id, at }) : undefined,
        );
        const status = number % 2 ? 'final' : 'draft';
        isOneByOne(project, chosen, setStatusOfMany(project, { ids, status, at }), (now, { id }) =>
          setStatus(now, { id, status, at }),
        );
        const certainty = 'very uncertain';
        isOneByOne(project, chosen, setCertaintyOfMany(project, { ids, certainty, at }), (now, { id }) =>
          setCertainty(now, { id, certainty, at }),
        );
      }),
      runs,
    );
  });
});

describe('another layer', () => {
  it('leaves only values and links that are possible there, and says what goes', () => {
    fc.assert(
      fc.property(asked, ({ project, chosen, number }) => {
        const { layers } = project.codebook;
        const to = layers[number % layers.length]!;
        for (const before of chosen) {
          const from = layerOf(project.codebook, before.layer);
          const after = relayered(before, to);
          const loss = lossOf(before, from, to);
          if (before.layer === to.id) {
            expect(after).toBe(before);
            expect(loss).toEqual({ values: 0, links: 0 });
            continue;
          }
          for (const [id, value] of Object.entries(after.attributes)) {
            expect(isPossible(to.attributes.find((next) => next.id === id)!, value)).toBe(true);
          }
          const links = (one: Annotation) => Object.values(one.roles).flat().length;
          expect(links(after) + loss.links).toBe(links(before));
          for (const [id, targets] of Object.entries(after.roles)) {
            const role = to.roles.find((next) => next.id === id)!;
            expect(targets.length).toBeLessThanOrEqual(role.max ?? targets.length);
            expect(before.roles[id]).toEqual(expect.arrayContaining([...targets]));
          }
          expect(loss.values).toBeLessThanOrEqual(Object.keys(before.attributes).length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not take a word for a step of a scale', () => {
    const [sample] = fc.sample(arbitraryProject({ articles: 1, annotations: 1 }), 1);
    const layer = (id: string) => layerOf(sample!.codebook, id);
    const [quote, mood] = [layer('quote'), layer('sentiment')];
    if (!quote || !mood) return;
    const before = {
      layer: 'quote',
      attributes: { polarity: 'negated', form: 'direct' },
      roles: {},
      spans: [],
    };
    expect(relayered(before as never, mood).attributes.polarity).toBe(0);
    expect(lossOf(before as never, quote, mood)).toEqual({ values: 1, links: 0 });
  });
});
