import { normalise, type Span } from '../../text/span';
import { FormatError } from '../format';
import { isoTime } from '../marks/layer-named';
import type { Piece, PieceValue } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import { attributeOf, plainText, pointersOf, rawText, within, xmlAttributeOf } from '../tei/elements';
import type { XmlElement } from '../uima/xml-read';
import { type CatmaTag, valuesIn } from './tagsets';

/** A collection of annotations, as one file has it. */
export interface Collection {
  readonly path: string;
  readonly title: string;
  /** What the document that it marks is called. */
  readonly documentTitle: string;
  readonly documentId: string;
  /** The text, where the file holds it. */
  readonly text: string | null;
  /** How long the text is that it marks (UTF-16); 0 = nothing says. */
  readonly length: number;
  /** "DOS" where line ends count two. */
  readonly system: string;
  readonly pieces: readonly Piece[];
  /** Segments of annotations that the file does not describe, and annotations without a segment. */
  readonly loose: number;
}

/** Reads a collection (its root element). Throws FormatError for places that are none, and ids given twice. */
export function readCollection(
  path: string,
  root: XmlElement,
  tags: ReadonlyMap<string, CatmaTag>,
): Collection {
  const fault = ({ line, column }: XmlElement, message: string) =>
    new FormatError(message, path, line, column);
  const [ab] = [...within(root, 'ab')].filter((each) => attributeOf(each, 'type') === 'catma');
  if (!ab) throw fault(root, 'this is no collection of CATMA: it has no <ab type="catma">');
  const own = rawText(ab).trim() !== '';
  const spans = new Map<string, Span[]>();
  let [at, length, documentId] = [0, 0, ''];
  const mark = (seg: XmlElement, span: Span) => {
    for (const pointer of pointersOf(seg, 'ana')) {
      const id = pointer.replace(/^#/, '');
      spans.set(id, [...(spans.get(id) ?? []), span]);
    }
  };
  const visit = (element: XmlElement, open: readonly XmlElement[]): void => {
    if (element.name === 'ptr') {
      const range = rangeOf(element, fault);
      documentId ||= range.document;
      length = Math.max(length, range.span.end);
      for (const seg of open) mark(seg, range.span);
      return;
    }
    const start = at;
    const inner = element.name === 'seg' ? [...open, element] : open;
    for (const part of element.content) {
      if (typeof part === 'string') at += part.length;
      else visit(part, inner);
    }
    if (element.name === 'seg' && own && at > start) mark(element, { start, end: at });
  };
  visit(ab, []);
  const instances = new Map<string, XmlElement>();
  for (const fs of root.children
    .filter(({ name }) => name === 'text')
    .flatMap((text) => [...within(text, 'fs')])) {
    const id = xmlAttributeOf(fs, 'id') ?? '';
    if (instances.has(id)) throw fault(fs, `two annotations have the xml:id ${id}`);
    instances.set(id, fs);
  }
  const pieces = [...instances].flatMap(([id, fs]) => {
    const passages = normalise(spans.get(id) ?? []);
    return passages.length === 0 ? [] : [pieceOf(id, fs, passages, tags)];
  });
  const unknown = [...spans.keys()].filter((id) => !instances.has(id)).length;
  const [header] = within(root, 'sourceDesc');
  const technical =
    header && [...within(header, 'fs')].find((fs) => xmlAttributeOf(fs, 'id') === 'CATMA_TECH_DESC');
  const system =
    technical && [...within(technical, 'f')].find((f) => attributeOf(f, 'name') === 'fileOSType');
  const [title] = within(root, 'title');
  const [source] = header ? within(header, 'p') : [];
  return {
    path,
    title: title ? plainText(title) : '',
    documentTitle: source ? plainText(source) : '',
    documentId,
    text: own ? rawText(ab) : null,
    length: own ? 0 : length,
    system: system ? (valuesIn(system)[0] ?? plainText(system)) : '',
    pieces,
    loose: unknown + instances.size - pieces.length,
  };
}

function rangeOf(
  ptr: XmlElement,
  fault: (element: XmlElement, message: string) => FormatError,
): { readonly document: string; readonly span: Span } {
  const target = attributeOf(ptr, 'target') ?? '';
  const [, document = '', from, to] = /^(?:catma:\/\/)?([^#]*)#char=(\d{1,9}),(\d{1,9})$/.exec(target) ?? [];
  if (from === undefined || Number(from) > Number(to)) {
    throw fault(ptr, `“${target}” is no place like catma://…#char=0,125`);
  }
  return { document, span: { start: Number(from), end: Number(to) } };
}

function pieceOf(
  id: string,
  fs: XmlElement,
  spans: readonly Span[],
  tags: ReadonlyMap<string, CatmaTag>,
): Piece {
  const type = attributeOf(fs, 'type') ?? '';
  const tag = tags.get(type);
  const values: PieceValue[] = [];
  const system = new Map<string, string>();
  for (const f of within(fs, 'f')) {
    const said = attributeOf(f, 'name') ?? '';
    const name = tag?.names.get(said) ?? said;
    const list = valuesIn(f);
    if (name.startsWith('catma_')) system.set(name, list[0] ?? '');
    else if (list.length > 0) {
      values.push({ name: usableName(name, 'property'), value: list.length === 1 ? list[0]! : list });
    }
  }
  const by = system.get('catma_markupauthor');
  const made = isoTime(system.get('catma_markuptimestamp'));
  return {
    key: id.replace(/^CATMA_/, ''),
    label: tag?.layer ?? usableName(type, 'tag'),
    spans,
    values,
    note: '',
    ...(by ? { by } : {}),
    ...(made ? { at: made } : {}),
  };
}
