import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../change/change';
import { apply, invert } from '../change/change';
import { articleOf, claimOn, projectOf } from '../formats/fixtures/small-project';
import type { Codebook } from '../project/codebook';
import { layerOf } from '../project/codebook';
import { ODD_CODEBOOK } from '../project/codebook.arbitrary';
import { sameMeaning } from '../project/codebook-version';
import { DEFAULT_CODEBOOK } from '../project/default-codebook';
import type { Annotation, Project } from '../project/model';
import { isPossible } from '../project/possible-value';
import { allAnnotations, findAnnotation } from '../project/query';
import { replaceCodebook, setLayerOn, setUnivocal } from './codebook';
import {
  addAttribute,
  deleteAttribute,
  editAttribute,
  moveAttribute,
  setAttributeKind,
} from './codebook-attributes';
import { addLayer, deleteLayer, editLayer, moveLayer } from './codebook-layers';
import { addRole, deleteRole, editRole } from './codebook-roles';
import { addValue, deleteValue, editValue, moveValue } from './codebook-values';

const at = '2030-01-02T03:04:05.000Z';
const article = articleOf('ferry', 'The ferry had no brakes at all.');
const claim = (id: string, more: Partial<Annotation> = {}) => claimOn(article, id, [[0, 9]], more);
const project = projectOf(
  [article],
  [
    claim('a', { attributes: { kind: 'denial' } }),
    claim('b', { attributes: { kind: 'factual', verdict: 'refuted' } }),
    claim('c', { attributes: { kind: 'denial' }, roles: { 'made-by': [{ speaker: 'ek' }] } }),
    claim('q', { layer: 'quote', attributes: { form: 'direct' } }),
  ],
);
const kind = { layer: 'claim', attribute: 'kind', at };
const get = (of: Project, id: string) => findAnnotation(of, id)!;
const labels = (codebook: Codebook, layer: string) => {
  const attribute = layerOf(codebook, layer)!.attributes[0]!;
  return 'values' in attribute ? attribute.values.map(({ label }) => label) : [];
};

describe('renaming', () => {
  it('changes labels only: ids and what annotations carry stay', () => {
    const value = apply(
      project,
      editValue(project, { ...kind, value: 'denial', fields: { label: 'Rebuttal' } }),
    );
    expect(labels(value.codebook, 'claim')).toContain('Rebuttal');
    expect(value.annotations).toBe(project.annotations);
    const layer = apply(value, editLayer(value, { layer: 'claim', fields: { label: 'Assertion' }, at }));
    expect(layerOf(layer.codebook, 'claim')!.label).toBe('Assertion');
    expect(layer.annotations).toBe(project.annotations);
  });

  it('refuses no name, and a name a sibling has', () => {
    const rename = (label: string) => () => editLayer(project, { layer: 'claim', fields: { label }, at });
    expect(rename('  ')).toThrow('a layer needs a name');
    expect(rename('QUOTE')).toThrow('there is a layer called “QUOTE” already');
    expect(rename('Claim ')).not.toThrow();
    expect(() => addValue(project, { ...kind, label: 'Denial' })).toThrow('already');
  });
});

describe('ids of new parts', () => {
  it('come from the label, and are none that the codebook or an annotation has', () => {
    const lost = apply(project, deleteLayer(project, { layer: 'claim', fate: 'keep', at }));
    const again = apply(lost, addLayer(lost, { label: 'Claim', key: 'c', at }));
    expect(again.codebook.layers.at(-1)).toMatchObject({ id: 'claim-2', label: 'Claim' });
    const back = apply(lost, addLayer(lost, { label: 'Claim', key: 'c', id: 'claim', at }));
    expect(back.codebook.layers.at(-1)!.id).toBe('claim');
    const named = (label: string) => {
      const next = apply(project, addValue(project, { ...kind, label }));
      const attribute = layerOf(next.codebook, 'claim')!.attributes[0]!;
      return 'values' in attribute ? attribute.values.at(-1)!.id : '';
    };
    expect(named('Ça ira, 2 fois!')).toBe('ca-ira-2-fois');
    expect(named('2 of 3')).toBe('value-2-of-3');
    expect(named('主張')).toBe('value');
  });
});

