/**
 * How many edits a word of so many letters may be away: none up to 3 letters, one from 4, two from 8 on.
 */
export function editsAllowed(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2;
}

/**
 * Is `b` at most `most` edits away from `a`? An edit inserts, leaves out or replaces a letter, or swaps two
 * neighbours (Damerau's four; no letter is edited twice). Both are lists of code points. Only the diagonal
 * band that can hold so few edits is looked at.
 */
export function withinEdits(a: readonly number[], b: readonly number[], most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  const far = most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => Math.min(column, far));
  for (let row = 1; row <= a.length; row++) {
    const next = new Array<number>(b.length + 1).fill(far);
    if (row <= most) next[0] = row;
    let least = next[0]!;
    for (let column = Math.max(1, row - most); column <= Math.min(b.length, row + most); column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      next[column] = Math.min(cost, far);
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, so one row of too many edits is not yet the end.
    if (least > most && Math.min(...last) > most) return false;
    [beforeLast, last] = [last, next];
  }
  return last[b.length]! <= most;
}
