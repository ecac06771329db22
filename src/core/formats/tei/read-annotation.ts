import { ID_PATTERN } from '../../project/model';
import { normalise, type Span } from '../../text/span';
import type { LinkEnd, Piece, PieceLink, Pieces } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import type { DocumentTree } from './document-tree';
import { attributeOf, pointersOf, xmlAttributeOf } from './elements';
import { readName, readXmlId } from './names';
import { Places, type Range, readPointers, unitsOf } from './pointers';
import { type About, labelsOf, makerOf, noteOf, valuesOf } from './read-bodies';

/** What the annotations of a document say, and how many of them are not understood. */
export interface ReadAnnotations extends Pieces {
  /** Annotations without a target, which are taken as about the whole text. */
  readonly untargeted: number;
  /** Annotations whose targets are not in the text. */
  readonly nowhere: number;
  /** Pointers of annotations that lead to nothing we know. */
  readonly loose: number;
  readonly units: ReturnType<typeof unitsOf>;
}

const AS_MEANT = { codepoint: 'codepoint', utf16: 'utf16' } as const;

/** Reads `<annotation>` elements, and notes in a list of annotations, in their order. */
export function readAnnotations(elements: readonly XmlElement[], about: About): ReadAnnotations {
  const { tree, text, wholes } = about;
  const targets = elements.map((element) => targetsOf(element, tree));
  const keys = new Map(elements.map((element, at) => [element, keyOf(element, at, about.ours)]));
  const ranges = targets.flat().filter((range) => range !== null);
  const places = new Places(text, about.ours ? AS_MEANT : unitsOf(ranges, text));
  const counts = { untargeted: 0, nowhere: 0, loose: 0 };
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  elements.forEach((element, at) => {
    const found = targets[at]!.filter((range) => range !== null);
    const whole = targets[at]!.length === 0 || found.some((range) => isWhole(range, wholes));
    if (targets[at]!.length === 0) counts.untargeted++;
    const placed = whole ? [] : found.flatMap((range) => places.spanOf(range) ?? []);
    const spans = normalise(placed);
    if (!whole && spans.length === 0) {
      counts.nowhere++;
      return;
    }
    if (!whole) counts.loose += targets[at]!.length - placed.length;
    const labels = labelsOf(element, about);
    const key = keys.get(element)!;
    const made = makerOf(element, about);
    labels.forEach((label, index) => {
      pieces.push({
        key: index === 0 ? key : `${key}_${index + 1}`,
        label,
        spans,
        values: index === 0 ? valuesOf(element, about.ours) : [],
        note: index === 0 ? noteOf(element, about.ours) : '',
        ...made,
      });
    });
    for (const body of element.children.filter(({ name }) => name === 'ptr' || name === 'ref')) {
      const ends = endsOf(body);
      counts.loose += ends.length === 0 && !isKnownEnd(body) ? 1 : 0;
      for (const to of ends) links.push({ from: key, role: roleOf(body, about.ours), to });
    }
  });
  return { pieces, links, ...counts, units: places.units };

  function endsOf(body: XmlElement): readonly LinkEnd[] {
    const ends: LinkEnd[] = [];
    const spans: Span[] = [];
    for (const pointer of pointersOf(body, 'target')) {
      const end = about.people.endOf(pointer);
      const target = tree.byId(pointer.replace(/^#/, ''));
      if (end) ends.push(end);
      else if (target && keys.has(target)) ends.push({ piece: keys.get(target)! });
      else {
        for (const range of readPointers([pointer], tree)) {
          const span = range && places.spanOf(range);
          if (span) spans.push(span);
        }
      }
    }
    return spans.length > 0 ? [...ends, { spans: normalise(spans) }] : ends;
  }

  /** The author, and annotations of other documents of ours: known, but no end of a link here. */
  function isKnownEnd(body: XmlElement): boolean {
    return (
      about.ours && pointersOf(body, 'target').some((pointer) => /^#author$|\.xml#annotation\./.test(pointer))
    );
  }
}

/** Where an annotation points; a span also from one element to another. */
function targetsOf(element: XmlElement, tree: DocumentTree): readonly (Range | null)[] {
  const [from] = readPointers(pointersOf(element, 'from').slice(0, 1), tree);
  if (from === undefined) return readPointers(pointersOf(element, 'target'), tree);
  const [to = from] = readPointers(pointersOf(element, 'to').slice(0, 1), tree);
  return [from && to && { ...from, to: to.to }];
}

function keyOf(element: XmlElement, at: number, ours: boolean): string {
  const id = xmlAttributeOf(element, 'id') ?? '';
  const own = ours ? readXmlId(id) : null;
  if (own?.kind === 'annotation' && ID_PATTERN.test(own.parts[0]!)) return own.parts[0]!;
  return id === '' ? `annotation ${at + 1}` : id;
}

function isWhole({ from, to }: Range, wholes: ReadonlySet<XmlElement>): boolean {
  return wholes.has(from.element) && from.element === to.element && from.at === 'start' && to.at === 'end';
}

function roleOf(body: XmlElement, ours: boolean): string {
  const [type, subtype] = [attributeOf(body, 'type') ?? '', attributeOf(body, 'subtype') ?? ''];
  if (ours && type === 'role') return readName(subtype);
  return usableName(subtype || type, 'link');
}
