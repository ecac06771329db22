import { attributeOf, equivOf, eventOf, type Line, normalisationOf, relationOf } from './line-readers';
import { CARRIED } from './lines-print';
import type { BratLines, Note } from './model';
import { bestCounting, passagesOf, textBoundOf } from './text-bounds';
import type { Counting } from './units';

/** What the lines of an .ann file are, and which of them were odd. */
export interface ParsedLines extends BratLines {
  /** Numbers of the odd lines, from 1. */
  readonly oddLines: readonly number[];
  /** How offsets were counted. */
  readonly counting: Counting;
  /** Number of the first line with a passage, when no passage at all is what its line says. */
  readonly misplaced: number | null;
}

/**
 * Reads an .ann file about `text`. Never fails: lines that cannot be read, or whose words are not in the text where
 * they say, or that refer to what is not there, are odd. Offsets are counted in the way that fits most lines.
 */
export function parseLines(data: string, text: string): ParsedLines {
  const lines = data.split('\n').flatMap((raw, at): Line[] => {
    const whole = raw.replace(/\r$/, '');
    const [id = '', about = '', ...rest] = whole.split('\t');
    const joined = rest.length > 0 ? rest.join('\t') : undefined;
    return whole.trim() === '' ? [] : [{ number: at + 1, whole, id, data: about.trimEnd(), rest: joined }];
  });
  const seen = new Set<string>();
  const once = lines.filter(({ id }) => id === '*' || (!seen.has(id) && seen.add(id)));
  const read = new Set<Line>();
  const take = <Found>(prefix: string, reader: (line: Line) => Found | null): readonly Found[] =>
    once.flatMap((line) => {
      if (!line.id.startsWith(prefix) || !/^(?:[A-Za-z]+\d|#[A-Za-z]*\d|\*$)/.test(line.id)) return [];
      const found = reader(line);
      if (found !== null) read.add(line);
      return found === null ? [] : [found];
    });

  const passages = once.flatMap((line) => (line.id.startsWith('T') ? (passagesOf(line) ?? []) : []));
  const counting = bestCounting(text, passages);
  const placed = new Map(passages.map((each) => [each.line, textBoundOf(text, each, counting)]));
  const textBounds = take('T', (line) => placed.get(line) ?? null);
  const types = new Map(textBounds.map(({ id, type }) => [id, type]));
  const triggered = once.flatMap((line) => (line.id.startsWith('E') ? (eventOf(line) ?? []) : []));
  const sound = new Map(
    triggered.flatMap((event) => (types.get(event.trigger) === event.type ? [[event.id, event]] : [])),
  );
  const events = take('E', ({ id }) => {
    const event = sound.get(id);
    return event?.args.every(({ target }) => types.has(target) || sound.has(target)) ? event : null;
  });
  const there = new Set([...types.keys(), ...events.map(({ id }) => id)]);
  const known = (id: string) => there.has(id);
  const attributes = [...take('A', attributeOf(known)), ...take('M', attributeOf(known))];
  let carried: string | undefined;
  const notes = take('#', (line): Note | 'carried' | null => {
    const [type, target, more] = line.data.split(/\s+/);
    if (type === CARRIED && target === line.id && carried === undefined) {
      carried = line.rest ?? '';
      return 'carried';
    }
    const sound = type === 'AnnotatorNotes' && target !== undefined && more === undefined && known(target);
    return sound ? { target, text: line.rest ?? '' } : null;
  }).filter((note) => note !== 'carried');
  const parsed = {
    textBounds,
    events,
    relations: take('R', relationOf(known)),
    equivs: take('*', equivOf(known)),
    attributes,
    normalisations: take('N', normalisationOf(known)),
    notes,
    ...(carried === undefined ? {} : { carried }),
  };
  const odd = lines.filter((line) => !read.has(line));
  return {
    ...parsed,
    odd: odd.map(({ whole }) => whole),
    oddLines: odd.map(({ number }) => number),
    counting,
    misplaced: passages.length > 0 && textBounds.length === 0 ? passages[0]!.line.number : null,
  };
}
