import { manyTimes, oddNumber, oddWord } from './odd-values';
import type { Random } from './random';

type Tree = null | boolean | number | string | Tree[] | { [key: string]: Tree };

/** A value somewhere in a tree, by what holds it. */
interface Slot {
  readonly holder: Tree[] | { [key: string]: Tree };
  readonly key: string | number;
}

const LITERALS: readonly Tree[] = [
  null,
  true,
  false,
  0,
  -1,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  1e21,
  '',
  [],
  {},
  [[]],
  [null],
];

/**
 * Changes values of JSON, or of one line of JSON Lines, and keeps it JSON, so that more than the parser is reached.
 * Null when it is neither. `other`: JSON to take values of.
 */
export function mutateJson(text: string, other: string, random: Random): string | null {
  const whole = parsed(text);
  if (whole !== undefined) return print(changed(whole, parsed(other) ?? null, random), random);
  const lines = text.split('\n');
  const at = random.int(lines.length);
  const line = parsed(lines[at]!);
  if (line === undefined) return null;
  const piece = parsed(random.pick(other.split('\n'))) ?? null;
  return lines.with(at, print(changed(line, piece, random), random)).join('\n');
}

function parsed(text: string): Tree | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, '')) as Tree;
  } catch {
    return undefined;
  }
}

/** A key __proto__ is written as such, and numbers that JSON.stringify has no word for. */
function print(tree: Tree, random: Random): string {
  const text = JSON.stringify(tree) ?? 'null';
  return random.chance(0.05) ? text.replace(/-?\d+/, oddNumber(random)) : text;
}

function changed(tree: Tree, other: Tree, random: Random): Tree {
  const root = { root: tree };
  const slots: Slot[] = [];
  collect(root, slots);
  for (let times = random.chance(0.7) ? 1 : 1 + random.int(4); times > 0; times--)
    change(random.pick(slots), slots, other, random);
  return root.root;
}

function change(slot: Slot, slots: readonly Slot[], other: Tree, random: Random): void {
  const { holder, key } = slot;
  const value = get(holder, key);
  const what = random.int(9);
  if (what > 1) set(holder, key, instead(value, slots, other, random));
  else if (what === 0 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (what === 0) Reflect.deleteProperty(holder, key);
  else if (Array.isArray(holder)) holder.splice(random.int(holder.length + 1), 0, structuredClone(value));
  else set(holder, random.chance(0.4) ? '__proto__' : oddWord(random), structuredClone(value));
}

/** What may stand for a value. */
function instead(value: Tree, slots: readonly Slot[], other: Tree, random: Random): Tree {
  switch (random.int(7)) {
    case 0:
      return structuredClone(random.pick(LITERALS));
    case 1:
      return random.chance(0.2) ? manyTimes(random) : oddWord(random);
    case 2:
      return Number(oddNumber(random, typeof value === 'number' ? value : 0));
    case 3: {
      const { holder, key } = random.pick(slots);
      return structuredClone(get(holder, key));
    }
    case 4: {
      if (typeof value === 'string') return edited(value, random);
      return random.chance(0.5) ? [value] : { [oddWord(random)]: value };
    }
    case 5: {
      const theirs: Slot[] = [];
      collect({ root: other }, theirs);
      const { holder, key } = random.pick(theirs);
      return structuredClone(get(holder, key));
    }
    default: {
      let deep = value;
      for (let levels = random.chance(0.1) ? 250 : random.int(5); levels > 0; levels--) deep = [deep];
      return deep;
    }
  }
}

function edited(value: string, random: Random): string {
  const at = random.int(value.length + 1);
  const given = random.chance(0.2) ? manyTimes(random) : oddWord(random);
  return value.slice(0, at) + given + value.slice(at + random.int(3));
}

function get(holder: Slot['holder'], key: string | number): Tree {
  return (holder as { readonly [key: string]: Tree })[key] ?? null;
}

/** Also for a key __proto__, which would otherwise go to the setter. */
function set(holder: Slot['holder'], key: string | number, value: Tree): void {
  Object.defineProperty(holder, key, { value, configurable: true, enumerable: true, writable: true });
}

/** At most so many values of a tree are chosen of. */
const MOST = 3_000;

function collect(holder: Slot['holder'], slots: Slot[]): void {
  for (const [key, value] of Object.entries(holder)) {
    if (slots.length >= MOST) return;
    slots.push({ holder, key });
    if (typeof value === 'object' && value !== null) collect(value, slots);
  }
}
