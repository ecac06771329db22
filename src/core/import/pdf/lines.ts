/** A run of text as a PDF places it, in points; y grows upwards. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The height of the type. */
  readonly size: number;
  /** Does the line end after it? */
  readonly ends: boolean;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** Joins the runs of a page to lines, in the order of the file; blanks are put where runs stand apart. */
export function linesOf(runs: readonly PdfRun[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { parts: string[]; x: number; right: number; y: number; size: number } | null = null;
  const close = () => {
    if (!open) return;
    const text = open.parts.join('').replace(/\s+/gu, ' ').trim();
    if (text !== '') lines.push({ text, x: open.x, right: open.right, y: open.y, size: open.size });
    open = null;
  };
  for (const run of runs) {
    const size: number = run.size || open?.size || 1;
    if (open && run.text.trim() !== '' && Math.abs(run.y - open.y) > 0.5 * Math.max(size, open.size)) close();
    if (run.text !== '') {
      if (!open) open = { parts: [], x: run.x, right: run.x, y: run.y, size };
      // More than a fifth of the type's height is a space; less is kerning.
      if (run.x - open.right > 0.2 * size) open.parts.push(' ');
      open.parts.push(run.text);
      if (run.text.trim() !== '') {
        open.right = Math.max(open.right, run.x + run.width);
        // A drop cap or a raised figure does not make the line a large one.
        if (run.text.length > 3) open.size = size;
      }
    }
    if (run.ends) close();
  }
  close();
  return lines;
}
