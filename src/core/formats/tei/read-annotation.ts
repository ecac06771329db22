import { ID_PATTERN } from '../../project/model';
import { normalise, type Span } from '../../text/span';
import type { LinkEnd, Piece, PieceLink, Pieces, PieceValue } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import type { XmlElement } from '../uima/xml-read';
import type { DocumentTree } from './document-tree';
import { attributeOf, plainText, pointersOf, rawText, within, xmlAttributeOf } from './elements';
import { readName, readXmlId } from './names';
import type { People } from './people';
import { Places, type Range, readPointers, unitsOf } from './pointers';
import { readFeatures } from './read-features';
import type { TeiText } from './read-text';

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

/** What annotations are read with. */
export interface About {
  readonly tree: DocumentTree;
  readonly text: TeiText;
  /** The elements that hold the whole text: pointing at one means the article. */
  readonly wholes: ReadonlySet<XmlElement>;
  readonly ours: boolean;
  readonly people: People;
}

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
    const spans = whole ? [] : normalise(found.flatMap((range) => places.spanOf(range) ?? []));
    if (!whole && spans.length === 0) {
      counts.nowhere++;
      return;
    }
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

/** The layers it is of: what @ana of it or of a body in it points at, categories by their names. */
function labelsOf(element: XmlElement, { tree, ours }: About): readonly string[] {
  const bodies = element.children.filter(({ name }) => name === 'rs' || name === 'ptr' || name === 'ref');
  const said = [element, ...bodies].flatMap((each) => pointersOf(each, 'ana'));
  const named = said.flatMap((pointer) => {
    const id = pointer.replace(/^#/, '');
    const own = ours ? readXmlId(id) : null;
    if (own) return own.kind === 'layer' ? [own.parts[0]!] : [];
    return usableName(nameOf(tree.byId(id)) || id, 'annotation');
  });
  const labels = [...new Set(named)];
  const type = element.name === 'annotation' ? undefined : attributeOf(element, 'type');
  return labels.length > 0 ? labels : [usableName(type ?? '', 'annotation')];
}

/** What a category, an interpretation or the like is called. */
function nameOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const [described] = within(element, 'catDesc', 'gloss', 'desc', 'label');
  const [term] = described ? within(described, 'term') : [];
  return plainText(term ?? described ?? element) || (attributeOf(element, 'n') ?? '');
}

function valuesOf(element: XmlElement, ours: boolean): readonly PieceValue[] {
  return [...within(element, 'fs')].flatMap((fs) => readFeatures(fs, ours));
}

function noteOf(element: XmlElement, ours: boolean): string {
  if (element.name !== 'annotation') return plainText(element);
  const notes = element.children.filter(
    (child) => child.name === 'note' && !child.children.some(({ name }) => name === 'fs'),
  );
  const texts = notes.map((note) => (ours ? rawText(note) : plainText(note)));
  return texts.filter((text) => text !== '').join('\n\n');
}

/** Who made it and when, as its changes, statements of responsibility or notes say. */
function makerOf(element: XmlElement, { people }: About): Pick<Piece, 'by' | 'at'> {
  const [change] = within(element, 'change');
  const [responsible] = within(element, 'respStmt');
  const note = element.children.find(({ name }) => name === 'note');
  const pointers = [element, note].flatMap((each) => (each ? pointersOf(each, 'resp') : []));
  const who = [...(change ? pointersOf(change, 'who') : []), ...pointers];
  const names = who.flatMap((pointer) => people.nameOf(pointer) ?? []);
  const by = names[0] ?? (responsible ? people.nameIn(responsible) : '');
  const at = change ? (attributeOf(change, 'when') ?? '') : '';
  return { ...(by ? { by } : {}), ...(at && at.length <= 40 ? { at } : {}) };
}
