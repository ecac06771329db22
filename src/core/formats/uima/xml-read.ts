import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { type PartOf, XmlTree } from './xml-tree';

/** An element with what is in it; `line` and `column` are where its opening tag ends. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlValue[];
  /** Elements and the text between them, in the order of the file. */
  readonly content: readonly (XmlElement | string)[];
  readonly children: readonly XmlElement[];
  /** Processing instructions directly in it: notes of one program to itself. */
  readonly instructions: readonly Instruction[];
  /** The text that is directly in it. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlValue {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

export interface Instruction {
  readonly target: string;
  readonly body: string;
}

/** Nothing we read is nested deeper than ten. */
const MAX_DEPTH = 64;

/**
 * Reads well-formed XML with namespaces into its elements. Strict: throws FormatError with line and column for
 * anything malformed, and for a document type, so that no entity is ever expanded.
 */
export function readXml(file: FormatFile): XmlElement {
  const parts = xmlParts({ path: file.path, data: file.data }, () => undefined);
  for (;;) {
    const next = parts.next();
    if (next.done) return next.value;
  }
}

/**
 * The same bit by bit: elements that are parts are told one by one, when all of each was read, and are not in
 * the elements that they stand in; the root comes at the end.
 */
export function* xmlParts(file: FormatFile, partOf: PartOf): Generator<XmlElement, XmlElement> {
  const parser = new SaxesParser({ xmlns: true });
  const fault = (message: string): never => {
    throw new FormatError(message, file.path, parser.line, Math.max(1, parser.columnIndex));
  };
  const tree = new XmlTree(partOf);
  /** Names come again and again: each is held once. */
  const names = new Map<string, string>();
  const once = (name: string) => {
    const known = names.get(name);
    if (known === undefined) names.set(name, name);
    return known ?? name;
  };
  parser.on('error', (error) => fault(error.message.replace(/^(?:\d+:\d+: )/, '')));
  parser.on('doctype', () => fault('a document type is not read: it could define entities'));
  parser.on('opentag', ({ local, uri, attributes }: SaxesTagNS) => {
    if (tree.depth === MAX_DEPTH) fault(`nested more than ${MAX_DEPTH} levels deep`);
    const values: XmlValue[] = [];
    for (const key in attributes) {
      const { local, uri, value } = attributes[key]!;
      values.push({ name: once(local), namespace: once(uri), value });
    }
    tree.open(once(local), once(uri), values, parser.line, Math.max(1, parser.columnIndex));
  });
  parser.on('text', (text) => tree.text(text));
  parser.on('cdata', (text) => tree.text(text));
  parser.on('processinginstruction', ({ target, body }) => tree.instruct(target, body));
  parser.on('closetag', () => tree.close());
  for (const piece of file.pieces?.() ?? [file.data]) {
    parser.write(piece);
    yield* tree.taken();
  }
  parser.close();
  yield* tree.taken();
  return tree.root ?? fault('there is no element');
}
