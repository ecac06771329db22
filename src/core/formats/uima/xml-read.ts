import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import type { FormatFile } from '../format';
import { FormatError } from '../format';

/** An element with what is in it; `line` and `column` are where its opening tag ends. */
export interface XmlElement {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: readonly XmlValue[];
  /** Elements and the text between them, in the order of the file. */
  readonly content: (XmlElement | string)[];
  readonly children: XmlElement[];
  /** Processing instructions directly in it: notes of one program to itself. */
  readonly instructions: { readonly target: string; readonly body: string }[];
  /** The text that is directly in it. */
  text: string;
  readonly line: number;
  readonly column: number;
}

export interface XmlValue {
  readonly name: string;
  readonly namespace: string;
  readonly value: string;
}

/** Nothing we read is nested deeper than ten. */
const MAX_DEPTH = 64;

/**
 * Reads well-formed XML with namespaces into its elements. Strict: throws FormatError with line and column for
 * anything malformed, and for a document type, so that no entity is ever expanded.
 */
export function readXml({ path, data }: FormatFile): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const fault = (message: string): never => {
    throw new FormatError(message, path, parser.line, Math.max(1, parser.columnIndex));
  };
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => fault(error.message.replace(/^(?:\d+:\d+: )/, '')));
  parser.on('doctype', () => fault('a document type is not read: it could define entities'));
  parser.on('opentag', (tag: SaxesTagNS) => {
    if (open.length === MAX_DEPTH) fault(`nested more than ${MAX_DEPTH} levels deep`);
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      attributes: Object.values(tag.attributes).map(({ local, uri, value }: SaxesAttributeNS) => {
        return { name: local, namespace: uri, value };
      }),
      content: [],
      children: [],
      instructions: [],
      text: '',
      line: parser.line,
      column: Math.max(1, parser.columnIndex),
    };
    const parent = open.at(-1);
    parent?.children.push(element);
    parent?.content.push(element);
    open.push(element);
    root ??= element;
  });
  const add = (text: string) => {
    const element = open.at(-1);
    if (!element) return;
    element.text += text;
    element.content.push(text);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('processinginstruction', ({ target, body }) => {
    open.at(-1)?.instructions.push({ target, body });
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(data).close();
  return root ?? fault('there is no element');
}
