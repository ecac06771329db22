import type { BratAttribute, BratEvent, Normalisation, Relation } from './model';

/** A line as it is, by the parts that tabs make. */
export interface Line {
  readonly number: number;
  readonly whole: string;
  readonly id: string;
  readonly data: string;
  readonly rest: string | undefined;
}

/** What an event's line says; whether its trigger and arguments are there is for others to see. */
export function eventOf({ id, data }: Line): BratEvent | null {
  const [head = '', ...args] = data.split(/ +/);
  const [, type, trigger] = /^([^\s:]+):([^\s:]+)$/.exec(head) ?? [];
  if (type === undefined || trigger === undefined) return null;
  const read = args.filter(Boolean).map((arg) => /^([^\s:]*[^\s:\d])\d*:([^\s:]+)$/.exec(arg));
  if (read.some((arg) => arg === null)) return null;
  return { id, type, trigger, args: read.map((arg) => ({ role: arg![1]!, target: arg![2]! })) };
}

/** Is there a line with this id? What refers to one that is not there is odd. */
type Known = (id: string) => boolean;

/** Reads relations between lines that are there. */
export function relationOf(known: Known): (line: Line) => Relation | null {
  return ({ data }) => {
    const [, type, one, from, other, to] =
      /^(\S+) +([^\s:]+):([^\s:]+) +([^\s:]+):([^\s:]+)$/.exec(data) ?? [];
    if (!type || !from || !to || one === other || !known(from) || !known(to)) return null;
    return one === 'Arg2' && other === 'Arg1' ? { type, from: to, to: from } : { type, from, to };
  };
}

/** Reads `*` lines: two or more that are the same. */
export function equivOf(known: Known): (line: Line) => readonly string[] | null {
  return ({ data }) => {
    const [type, ...members] = data.split(/\s+/);
    return type === 'Equiv' && members.length > 1 && members.every(known) ? members : null;
  };
}

/** Reads attributes, and modifiers ("M"), which are attributes without a value. */
export function attributeOf(known: Known): (line: Line) => BratAttribute | null {
  return ({ data }) => {
    const [, name, target, value] = /^(\S+) +(\S+)(?: +(\S.*))?$/.exec(data) ?? [];
    return name && target && known(target) ? { name, target, value: value ?? true } : null;
  };
}

/** Reads normalisations, also as the BioNLP shared task of 2013 wrote them. */
export function normalisationOf(known: Known): (line: Line) => Normalisation | null {
  return ({ data, rest }) => {
    const [, target, database, id] =
      /^Reference (\S+) ([^\s:]+):(\S+)$/.exec(data) ??
      /^Reference Annotation:(\S+) Referent:([^\s:]+):(\S+)$/.exec(data) ??
      [];
    return target && database && id && known(target) ? { target, database, id, text: rest ?? '' } : null;
  };
}
