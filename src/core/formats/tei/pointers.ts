import type { OffsetUnit } from '../../text/offsets';
import { offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { likelyUnit } from '../marks/plausible';
import type { XmlElement } from '../uima/xml-read';
import type { TeiText } from './read-text';

/** A point in a document: an edge of an element, or an offset in its text, in a unit that is yet to be known. */
export interface Point {
  readonly element: XmlElement;
  readonly at: number | 'start' | 'end';
}

/** What a pointer points at. `counts`: the unit that its way of pointing is meant to count, where it has offsets. */
export interface Range {
  readonly from: Point;
  readonly to: Point;
  readonly counts?: 'codepoint' | 'utf16';
}

/** Finds the elements that pointers name. */
export interface Elements {
  /** By xml:id. */
  byId(id: string): XmlElement | undefined;
  /** By an XPath of steps with numbers and ids. */
  byPath(path: string): XmlElement | undefined;
}

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;

/**
 * Where pointers of a list lead: `#id`, TEI's schemes string-range(), range(), string-index(), left(), right() and
 * xpath(), and pairs of XPaths with offsets ("//p[@xml:id='p1']::12", as Recogito writes). Null for one that leads
 * nowhere in this document.
 */
export function readPointers(list: readonly string[], elements: Elements): readonly (Range | null)[] {
  const found: (Range | null)[] = [];
  for (let at = 0; at < list.length; at++) {
    const [one, other] = [pathPoint(list[at]!, elements), pathPoint(list[at + 1] ?? '', elements)];
    if (one !== undefined && other !== undefined) {
      found.push(one && other && { from: one, to: other, counts: 'utf16' });
      at++;
    } else found.push(...readPointer(list[at]!.replace(/^#/, ''), elements));
  }
  return found;
}

function pathPoint(pointer: string, elements: Elements): Point | null | undefined {
  const [, path, offset] = /^#?(\/.*)::(\d{1,9})$/s.exec(pointer) ?? [];
  if (path === undefined) return undefined;
  const element = elements.byPath(path);
  return element ? { element, at: Number(offset) } : null;
}

function readPointer(pointer: string, elements: Elements): readonly (Range | null)[] {
  const [, scheme, inner = ''] = /^([a-z-]+)\((.*)\)$/s.exec(pointer) ?? [];
  if (scheme === 'string-range') {
    const [subject = '', ...numbers] = argumentsOf(inner);
    const element = elementOf(subject, elements);
    if (!element || numbers.length === 0 || numbers.length % 2 > 0) return [null];
    if (!numbers.every((number) => /^\d{1,9}$/.test(number))) return [null];
    return Array.from({ length: numbers.length / 2 }, (_, pair): Range => {
      const [start, length] = [Number(numbers[2 * pair]), Number(numbers[2 * pair + 1])];
      return { from: { element, at: start }, to: { element, at: start + length }, counts: 'codepoint' };
    });
  }
  if (scheme === 'range') {
    const points = argumentsOf(inner).map((part) => readPoint(part, elements));
    if (points.length === 0 || points.length % 2 > 0) return [null];
    return Array.from({ length: points.length / 2 }, (_, pair): Range | null => {
      const [from, to] = [points[2 * pair], points[2 * pair + 1]];
      return from && to ? { from: edge(from, 'start'), to: edge(to, 'end'), counts: 'codepoint' } : null;
    });
  }
  const element = elementOf(pointer, elements);
  return [element ? { from: { element, at: 'start' }, to: { element, at: 'end' } } : null];
}

type Loose = Point | { readonly element: XmlElement };

function edge(point: Loose, at: 'start' | 'end'): Point {
  return 'at' in point ? point : { element: point.element, at };
}

function readPoint(part: string, elements: Elements): Loose | null {
  const [, scheme, inner = ''] = /^(left|right|string-index)\((.*)\)$/s.exec(part) ?? [];
  const [subject = '', offset = ''] = scheme === undefined ? [part] : argumentsOf(inner);
  const element = elementOf(subject, elements);
  if (!element) return null;
  if (scheme === undefined) return { element };
  if (scheme !== 'string-index') return { element, at: scheme === 'left' ? 'start' : 'end' };
  return /^\d{1,9}$/.test(offset) ? { element, at: Number(offset) } : null;
}

function elementOf(subject: string, elements: Elements): XmlElement | undefined {
  const plain = subject.replace(/^#/, '').trim();
  if (NAME.test(plain)) return elements.byId(plain);
  const path = /^xpath\((.*)\)$/s.exec(plain)?.[1] ?? plain;
  return path.startsWith('/') ? elements.byPath(path) : undefined;
}

/** Arguments between commas that are in no bracket and no quotes. */
function argumentsOf(inner: string): readonly string[] {
  const parts = inner.match(/(?:[^,()[\]]|\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])+/g) ?? [];
  return parts.map((part) => part.trim());
}

/** The units that the ranges of a document count: what they are meant to, unless the words say otherwise. */
export function unitsOf(ranges: readonly Range[], text: TeiText): Record<'codepoint' | 'utf16', OffsetUnit> {
  const likely = (counts: 'codepoint' | 'utf16', other: 'codepoint' | 'utf16') => {
    const byElement = new Map<XmlElement, Span[]>();
    for (const { from, to, counts: meant } of ranges) {
      if (meant !== counts || from.element !== to.element) continue;
      if (typeof from.at !== 'number' || typeof to.at !== 'number') continue;
      const list = byElement.get(from.element) ?? [];
      byElement.set(from.element, list);
      list.push({ start: from.at, end: to.at });
    }
    const unsure = [...byElement].map(([element, places]) => ({ text: text.rawOf(element), places }));
    return likelyUnit(unsure, [counts, other]);
  };
  return { codepoint: likely('codepoint', 'utf16'), utf16: likely('utf16', 'codepoint') };
}

/** Places ranges in the text that is read. */
export class Places {
  readonly #offsets = new Map<XmlElement, Map<OffsetUnit, ReturnType<typeof offsetsOf>>>();

  constructor(
    readonly text: TeiText,
    readonly units: Record<'codepoint' | 'utf16', OffsetUnit>,
  ) {}

  /** The span of the text (UTF-16), or null when there is none. */
  spanOf({ from, to, counts }: Range): Span | null {
    const start = this.#point(from, counts);
    const end = this.#point(to, counts);
    return start === null || end === null || start >= end ? null : this.text.spanOf({ start, end });
  }

  #point({ element, at }: Point, counts: Range['counts']): number | null {
    const place = this.text.placeOf(element);
    if (at === 'start') return place.start;
    if (at === 'end') return place.end;
    const unit = this.units[counts ?? 'codepoint'];
    const units = this.#offsets.get(element) ?? new Map<OffsetUnit, ReturnType<typeof offsetsOf>>();
    this.#offsets.set(element, units);
    const offsets = units.get(unit) ?? offsetsOf(this.text.rawOf(element), unit);
    units.set(unit, offsets);
    if (at > offsets.length) return null;
    try {
      return place.start + offsets.toUtf16(at);
    } catch {
      return null;
    }
  }
}