describe('deleting a value', () => {
  const by = (to: string | null) => deleteValue(project, { ...kind, value: 'denial', to });

  it('moves it to another', () => {
    const after = apply(project, by('allegation'));
    expect(labels(after.codebook, 'claim')).not.toContain('denial');
    expect(['a', 'b', 'c'].map((id) => get(after, id).attributes.kind)).toEqual([
      'allegation',
      'factual',
      'allegation',
    ]);
    expect(get(after, 'a').updatedAt).toBe(at);
    expect(get(after, 'b')).toBe(get(project, 'b'));
  });

  it('or unsets it, and undo brings all back, the version too', () => {
    const change = by(null);
    const after = apply(project, change);
    expect(get(after, 'a').attributes).toEqual({});
    expect(after.codebook.version).toBe('1.1');
    const undone = apply(after, invert(change));
    expect(undone).toEqual(project);
    expect(undone.codebook.version).toBe('1.0');
  });

  it('takes the default along', () => {
    const after = apply(project, deleteValue(project, { ...kind, value: 'factual', to: 'opinion' }));
    expect(layerOf(after.codebook, 'claim')!.attributes[0]).toMatchObject({ default: 'opinion' });
    const none = apply(project, deleteValue(project, { ...kind, value: 'factual', to: null }));
    expect(layerOf(none.codebook, 'claim')!.attributes[0]).not.toHaveProperty('default');
  });

  it('of several keeps the others', () => {
    const several = apply(project, setAttributeKind(project, { ...kind, kind: 'multiple' }));
    const two = claim('d', { attributes: { kind: ['denial', 'opinion'] } });
    const made = apply(several, { annotations: { d: [null, two] } });
    const to = (value: string | null) =>
      get(apply(made, deleteValue(made, { ...kind, value: 'denial', to: value })), 'd').attributes.kind;
    expect(to(null)).toEqual(['opinion']);
    expect(to('opinion')).toEqual(['opinion']);
    expect(to('factual')).toEqual(['factual', 'opinion']);
  });
});

describe('deleting an attribute', () => {
  it('keeps or removes what annotations have for it', () => {
    const kept = apply(project, deleteAttribute(project, { ...kind, keep: true }));
    expect(kept.annotations).toBe(project.annotations);
    const removed = apply(project, deleteAttribute(project, { ...kind, keep: false }));
    expect(get(removed, 'b').attributes).toEqual({ verdict: 'refuted' });
  });
});

describe('deleting a layer', () => {
  it('keeps its annotations, removes them, or moves them', () => {
    const by = (fate: Parameters<typeof deleteLayer>[1]['fate']) =>
      apply(project, deleteLayer(project, { layer: 'claim', fate, at }));
    expect(by('keep').annotations).toBe(project.annotations);
    expect([...allAnnotations(by('delete'))].map(({ id }) => id)).toEqual(['q']);
    expect([...allAnnotations(by({ to: 'quote' }))].map(({ layer }) => layer)).toEqual(
      Array(4).fill('quote'),
    );
  });

  it('moves no annotation of a whole article to a layer of passages', () => {
    const whole = apply(project, {
      annotations: { w: [null, claim('w', { layer: 'sentiment', spans: [] })] },
    });
    const by = (to: string) => () => deleteLayer(whole, { layer: 'sentiment', fate: { to }, at });
    expect(by('claim')).toThrow('whole article');
    expect(by('frame')).not.toThrow();
  });

  it('leaves no role that speaks of it', () => {
    const after = apply(project, deleteLayer(project, { layer: 'quote', fate: 'delete', at }));
    const roles = after.codebook.layers.flatMap((layer) => layer.roles);
    expect(roles.filter(({ inherits, layers }) => inherits || layers?.includes('quote'))).toEqual([]);
    const role = apply(project, deleteRole(project, { layer: 'quote', role: 'source', keep: false, at }));
    expect(role.codebook.layers.flatMap((layer) => layer.roles).filter(({ inherits }) => inherits)).toEqual(
      [],
    );
  });

  it('settles the annotations of a layer that is lost already', () => {
    const lost = apply(project, deleteLayer(project, { layer: 'claim', fate: 'keep', at }));
    const after = apply(lost, deleteLayer(lost, { layer: 'claim', fate: { to: 'quote' }, at }));
    expect(get(after, 'a').layer).toBe('quote');
    expect(after.codebook).toBe(lost.codebook);
  });
});

describe('another kind of attribute', () => {
  const as = (of: Project, to: Parameters<typeof setAttributeKind>[1]['kind']) =>
    apply(of, setAttributeKind(of, { ...kind, kind: to }));

  it('says the values in the new kind, and back again', () => {
    const text = as(project, 'text');
    expect(get(text, 'a').attributes.kind).toBe('denial');
    const chosen = as(text, 'choice');
    expect(get(chosen, 'a').attributes.kind).toBe('denial');
    expect(labels(chosen.codebook, 'claim')).toEqual(['denial', 'factual']);
    const several = as(project, 'multiple');
    expect(get(several, 'a').attributes.kind).toEqual(['denial']);
    expect(get(as(several, 'choice'), 'a').attributes.kind).toBe('denial');
  });

  it('leaves alone what cannot be said in it', () => {
    const number = as(project, 'number');
    expect(get(number, 'a').attributes.kind).toBe('denial');
    expect(isPossible(layerOf(number.codebook, 'claim')!.attributes[0]!, 'denial')).toBe(false);
  });
});

