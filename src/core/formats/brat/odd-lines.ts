/** What stands in an article's note before lines of an .ann file that are no annotations. */
const HEADING = 'Lines of the brat file that are no annotations:';

/** Odd lines as a part of an article's note, where a project can hold them; '' for none. */
export function remarkOf(odd: readonly string[]): string {
  return odd.length === 0 ? '' : [HEADING, ...odd].join('\n');
}

/** The odd lines that a note holds: all that follows the heading. */
export function oddLinesOf(note: string | undefined): readonly string[] {
  const [, ...parts] = `\n${note ?? ''}`.split(`\n${HEADING}\n`);
  return parts.flatMap((part) => part.split('\n').filter((line) => line.trim() !== ''));
}
