import { textProblem } from '../carriable';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { positionOf } from '../position';

/** Throws a FormatError, with its place, when the file holds what no file may hold (NUL, half a character). */
export function checkFile({ path, data }: FormatFile): void {
  const problem = textProblem(data);
  if (!problem) return;
  const { line, column } = positionOf(data, data.search(/\0|\p{Surrogate}/u));
  throw new FormatError(problem, path, line, column);
}
