/** Where a key of movement leads in a list of so many, or undefined for another key. */
export function goal(key: string, at: number, count: number, page = 10): number | undefined {
  if (count === 0) return undefined;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), count - 1);
}
