import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inPortions } from '../core/change/portions';
import { arbitraryStory } from '../core/project/change.arbitrary';
import { parseChange } from '../core/project/validate';
import { IncomingChanges } from './incoming-changes';
import { listInPortions, OutgoingLists } from './outgoing-lists';

test('changes that come in portions at the same time are each made whole, once', () =>
  fc.assert(
    fc.property(arbitraryStory(2), ({ changes }) => {
      const incoming = new IncomingChanges();
      const queues = changes.map((change) => [...inPortions(change, 500)]);
      for (let at = 0; queues.some((queue) => at < queue.length); at++)
        queues.forEach((queue, number) => {
          if (at < queue.length) incoming.take(`change-${number}`, queue[at]!);
        });
      changes.forEach((change, number) => {
        if (queues[number]!.length === 0) return;
        const handedOver = { handedOver: `change-${number}` };
        const whole = incoming.whole(handedOver);
        expect(whole).toEqual(parseChange(JSON.parse(JSON.stringify(change))));
        // Found valid already: it is not looked at again.
        expect(parseChange(whole)).toBe(whole);
        expect(() => incoming.whole(handedOver)).toThrow('did not arrive');
      });
    }),
    { numRuns: 200 },
  ));

test('a change of which a portion is not valid is not made at all', () => {
  const incoming = new IncomingChanges();
  incoming.take('change-1', '{"readings":{"a1":[null,{"id":"a1","status":"new","rejected":[]}]}}');
  expect(() => incoming.take('change-1', '{"readings":{"a2":[null,{"id":"a2"}]}}')).toThrow('readings');
  expect(() => incoming.whole({ handedOver: 'change-1' })).toThrow('did not arrive');
});

test('a list arrives whole and in order, in portions that do not grow with it; then whoever kept it is told', async () => {
  const outgoing = new OutgoingLists();
  const items = Array.from({ length: 500 }, (_, number) => ({ number, text: 'w'.repeat(2000) }));
  let taken = 0;
  const list = outgoing.keep(listInPortions(items), async () => void taken++);
  const arrived: unknown[] = [];
  for (let next = await outgoing.next(list); next !== ''; next = await outgoing.next(list)) {
    expect(taken).toBe(0);
    expect(next.length).toBeLessThan(210_000);
    arrived.push(...(JSON.parse(next) as unknown[]));
  }
  expect(arrived).toEqual(items);
  expect(taken).toBe(1);
  expect(await outgoing.next(list)).toBe('');
  expect(taken).toBe(1);
  const other = outgoing.keep(listInPortions(items), async () => void taken++);
  outgoing.forget(other);
  expect(await outgoing.next(other)).toBe('');
  expect(taken).toBe(1);
});
