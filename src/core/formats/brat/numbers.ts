/** Every id that lines begin with or mention: "T5", "#2". */
export function idsIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.match(/[A-Za-z#]\d+/g) ?? []));
}

/** 1, 2, 3 … without those whose ids are taken. */
export function* freeNumbers(prefix: string, taken: ReadonlySet<string>): Generator<number, never> {
  for (let number = 1; ; number++) if (!taken.has(`${prefix}${number}`)) yield number;
}

/** The ids that lines bear themselves. */
export function idsOf(lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.map((line) => line.split('\t', 1)[0]!));
}

/**
 * The id in the id of an annotation that came from a line ("T5" of "ferry-t5", "E2" of "ferry-e2"), so that it is
 * written with that id again, and lines that were kept as they are still mean what they meant.
 */
export function lineIdOf(id: string, articleId: string): string | undefined {
  if (!id.startsWith(`${articleId}-`)) return undefined;
  return /^[te][1-9]\d{0,8}$/.exec(id.slice(articleId.length + 1))?.[0].toUpperCase();
}
