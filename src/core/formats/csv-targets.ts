import type { Target } from '../project/model';
import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';

/** Passages in a cell: "12..18 30..42", code points, end exclusive. Spreadsheets leave this form alone. */
export function passagesCell(spans: readonly Span[], offsets: Offsets): string {
  return spans.map(({ start, end }) => `${offsets.fromUtf16(start)}..${offsets.fromUtf16(end)}`).join(' ');
}

/** The passages of a cell, in UTF-16. Throws an Error for anything else than passagesCell writes. */
export function passagesOfCell(cell: string, offsets: Offsets): readonly Span[] {
  if (cell.trim() === '') return [];
  return cell
    .trim()
    .split(/\s+/)
    .map((passage) => {
      const [, start, end] = /^(\d+)\.\.(\d+)$/.exec(passage) ?? [];
      if (start === undefined || end === undefined)
        throw new Error(`“${passage}” is not a passage like 12..18`);
      return { start: offsets.toUtf16(Number(start)), end: offsets.toUtf16(Number(end)) };
    });
}

/** What a role points at: "speaker:ada-ek; annotation:a7; claim:c2; author; 12..18 30..42". */
export function targetsCell(targets: readonly Target[], offsets: Offsets): string {
  return targets
    .map((target) => {
      if ('spans' in target) return passagesCell(target.spans, offsets);
      if ('author' in target) return 'author';
      const [[kind, id]] = Object.entries(target) as [[string, string]];
      return `${kind}:${id}`;
    })
    .join('; ');
}

/** The targets of a cell. Throws an Error for anything else than targetsCell writes. */
export function targetsOfCell(cell: string, offsets: Offsets): readonly Target[] {
  if (cell.trim() === '') return [];
  return cell.split(';').map((part): Target => {
    const text = part.trim();
    if (text === 'author') return { author: true };
    const [, kind, id] = /^(speaker|claim|annotation):(.+)$/.exec(text) ?? [];
    if (kind === 'speaker' && id) return { speaker: id };
    if (kind === 'claim' && id) return { claim: id };
    if (kind === 'annotation' && id) return { annotation: id };
    return { spans: passagesOfCell(text, offsets) };
  });
}
