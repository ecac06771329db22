/** Collects text as a browser lays it out: white space collapsed, lines broken only where told. */
export interface LineWriter {
  /** Adds text; runs of ASCII white space become one space, none at a line's start. */
  add(text: string): void;
  /** Adds text as it stands, as in `<pre>`. */
  addVerbatim(text: string): void;
  /** Breaks the line, at most `most` times in a row; false when that many breaks are there already. */
  breakLine(most: number): boolean;
  /** Hands out what was collected, trimmed, and begins anew. */
  take(): string;
}

/** A writer with nothing in it. No-break spaces are kept: they are not collapsed on the screen either. */
export function lineWriter(): LineWriter {
  let parts: string[] = [];
  let tail = '\n';
  const push = (text: string) => {
    if (text === '') return;
    parts.push(text);
    tail = text.length > 1 ? text.slice(-2) : (tail + text).slice(-2);
  };
  return {
    add(text) {
      const collapsed = text.replace(/[ \t\n\f\r]+/gu, ' ');
      push(/[ \n]$/u.test(tail) && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed);
    },
    addVerbatim: push,
    breakLine(most) {
      if (parts.length === 0) return true;
      if (tail.endsWith('\n'.repeat(most))) return false;
      push('\n');
      return true;
    },
    take() {
      // Line by line: a pattern for spaces before line ends takes n² steps on a `<pre>` of n spaces.
      const lines = parts.join('').split('\n');
      const text = lines
        .map((line) => line.trimEnd())
        .join('\n')
        .trim();
      parts = [];
      tail = '\n';
      return text;
    },
  };
}
