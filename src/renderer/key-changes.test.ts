import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

// The chords are told apart by the system; the tests stand on none.
vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { holderOf, withBuiltIn, withKey } = await import('./key-changes');
const { chordsOf } = await import('./keys');

const ACTIONS = [
  { id: 'undo', keys: ['Mod+z'] },
  { id: 'find', keys: ['Mod+f', '/'] },
  { id: 'library', keys: ['F9', '\\'] },
  { id: 'theme' },
  { id: 'claim', keys: ['c'] },
];
const IDS = ACTIONS.map(({ id }) => id);
const CHORDS = ['Mod+z', 'Mod+f', '/', 'F9', '\\', 'c', 'x', 'Alt+x', ''];
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id: fc.constantFrom(...IDS), chord: fc.constantFrom(...CHORDS) }) },
  { weight: 1, arbitrary: fc.record({ id: fc.constantFrom(...IDS), chord: fc.constant(null) }) },
);
const steps = fc.array(step, { maxLength: 12 });

const changed = (list: readonly { id: string; chord: string | null }[]) =>
  list.reduce<Readonly<Record<string, string>>>(
    (own, { id, chord }) =>
      chord === null ? withBuiltIn(ACTIONS, own, id) : withKey(ACTIONS, own, id, chord),
    {},
  );
const chords = (own: Readonly<Record<string, string>>) => ACTIONS.flatMap((action) => chordsOf(action, own));

describe('changing keys', () => {
  it('never leaves one chord with two actions', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const all = chords(changed(list));
        expect(new Set(all).size).toBe(all.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives an action the chord it was given, and touches no one but its holder', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...IDS), fc.constantFrom(...CHORDS), (list, id, chord) => {
        const before = changed(list);
        const holder = chord === '' ? undefined : holderOf(ACTIONS, before, id, chord);
        const own = withKey(ACTIONS, before, id, chord);
        for (const action of ACTIONS) {
          if (action.id === id) expect(chordsOf(action, own)).toEqual(chord === '' ? [] : [chord]);
          else if (action.id !== holder?.id) expect(chordsOf(action, own)).toEqual(chordsOf(action, before));
          else expect(chordsOf(action, own)).not.toContain(chord);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no key from an action that a swap could have kept', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...IDS), fc.constantFrom(...CHORDS), (list, id, chord) => {
        const before = changed(list);
        fc.pre(chord !== '' && chordsOf(ACTIONS.find((next) => next.id === id)!, before).length > 0);
        const without = (own: Readonly<Record<string, string>>) =>
          ACTIONS.filter((action) => chordsOf(action, own).length === 0).map((action) => action.id);
        expect(without(withKey(ACTIONS, before, id, chord))).toEqual(without(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('brings the built-in keys of one action back, and those of all when each was asked', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...IDS), (list, id) => {
        const action = ACTIONS.find((next) => next.id === id)!;
        expect(chordsOf(action, withBuiltIn(ACTIONS, changed(list), id))).toEqual(action.keys ?? []);
        const all = IDS.reduce((own, next) => withBuiltIn(ACTIONS, own, next), changed(list));
        expect(all).toEqual({});
      }),
      { numRuns: 1000 },
    );
  });
});