describe('keys, scales and roles', () => {
  it('a key is one letter that no other layer has', () => {
    const key = (letter: string) => () => editLayer(project, { layer: 'claim', fields: { key: letter }, at });
    expect(key('q')).toThrow('“q” is the key of Quote');
    expect(key('7')).toThrow('one letter');
    expect(key('c')).not.toThrow();
  });

  it('a scale rises, and a default it no longer holds goes', () => {
    const scale = { layer: 'sentiment', attribute: 'polarity', at };
    const by = (fields: Parameters<typeof editAttribute>[1]['fields']) =>
      editAttribute(project, { ...scale, fields });
    expect(() => by({ min: 3 })).toThrow('rises');
    expect(() => by({ max: 30 })).toThrow('20');
    expect(() => by({ default: 9 })).toThrow('no value 9');
    const after = apply(project, by({ min: 1 }));
    expect(layerOf(after.codebook, 'sentiment')!.attributes[0]).not.toHaveProperty('default');
  });

  it('a role points at something', () => {
    const role = { layer: 'quote', role: 'source', at };
    expect(() => editRole(project, { ...role, fields: { targets: [] } })).toThrow('point at something');
  });
});

/** Edits by number, those that change what a tag means and those that do not. */
const EDITS: readonly ((project: Project, text: string) => Change)[] = [
  (of, text) => editLayer(of, { layer: 'claim', fields: { description: text }, at }),
  (of) => editLayer(of, { layer: 'claim', fields: { colour: 'neutral', form: 'edge' }, at }),
  (of) => moveLayer(of, { layer: 'claim', to: 2 }),
  (of) => setLayerOn(of, { layer: 'frame', on: true }),
  (of) => moveAttribute(of, { ...kind, to: 2 }),
  (of) => moveValue(of, { ...kind, value: 'denial', to: 0 }),
  (of, text) => editValue(of, { ...kind, value: 'denial', fields: { description: text } }),
  (of, text) => addLayer(of, { label: `L ${text} ${of.codebook.layers.length}`, key: 'z', at }),
  (of, text) => addAttribute(of, { layer: 'quote', label: `A ${text}`, kind: 'text', at }),
  (of, text) => addRole(of, { layer: 'quote', label: `R ${text}`, at }),
  (of) => setUnivocal(of, { univocal: true, at }),
  (of) => replaceCodebook(of, { codebook: DEFAULT_CODEBOOK, what: 'the built-in codebook', at }),
  (of) => replaceCodebook(of, { codebook: { ...ODD_CODEBOOK, version: '1.0' }, what: 'a file', at }),
];

describe('the version', () => {
  it('is another one exactly when a tag may mean something else, and none ever means two things', () => {
    const steps = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.constantFrom('x', 'y', 'z'), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(steps, (list) => {
        const known = new Map([[project.codebook.version, project.codebook]]);
        let now = project;
        for (const [edit, text, tag] of list) {
          let change: Change;
          try {
            change = EDITS[edit]!(now, text);
          } catch {
            continue; // the layer or name is not there, or there already
          }
          const before = now.codebook;
          now = apply(now, change);
          const { version, history } = now.codebook;
          expect(version === before.version).toBe(sameMeaning(before, now.codebook));
          if (version !== before.version) expect(history!.at(-1)!.version).toBe(version);
          const namesake = known.get(version);
          if (namesake) expect(sameMeaning(namesake, now.codebook)).toBe(true);
          known.set(version, now.codebook);
          if (!tag) continue;
          const id = `t${known.size}-${now.annotations.size}`;
          const mark = claim(id, { codebookVersion: version });
          if (!findAnnotation(now, id)) now = apply(now, { annotations: { [id]: [null, mark] } });
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('goes on from 1.9 to 1.10, and past versions that annotations were made with', () => {
    const of = (version: string, used: readonly string[] = []) => {
      const made = used.map((codebookVersion, n) => claim(`v${n}`, { codebookVersion }));
      const base = { ...projectOf([article], made), codebook: { ...DEFAULT_CODEBOOK, version } };
      return apply(base, addLayer(base, { label: 'Irony', key: 'z', at })).codebook.version;
    };
    expect(of('1.9')).toBe('1.10');
    expect(of('2.0-β')).toBe('2.0-β.1');
    expect(of('1.0', ['1.1', '1.2'])).toBe('1.3');
  });
});
