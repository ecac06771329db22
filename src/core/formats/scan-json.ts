/** Deeper nesting is refused: JSON.stringify fails at about 2,450 levels, and nothing of ours has ten. */
export const MAX_DEPTH = 200;

/** Where JSON text stops being JSON. `offset` is in UTF-16 code units. */
export class JsonFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

export interface JsonScan {
  /** Offsets of keys that their object had before: JSON.parse keeps only the last of each. */
  readonly duplicateKeys: readonly number[];
  /** Offset of the value at the path asked for, if it is there. */
  readonly found: number | undefined;
}

const QUOTE = 34;
const BACKSLASH = 92;
const LITERALS = ['true', 'false', 'null'];
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;

/**
 * Walks JSON text (RFC 8259) without building values: finds the first thing wrong, keys given twice, and the
 * value at `path`. Needed because JSON.parse tells positions differently in every engine, or not at all, and
 * says nothing of duplicate keys and depth. Throws JsonFault.
 */
export function scanJson(text: string, path?: readonly (string | number)[]): JsonScan {
  const duplicateKeys: number[] = [];
  let found: number | undefined;
  let at = 0;

  const fault = (message: string): never => {
    throw new JsonFault(at < text.length ? message : 'the text ends too early', at);
  };
  const space = () => {
    for (let code = text.charCodeAt(at); code === 32 || code === 10 || code === 13 || code === 9; ) {
      code = text.charCodeAt(++at);
    }
  };
  const string = () => {
    const start = at;
    if (text.charCodeAt(at) !== QUOTE) fault('a string in double quotes was expected');
    at++;
    for (;;) {
      let code = text.charCodeAt(at);
      while (code !== QUOTE && code !== BACKSLASH && code >= 32) code = text.charCodeAt(++at);
      if (code === QUOTE) break;
      if (code !== BACKSLASH) fault('a string holds a raw control character');
      at++;
      if (text[at] === 'u' && /^[0-9a-fA-F]{4}/.test(text.slice(at + 1, at + 5))) at += 5;
      else if ('"\\/bfnrt'.includes(text[at] ?? 'x')) at++;
      else fault('an escape that JSON does not know');
    }
    at++;
    return start;
  };
  const literal = () => {
    const word = LITERALS.find((known) => text.startsWith(known, at));
    NUMBER.lastIndex = at;
    const length = word?.length ?? NUMBER.exec(text)?.[0].length;
    if (length === undefined) fault('a value was expected');
    else at += length;
  };
  /** `matched`: how much of the path leads here; -1 = this is elsewhere. */
  const value = (depth: number, matched: number) => {
    space();
    if (path && matched === path.length) found = at;
    const open = text[at];
    if (open === '"') string();
    else if (open !== '{' && open !== '[') literal();
    else if (depth === MAX_DEPTH) fault(`nested more than ${MAX_DEPTH} levels deep`);
    else group(open, depth, matched);
  };
  const group = (open: '{' | '[', depth: number, matched: number) => {
    const close = open === '{' ? '}' : ']';
    at++;
    space();
    if (text[at] === close) {
      at++;
      return;
    }
    const keys = new Set<string>();
    for (let index = 0; ; index++) {
      let step: string | number = index;
      if (open === '{') {
        space();
        const start = string();
        step = keyOf(text.slice(start, at));
        if (keys.has(step)) duplicateKeys.push(start);
        keys.add(step);
        space();
        if (text[at] !== ':') fault('a colon was expected');
        at++;
      }
      value(depth + 1, path && matched >= 0 && path[matched] === step ? matched + 1 : -1);
      space();
      if (text[at] === close) break;
      if (text[at] !== ',') fault(`"," or "${close}" was expected`);
      at++;
    }
    at++;
  };

  value(0, 0);
  space();
  if (at < text.length) fault('something follows the end of the JSON');
  return { duplicateKeys, found };
}

/** The key that a string of JSON is; most are as they are written. */
function keyOf(written: string): string {
  return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
}
