import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryStory } from '../project/change.arbitrary';
import { apply, invert, isEmpty, NO_CHANGE } from './change';
import type { History } from './history';
import { DEPTH, EMPTY_HISTORY, prolong, record, redo, undo } from './history';

const entry = (label: string) => ({
  label,
  change: { claims: { c1: [null, { id: 'c1', wording: label, note: '' }] } } as const,
});

describe('history', () => {
  it('walks back to the first state and forward again to the last, step by step', () => {
    fc.assert(
      fc.property(arbitraryStory(4), ({ states, changes }) => {
        const kept = changes.filter((change) => !isEmpty(change));
        const moments = states.filter((_, at) => at === 0 || !isEmpty(changes[at - 1]!));
        let history = EMPTY_HISTORY;
        changes.forEach((change, at) => {
          history = record(history, { label: `step ${at}`, change });
        });
        let project = states.at(-1)!;
        for (let at = kept.length - 1; at >= 0; at--) {
          const back = undo(history)!;
          history = back.history;
          project = apply(project, back.entry.change);
          expect(project).toEqual(moments[at]);
        }
        expect(undo(history)).toBeNull();
        for (let at = 0; at < kept.length; at++) {
          const forth = redo(history)!;
          history = forth.history;
          project = apply(project, forth.entry.change);
          expect(project).toEqual(moments[at + 1]);
        }
        expect(redo(history)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('agrees with two stacks kept by hand, whatever is done in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('do', 'nothing', 'undo', 'redo'), { maxLength: 30 }),
        (actions) => {
          let history: History = EMPTY_HISTORY;
          const done: string[] = [];
          let undone: string[] = [];
          actions.forEach((action, at) => {
            if (action === 'do') {
              history = record(history, entry(`${at}`));
              done.push(`${at}`);
              undone = [];
            } else if (action === 'nothing') {
              expect(record(history, { label: 'nothing', change: NO_CHANGE })).toBe(history);
            } else {
              const [from, to] = action === 'undo' ? [done, undone] : [undone, done];
              const label = from.pop();
              const found = action === 'undo' ? undo(history) : redo(history);
              expect(found?.entry.label).toBe(label);
              if (label === undefined || !found) return;
              to.push(label);
              history = found.history;
              const { change } = entry(label);
              expect(found.entry.change).toEqual(action === 'undo' ? invert(change) : change);
            }
            expect(history.done.map(({ label }) => label)).toEqual(done);
            expect(history.undone.map(({ label }) => label)).toEqual(undone);
          });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps the latest gestures and lets go of the oldest', () => {
    let history = EMPTY_HISTORY;
    for (let at = 0; at < DEPTH + 3; at++) history = record(history, entry(`${at}`));
    expect(history.done.map(({ label }) => label)).toEqual(
      Array.from({ length: DEPTH }, (_, at) => `${at + 3}`),
    );
  });

  it('changes no history that somebody else still holds', () => {
    const one = record(EMPTY_HISTORY, entry('one'));
    const two = record(one, entry('two'));
    undo(two);
    record(one, entry('three'));
    expect(one.done.map(({ label }) => label)).toEqual(['one']);
    expect(two.done.map(({ label }) => label)).toEqual(['one', 'two']);
    expect(EMPTY_HISTORY).toEqual({ done: [], undone: [] });
  });

  it('takes back a prolonged gesture in one step, and leaves none that came to nothing', () => {
    fc.assert(
      fc.property(arbitraryStory(4), ({ states, changes }) => {
        const [first, ...more] = changes;
        const before = record(EMPTY_HISTORY, entry('earlier'));
        let history = record(before, { label: 'write', change: first! });
        fc.pre(!isEmpty(first!));
        for (const [at, change] of more.entries()) {
          history = prolong(history, { label: 'write', change });
          const now = states[at + 2]!;
          if (history.done.length === 1) return expect(now).toEqual(states[0]);
          expect(apply(now, undo(history)!.entry.change)).toEqual(states[0]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
