import type { Offsets } from '../../text/offsets';
import type { BratEvent, BratLines, TextBound } from './model';
import { freeNumbers, idsIn } from './numbers';

/** The type of the note that holds what we carry; it is about itself, so that brat ties it to no annotation. */
export const CARRIED = 'Marginalia';

/** The lines of an .ann file; offsets are code points of `text`. Ids in odd lines are not given again. */
export function printLines(lines: BratLines, text: string, offsets: Offsets): string {
  const taken = idsIn(lines.odd);
  const next = (prefix: string) => {
    const numbers = freeNumbers(prefix, taken);
    return () => `${prefix}${numbers.next().value}`;
  };
  const [relation, attribute, normalisation, note] = ['R', 'A', 'N', '#'].map(next) as [Id, Id, Id, Id];
  const written = [
    ...lines.textBounds.map((textBound) => textBoundLine(textBound, text, offsets)),
    ...lines.events.map(eventLine),
    ...lines.relations.map(({ type, from, to }) => `${relation()}\t${type} Arg1:${from} Arg2:${to}`),
    ...lines.equivs.map((members) => `*\tEquiv ${members.join(' ')}`),
    ...lines.attributes.map(
      ({ name, target, value }) => `${attribute()}\t${name} ${target}${value === true ? '' : ` ${value}`}`,
    ),
    ...lines.normalisations.map(
      (each) => `${normalisation()}\tReference ${each.target} ${each.database}:${each.id}\t${each.text}`,
    ),
    ...lines.notes.map(({ target, text }) => `${note()}\tAnnotatorNotes ${target}\t${text}`),
    ...lines.odd,
  ];
  if (lines.carried !== undefined) {
    const id = note();
    written.push(`${id}\t${CARRIED} ${id}\t${lines.carried}`);
  }
  return written.map((line) => `${line}\n`).join('');
}

type Id = () => string;

function textBoundLine({ id, type, spans }: TextBound, text: string, offsets: Offsets): string {
  const places = spans.map(({ start, end }) => `${offsets.fromUtf16(start)} ${offsets.fromUtf16(end)}`);
  return `${id}\t${type} ${places.join(';')}\t${spans.map(({ start, end }) => text.slice(start, end)).join(' ')}`;
}

/** Arguments of one role are numbered from the second on, as brat does. */
function eventLine({ id, type, trigger, args }: BratEvent): string {
  const counts = new Map<string, number>();
  const written = args.map(({ role, target }) => {
    const count = (counts.get(role) ?? 0) + 1;
    counts.set(role, count);
    return ` ${role}${count > 1 ? count : ''}:${target}`;
  });
  return `${id}\t${type}:${trigger}${written.join('')}`;
}
