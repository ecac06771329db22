/** How one string lies over another, with the fewest insertions, deletions and substitutions. */
export interface Alignment {
  /** Where in `text` the pattern is at its unit `index`: before and after what was put in there. */
  readonly at: (index: number) => { readonly from: number; readonly to: number };
  /** The differences between two units of the pattern, without what was put in at either end. */
  readonly errors: (from: number, to: number) => number;
}

/**
 * Lays all of a pattern over all of a text: the table of Wagner and Fischer (1974), of pattern × text cells;
 * neither may be longer than 65,535 units.
 */
export function aligned(pattern: string, text: string): Alignment {
  const width = text.length + 1;
  const cost = new Uint16Array((pattern.length + 1) * width);
  for (let column = 0; column < width; column++) cost[column] = column;
  for (let row = 1; row <= pattern.length; row++) {
    const here = row * width;
    cost[here] = row;
    for (let column = 1; column < width; column++) {
      const above = here - width + column;
      const same = pattern.charCodeAt(row - 1) === text.charCodeAt(column - 1) ? 0 : 1;
      cost[here + column] = Math.min(cost[above - 1]! + same, cost[above]! + 1, cost[here + column - 1]! + 1);
    }
  }
  const [first, last] = path(pattern, text, cost);
  return {
    at: (index) => ({ from: first[index]!, to: last[index]! }),
    errors: (from, to) => cost[to * width + first[to]!]! - cost[from * width + last[from]!]!,
  };
}

/** Back along the cheapest way: the first and last column that it takes in each row. */
function path(pattern: string, text: string, cost: Uint16Array): readonly [Uint32Array, Uint32Array] {
  const width = text.length + 1;
  const first = new Uint32Array(pattern.length + 1);
  const last = new Uint32Array(pattern.length + 1);
  let [row, column] = [pattern.length, text.length];
  last[row] = column;
  while (row > 0 || column > 0) {
    const own = cost[row * width + column]!;
    const same = row > 0 && column > 0 && pattern[row - 1] === text[column - 1];
    if (row > 0 && column > 0 && own === cost[(row - 1) * width + column - 1]! + (same ? 0 : 1)) {
      first[row] = column;
      last[--row] = --column;
    } else if (row > 0 && own === cost[(row - 1) * width + column]! + 1) {
      first[row] = column;
      last[--row] = column;
    } else column--;
  }
  first[0] = 0;
  return [first, last];
}
