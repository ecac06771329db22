import { textProblem } from '../carriable';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { positionOf } from '../position';

/**
 * Throws a FormatError, with its place, when the file holds what no file may hold (NUL, half a character). `firstLine` is
 * the line on which `data` begins.
 */
export function checkFile({ path, data }: FormatFile, firstLine = 1): void {
  const problem = textProblem(data);
  if (!problem) return;
  const { line, column } = positionOf(data, data.search(/\0|\p{Surrogate}/u));
  throw new FormatError(problem, path, firstLine + line - 1, column);
}

/** The text itself; throws an Error when there is none, or one that no file could carry. `what` has no text. */
export function checkedText(text: unknown, what: string): string {
  if (typeof text !== 'string') throw new Error(`${what} has no text`);
  const problem = textProblem(text);
  if (problem) throw new Error(problem);
  return text;
}
