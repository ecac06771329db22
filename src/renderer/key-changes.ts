import type { Action } from './actions/action';
import { chordsOf } from './keys';

/** Action id -> chord, where a person chose another than the built-in one; '' = none. */
export type OwnKeys = Readonly<Record<string, string>>;
type Keyed = Pick<Action, 'id' | 'keys'>;

/** The other action that has this chord, if any. */
export function holderOf<A extends Keyed>(
  actions: readonly A[],
  own: OwnKeys,
  id: string,
  chord: string,
): A | undefined {
  return actions.find((action) => action.id !== id && chordsOf(action, own).includes(chord));
}

/** What is left to the holder of a chord that `id` takes: another chord of its own, else the one `id` had, else none. */
export function leftTo(holder: Keyed, action: Keyed, own: OwnKeys, chord: string): string {
  const rest = chordsOf(holder, own).find((next) => next !== chord);
  return rest ?? chordsOf(action, own).find((next) => next !== chord) ?? '';
}

/** The keys after `id` was given this chord ('' = none). Whoever had it keeps another, or swaps. */
export function withKey(actions: readonly Keyed[], own: OwnKeys, id: string, chord: string): OwnKeys {
  const action = actions.find((next) => next.id === id);
  if (!action) throw new Error(`no action ${id}`);
  const holder = chord === '' ? undefined : holderOf(actions, own, id, chord);
  const taken = holder ? { [holder.id]: leftTo(holder, action, own, chord) } : {};
  return plainest(actions, { ...own, ...taken, [id]: chord });
}

/** The keys with the built-in ones of `id` back. Whoever was given one of those gets its own back, too. */
export function withBuiltIn(actions: readonly Keyed[], own: OwnKeys, id: string): OwnKeys {
  const action = actions.find((next) => next.id === id);
  const { [id]: _, ...rest } = own;
  let next: OwnKeys = rest;
  for (const chord of action?.keys ?? []) {
    const holder = holderOf(actions, next, id, chord);
    if (holder && next[holder.id] !== undefined) next = withBuiltIn(actions, next, holder.id);
  }
  return next;
}

/** Without what only says again what is built in. */
function plainest(actions: readonly Keyed[], own: OwnKeys): OwnKeys {
  const kept = Object.entries(own).filter(([id, chord]) => {
    const keys = actions.find((action) => action.id === id)?.keys;
    return keys?.length !== 1 || keys[0] !== chord;
  });
  return Object.fromEntries(kept);
}
