import { readPattern, Wrong } from './pattern-reader';

/** Why a text is no pattern. */
export interface PatternProblem {
  /** One sentence, with the position in it where that is known. */
  readonly message: string;
  /** Where, in UTF-16 units of the pattern; null when only the engine knows. */
  readonly at: number | null;
}

/** Says in plain words what is wrong with a pattern that the engine refused, and where. */
export function patternProblem(source: string, error: unknown): PatternProblem {
  try {
    readPattern(source);
  } catch (wrong) {
    if (!(wrong instanceof Wrong)) throw wrong;
    const place = Array.from(source.slice(0, wrong.at)).length + 1;
    return { message: `At character ${place}: ${wrong.message}.`, at: wrong.at };
  }
  const said = error instanceof Error ? error.message.replace(/^.*:\s*/s, '') : String(error);
  return { message: `This is not a pattern: ${said}.`, at: null };
}
