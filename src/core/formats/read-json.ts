import { InvalidError } from '../project/validate';
import { FormatError } from './format';
import { positionOf } from './position';
import { JsonFault, MAX_DEPTH, scanJson } from './scan-json';

/** JSON that was read, and the means to say where in the file something is wrong with it. */
export interface JsonReading {
  readonly value: unknown;
  /** The error to throw for the value at `path` (keys and indexes from the root). */
  faultAt(path: readonly (string | number)[], message: string): FormatError;
  /** What `read` makes of the value at `path`; its complaint becomes a FormatError that says where. */
  at<Value>(path: readonly (string | number)[], read: () => Value): Value;
  /** A sentence for each key that was given twice, up to twenty, and one for all others. */
  readonly warnings: readonly string[];
}

/** So many keys given twice are told by their places: each is counted from the beginning of the file. */
const MOST_TOLD = 20;

const NOTHING_ODD: { readonly duplicateKeys: readonly number[] } = { duplicateKeys: [] };

/**
 * Reads JSON text. `firstLine` is the line of the file on which it begins. Throws FormatError for malformed
 * text and for nesting over 200 levels. A byte order mark at the start is passed over.
 */
export function readJson(path: string, source: string, firstLine = 1): JsonReading {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const errorAt = (offset: number, message: string) => {
    const { line, column } = positionOf(text, offset);
    return new FormatError(message, path, firstLine + line - 1, column);
  };
  try {
    const printed = asPrinted(text);
    const { duplicateKeys } = printed === undefined ? scanJson(text) : NOTHING_ODD;
    const faultAt: JsonReading['faultAt'] = (steps, message) => {
      // What is missing has no place of its own: where it should be is the next best.
      const place = (path: typeof steps): number =>
        scanJson(text, path).found ?? (path.length > 0 ? place(path.slice(0, -1)) : 0);
      return errorAt(place(steps), message);
    };
    return {
      value: printed ?? JSON.parse(text),
      faultAt,
      at: (steps, read) => {
        try {
          return read();
        } catch (error) {
          const inner = error instanceof InvalidError ? error.path : [];
          throw faultAt([...steps, ...inner], error instanceof Error ? error.message : String(error));
        }
      },
      warnings: [
        ...duplicateKeys.slice(0, MOST_TOLD).map((offset) => {
          const { line, column } = positionOf(text, offset);
          return `${path}:${firstLine + line - 1}:${column}: the key is given twice; the last one counts`;
        }),
        ...(duplicateKeys.length > MOST_TOLD
          ? [`${path}: ${duplicateKeys.length - MOST_TOLD} more keys are given twice`]
          : []),
      ],
    };
  } catch (error) {
    if (error instanceof JsonFault) throw errorAt(error.offset, error.message);
    throw error;
  }
}

/** How text begins that has space in more places than between lines. */
const SPACED = /^\s*[[{]\s*?[ \t]|^[^\n]{0,200}?":\s/;

/**
 * The value of text that is just as JSON.stringify prints it, line breaks aside, as most of ours is: no key is given
 * twice there, and it need not be walked by its characters. Undefined for any other. A line break as it is cannot be
 * within a string.
 */
function asPrinted(text: string): unknown {
  if (SPACED.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    const printed = text.includes('\n') ? text.replaceAll('\n', '') : text;
    return JSON.stringify(value) === printed && isShallow(value, MAX_DEPTH) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  for (const inner of Array.isArray(value) ? value : Object.values(value))
    if (!isShallow(inner, depth - 1)) return false;
  return true;
}
