import { Socket as Datagrams } from 'node:dgram';
import dns from 'node:dns';
import { Socket } from 'node:net';

const ROOTS = [Object, Array, Function, String, Number, Boolean, RegExp, Date, Promise, Map, Set].flatMap(
  (root) => [root.prototype as object, root as object],
);

/** What is attempted that no reader may do, and what of the world readers share is another than it was. */
export interface Walls {
  /** What was wrong since the last time, or null. */
  breach(): string | null;
}

/** Closes the ways to the network, and remembers the prototypes. Files are closed by Node's own permissions (child). */
export function raiseWalls(): Walls {
  let reached: string | null = null;
  const refuse = (what: string) => (): never => {
    reached = what;
    throw new Error(`no reader may use ${what}`);
  };
  Socket.prototype.connect = refuse('the network');
  Datagrams.prototype.send = refuse('the network');
  Object.assign(dns, { lookup: refuse('names of the network') });
  Object.assign(dns.promises, { lookup: refuse('names of the network') });
  globalThis.fetch = refuse('fetch');
  const before = ROOTS.map(keysOf);
  return {
    breach() {
      const said = reached;
      reached = null;
      if (said) return `it reached for ${said}`;
      const at = ROOTS.findIndex((root, index) => keysOf(root) !== before[index]);
      return at < 0 ? null : `a prototype has other keys: ${keysOf(ROOTS[at]!)}`;
    },
  };
}

function keysOf(root: object): string {
  return Reflect.ownKeys(root).map(String).join();
}
